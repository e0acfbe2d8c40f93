"""What people fill in at a step. Forms read; rules and services judge."""
