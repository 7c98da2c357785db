"""The geometry of the pictures: plain values in, coordinates out."""
