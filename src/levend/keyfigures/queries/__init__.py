"""Reading figures."""

from levend.keyfigures.queries.counted import Known, days_counted, known_on
from levend.keyfigures.queries.figures import figures_on, newest_day
from levend.keyfigures.queries.trend import trend, trend_of

__all__ = ["Known", "days_counted", "figures_on", "known_on", "newest_day", "trend", "trend_of"]
