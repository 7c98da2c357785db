"""The ground floor under both apps: users, roles, audit, tokens, problems."""
