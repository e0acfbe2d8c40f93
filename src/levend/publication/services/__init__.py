"""Making and publishing documents."""

from levend.publication.services.make_changes import make_changes
from levend.publication.services.make_concept import make_concept
from levend.publication.services.make_official import make_official
from levend.publication.services.place_files import FactsChanged, FileToPlace, place_files
from levend.publication.services.publish import publish

__all__ = [
    "FactsChanged",
    "FileToPlace",
    "make_changes",
    "make_concept",
    "make_official",
    "place_files",
    "publish",
]
