"""Open data of the registers: files read and judged, as plain Python."""
