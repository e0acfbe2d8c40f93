"""The start page of each role, and the page of one's own account."""
