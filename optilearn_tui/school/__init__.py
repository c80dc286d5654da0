"""The rules of a school: pure arithmetic on the client's records. No input or output, no clock, no words."""
