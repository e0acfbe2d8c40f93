"""Since when a profile says the same about a kind of support."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from levend.publication.engine.topics import Topic, TopicOffer, unchanged_since
from levend.publication.models import PublishedVersion
from levend.publication.render.frozen import content_of, topics_of


def first_days(
    shown: PublishedVersion, versions: Sequence[PublishedVersion], found: Sequence[Topic]
) -> dict[str, date]:
    """By the code of each offer the first day of the oldest version that says the same without a break.

    `versions` are all published ones, newest first. A withdrawn version is a break: its text is no longer told.
    """
    own = shown.adoption.valid_from
    former = tuple(_former(shown, versions))
    return {offer.code: unchanged_since(offer, own, former) for topic in found for offer in topic.offers}


def _former(
    shown: PublishedVersion, versions: Sequence[PublishedVersion]
) -> Iterator[tuple[date, Mapping[str, TopicOffer]]]:
    for version in versions:
        if version.adoption.valid_from >= shown.adoption.valid_from:
            continue
        if version.adoption.ended_on is not None:
            return
        offers = {offer.code: offer for topic in topics_of(*content_of(version)) for offer in topic.offers}
        yield version.adoption.valid_from, offers
