"""Pages, per area. Nothing but parsing, one query or service, rendering."""
