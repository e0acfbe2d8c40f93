"""Every component in its states, for who builds pages; in demo only."""
