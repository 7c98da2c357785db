"""/outlets/, /families/ and /aliases/ of the REST API: who publishes."""
