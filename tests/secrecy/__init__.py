"""The whole program, used for real, and then every byte it left searched for what must not be there."""
