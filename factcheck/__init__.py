"""The roof of the project, and the ground floor under both apps (operations)."""

__version__ = "0.1.0"
