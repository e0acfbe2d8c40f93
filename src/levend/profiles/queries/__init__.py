"""Reads of profiles."""

from levend.profiles.queries.answers import answers_of
from levend.profiles.queries.content import content_of, content_sha256
from levend.profiles.queries.facts import facts_of, still_missing
from levend.profiles.queries.profiles import profile_for
from levend.profiles.queries.tallies import tally_of

__all__ = [
    "answers_of",
    "content_of",
    "content_sha256",
    "facts_of",
    "profile_for",
    "still_missing",
    "tally_of",
]
