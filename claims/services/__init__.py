"""What is written to the tables of claims: keyword-only, atomic, audited."""
