"""Reading figures."""

from levend.keyfigures.queries.figures import figures_on, newest_day
from levend.keyfigures.queries.trend import trend

__all__ = ["figures_on", "newest_day", "trend"]
