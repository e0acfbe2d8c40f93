"""Taking personal data out of a school's profiles: one person asks, another confirms."""
