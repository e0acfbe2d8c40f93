"""What a school offers, by topic, in the words of the catalogue for parents."""

from collections import defaultdict
from dataclasses import dataclass

from levend.catalogue.engine.loading import catalogue
from levend.catalogue.enums import Kind
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.kinds import Level, OfferState
from levend.formats.engine.offers import Offered, offers
from levend.publication.engine.projection import PublicContent


@dataclass(frozen=True)
class TopicOffer:
    """A kind of support with every level at which it is given, in order of level."""

    code: str
    name: str
    levels: tuple[tuple[Level, OfferState], ...]


@dataclass(frozen=True)
class Topic:
    code: str
    name: str
    offers: tuple[TopicOffer, ...]


def topics(
    definition: FormatDefinition, content: PublicContent, *, language: str = "nl"
) -> tuple[Topic, ...]:
    """Support types by domain, then groups, in the order of the catalogue. Topics without an offer are left out.

    A code that the catalogue does not know is left out: a format of the region may have its own.
    """
    offered: dict[str, list[Offered]] = defaultdict(list)
    for offer in offers(definition, content.answers):
        offered[offer.code].append(offer)
    found = [
        Topic(domain.code, domain.label(language, plain=True), _offers(offered, domain.code, language))
        for domain in catalogue().of_kind(Kind.DOMAIN)
    ]
    return tuple(topic for topic in found if topic.offers)


def _offers(offered: dict[str, list[Offered]], domain: str, language: str) -> tuple[TopicOffer, ...]:
    order = list(Level)
    return tuple(
        TopicOffer(
            entry.code,
            entry.label(language, plain=True),
            tuple(
                sorted(
                    ((offer.level, offer.state) for offer in offered[entry.code]),
                    key=lambda pair: order.index(pair[0]),
                )
            ),
        )
        for entry in catalogue().in_domain(domain)
        if entry.code in offered
    )
