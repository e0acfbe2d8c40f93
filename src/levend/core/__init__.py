"""What every app may use: clock, errors, decisions, text, canonical JSON. No word of the domain inside."""
