"""Pages for everybody: no login, no cookie, no script."""
