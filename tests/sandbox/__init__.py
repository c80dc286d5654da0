"""The bundled school as a server."""
