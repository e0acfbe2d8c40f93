"""Making and publishing documents."""

from levend.publication.services.make_concept import make_concept
from levend.publication.services.publish import publish

__all__ = ["make_concept", "publish"]
