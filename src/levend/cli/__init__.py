"""The `levend` command line: thin, one file per command."""
