"""The client's sign-in against a genuine Auth.js server."""
