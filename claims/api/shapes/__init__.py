"""How rows are shown, where a resource and what leads to it share the shape."""
