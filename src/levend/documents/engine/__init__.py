"""Plain Python: characters, fonts and the data that the layout reads."""
