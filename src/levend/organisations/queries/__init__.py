"""Reads of organisations that need no actor: names and links of the register are public."""
