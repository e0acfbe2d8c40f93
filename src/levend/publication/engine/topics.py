"""What a school offers, by topic, in the words of the catalogue for parents, with what the school itself wrote."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from levend.catalogue.engine.entries import Entry
from levend.catalogue.engine.loading import catalogue
from levend.catalogue.enums import Kind
from levend.documents.values import Bullets, Prose
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.kinds import Level, OfferState, Provider, Telling
from levend.formats.engine.offers import Offered, codes, offers, words_about
from levend.publication.engine.light import light_blocks
from levend.publication.engine.projection import PublicContent

GROUPS = "groups"
"""The topic of special groups, which belong to no domain."""


@dataclass(frozen=True)
class TopicOffer:
    """A kind of support with every level at which it is given, in order of level.

    `elsewhere` says that there are needs for which the school looks, with the parents, for another place; without
    levels it is all that the school says. `words` are the school's own, about the offer itself.
    """

    code: str
    name: str
    levels: tuple[tuple[Level, OfferState], ...]
    by: tuple[Provider, ...] = ()
    words: tuple[Prose | Bullets, ...] = ()
    elsewhere: bool = False


@dataclass(frozen=True)
class Topic:
    code: str
    name: str
    offers: tuple[TopicOffer, ...]


@dataclass(frozen=True)
class _Said:
    """What the tags of one profile say, by code."""

    offered: Mapping[str, Sequence[Offered]]
    words: Mapping[str, Mapping[Telling, str]]
    elsewhere: frozenset[str]

    def about(self, entries: Iterable[Entry], language: str) -> tuple[TopicOffer, ...]:
        return tuple(
            self._offer(entry, language)
            for entry in entries
            if entry.code in self.offered or entry.code in self.elsewhere
        )

    def _offer(self, entry: Entry, language: str) -> TopicOffer:
        given = sorted(self.offered.get(entry.code, ()), key=lambda offer: list(Level).index(offer.level))
        named = {provider for offer in given for provider in offer.by}
        return TopicOffer(
            entry.code,
            entry.label(language, plain=True),
            tuple((offer.level, offer.state) for offer in given),
            tuple(provider for provider in Provider if provider in named),
            light_blocks(self.words.get(entry.code, {}).get(Telling.OFFER, "")),
            entry.code in self.elsewhere,
        )


def topics(
    definition: FormatDefinition,
    content: PublicContent,
    *,
    language: str = "nl",
    groups: str = "",
    own: Sequence[Entry] = (),
) -> tuple[Topic, ...]:
    """Support types by domain, then special groups under the name `groups`, in the order of the catalogue.

    `own` are the kinds of support that regions added, each after those of its domain, or after the groups. Topics about
    which nothing is said are left out, and codes that neither list knows.
    """
    offered: dict[str, list[Offered]] = defaultdict(list)
    for offer in offers(definition, content.answers):
        offered[offer.code].append(offer)
    said = _Said(
        offered,
        words_about(definition, content.answers),
        frozenset(codes(definition, content.answers, "referral")),
    )
    shipped = catalogue()
    found = [
        Topic(
            domain.code,
            domain.label(language, plain=True),
            said.about([*shipped.in_domain(domain.code), *_in_domain(own, domain.code)], language),
        )
        for domain in shipped.of_kind(Kind.DOMAIN)
    ]
    if groups:
        special = [*shipped.of_kind(Kind.GROUP), *(entry for entry in own if entry.kind is Kind.GROUP)]
        found.append(Topic(GROUPS, groups, said.about(special, language)))
    return tuple(topic for topic in found if topic.offers)


def _in_domain(entries: Iterable[Entry], domain: str) -> list[Entry]:
    return [entry for entry in entries if entry.domain == domain]


def unchanged_since(
    offer: TopicOffer, own: date, former: Iterable[tuple[date, Mapping[str, TopicOffer]]]
) -> date:
    """The first day of the oldest version that says the same, without a break; `own` is that of the version itself.

    `former` are the versions before it, newest first, each with its first day and its offers by code, made in the
    same language.
    """
    since = own
    for day, by_code in former:
        if by_code.get(offer.code) != offer:
            break
        since = day
    return since


def first_part(found: Sequence[Topic], *, most: int) -> int:
    """How many topics to show at once so that about `most` offers stand there; all when few would be left."""
    shown = 0
    for number, topic in enumerate(found):
        if shown >= most and sum(len(rest.offers) for rest in found[number:]) > most // 2:
            return number
        shown += len(topic.offers)
    return len(found)
