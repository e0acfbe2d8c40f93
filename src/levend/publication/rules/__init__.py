"""Who may do what with what was published."""
