"""Shapes in which what we know leaves the house."""
