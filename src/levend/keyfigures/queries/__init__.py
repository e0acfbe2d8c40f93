"""Reading figures."""

from levend.keyfigures.queries.figures import figures_on, newest_day
from levend.keyfigures.queries.trend import trend, trend_of

__all__ = ["figures_on", "newest_day", "trend", "trend_of"]
