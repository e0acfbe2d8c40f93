"""A public page as its template wants it."""

from dataclasses import dataclass
from datetime import date

from levend.publication.render.page import Expectation, PublicPage
from levend.web.public.blocks import ShownBlock, shown


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
    chapters: tuple[ChapterView, ...]

    @classmethod
    def of(cls, page: PublicPage, day: date | None) -> "SchoolPage":
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
            chapters=tuple(
                ChapterView(chapter.key, f"{chapter.number} {chapter.title}".strip(), shown(chapter.blocks))
                for chapter in page.chapters
            ),
        )

    @property
    def theme(self) -> str:
        """The consortium's own colours, where it has them."""
        return self.about.consortium.code if self.about.consortium.theme else ""

    @property
    def logo(self) -> str:
        """The consortium whose logo stands in the header; empty when it has none."""
        return self.about.consortium.code if self.about.consortium.logo else ""
