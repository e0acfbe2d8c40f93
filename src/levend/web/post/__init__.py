"""The outbox: what was sent, what waits, what failed; an example of every letter; and switching reminders off."""
