"""What is asked about an organisation."""
