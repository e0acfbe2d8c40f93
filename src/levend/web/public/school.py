"""A public page as its template wants it."""

from dataclasses import dataclass
from datetime import date

from levend.publication.engine.topics import Topic, TopicOffer, first_part
from levend.publication.render.expectations import Expectation
from levend.publication.render.page import PublicPage
from levend.publication.render.standing import Standing
from levend.web.public.blocks import ShownBlock, shown

MOST_OFFERS = 8
"""So many offers stand open; the topics after them are behind one click."""


@dataclass(frozen=True)
class Then:
    title: str
    blocks: tuple[ShownBlock, ...]


@dataclass(frozen=True)
class ExpectationView:
    about: Expectation
    blocks: tuple[ShownBlock, ...]
    then: tuple[Then, ...]


@dataclass(frozen=True)
class OfferView:
    """`since` is the first day of the oldest version that says the same, when that is not this one."""

    about: TopicOffer
    words: tuple[ShownBlock, ...]
    since: date | None


@dataclass(frozen=True)
class TopicView:
    about: Topic
    offers: tuple[OfferView, ...]


@dataclass(frozen=True)
class ChapterView:
    key: str
    title: str
    blocks: tuple[ShownBlock, ...]


@dataclass(frozen=True)
class SchoolPage:
    """The page with every text as shown blocks; `day` is set when a former or later day was asked for."""

    about: PublicPage
    day: date | None
    expectations: tuple[ExpectationView, ...]
    pupils_text: tuple[ShownBlock, ...]
    topics: tuple[TopicView, ...]
    more_topics: tuple[TopicView, ...]
    chapters: tuple[ChapterView, ...]

    @classmethod
    def of(cls, page: PublicPage, day: date | None) -> "SchoolPage":
        topics = tuple(_topic(page, topic) for topic in page.topics)
        first = first_part(page.topics, most=MOST_OFFERS)
        return cls(
            about=page,
            day=day,
            expectations=tuple(
                ExpectationView(
                    each,
                    shown(each.blocks),
                    tuple(Then(text.label, shown(text.blocks)) for text in each.then),
                )
                for each in page.expectations
            ),
            pupils_text=shown(page.pupils_text),
            topics=topics[:first],
            more_topics=topics[first:],
            chapters=tuple(
                ChapterView(chapter.key, f"{chapter.number} {chapter.title}".strip(), shown(chapter.blocks))
                for chapter in page.chapters
            ),
        )

    @property
    def banner(self) -> str:
        """What stands above everything about a version that is not the one of today; empty when there is nothing."""
        if self.about.standing is Standing.IN_FORCE and self.day is None:
            return ""
        return f"public/standing/{self.about.standing}.html"

    @property
    def first_day(self) -> date:
        """The first day about which there is something to tell."""
        return min(line.since for line in self.about.versions)

    @property
    def theme(self) -> str:
        """The consortium's own colours, where it has them."""
        return self.about.consortium.code if self.about.consortium.theme else ""

    @property
    def logo(self) -> str:
        """The consortium whose logo stands in the header; empty when it has none."""
        return self.about.consortium.code if self.about.consortium.logo else ""


def _topic(page: PublicPage, topic: Topic) -> TopicView:
    return TopicView(
        topic,
        tuple(
            OfferView(
                offer,
                shown(offer.words),
                page.unchanged[offer.code] if page.unchanged[offer.code] < page.since else None,
            )
            for offer in topic.offers
        ),
    )
