"""What only raw SQL does well; the one place that may ask which database it is."""
