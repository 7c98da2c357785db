"""Pages that know no article and no claim."""
