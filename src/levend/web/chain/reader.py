"""Frozen texts and their differences, laid out for reading."""

from dataclasses import dataclass, replace

from django.utils.translation import override

from levend.adoption.queries.texts import FrozenText
from levend.publication.engine.chapters import chapter_texts
from levend.publication.render.words import phrases, with_type_in_words
from levend.web.chain.content import content_for_reader
from levend.web.public.blocks import ShownBlock, shown


@dataclass(frozen=True)
class ReadChapter:
    key: str
    title: str
    blocks: tuple[ShownBlock, ...]


def chapters_of(text: FrozenText) -> tuple[ReadChapter, ...]:
    """All chapters with what this reader may read, set as in the document."""
    with override("nl"):  # in every language of the page: this is the text that is adopted, to the letter
        content = content_for_reader(text)
        content = replace(content, location=with_type_in_words(content.location))
        return tuple(
            ReadChapter(chapter.key, _titled(chapter.number, chapter.title), shown(chapter.blocks))
            for chapter in chapter_texts(text.definition, content, phrases())
        )


def _titled(number: str, title: str) -> str:
    return f"{number}. {title}" if number else title
