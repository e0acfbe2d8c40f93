"""What the pages look like: icons, signs, dates, fields."""
