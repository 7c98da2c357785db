"""Work that no request waits for: what it has to do, it finds in rows."""
