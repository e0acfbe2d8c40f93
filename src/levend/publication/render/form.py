"""A format as a form to fill in, with the answers that there are already.

Every question of the region stands in it, also one that the answers so far do not ask: nothing on paper comes and goes,
so a sentence says when it applies. The form is for the writers: it holds answers that the public does not get to read.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import override

from levend.documents.engine.form_parts import Asked, Field, FieldTable, FormDocument, TextField
from levend.documents.values import Block, Heading, KeyValues, Theme
from levend.formats.engine.condition_words import condition_sentence
from levend.formats.engine.definition import (
    Chapter,
    FixedText,
    FormatDefinition,
    Question,
    RegisterField,
)
from levend.formats.engine.definition import Heading as FormatHeading
from levend.formats.engine.display import display_register
from levend.formats.engine.kinds import Audience, QuestionType
from levend.formats.engine.paper_mark import (
    DIGEST_FIELD,
    FORMAT_FIELD,
    LOCATION_FIELD,
    PaperMark,
    foot_of,
    mark_fields,
    paper_mark,
)
from levend.formats.engine.switched_off import as_offered, chosen_in, is_closed, not_asked
from levend.formats.engine.values import Answers
from levend.formats.engine.visibility import visible_answers
from levend.publication.engine.light import light_blocks, unfolded
from levend.publication.render.form_fields import answer_fields, limit_words
from levend.publication.render.form_words import instructions, instructions_title
from levend.publication.render.words import document_words, with_type_in_words

DUTCH = "nl"


@dataclass(frozen=True)
class FormEdition:
    """One printing of a form: of which date, by whom, in whose colours. `school_year` may be empty."""

    on: date
    publisher: str = ""
    school_year: str = ""
    theme: Theme = field(default_factory=Theme)
    logo_svg: str = ""


def form_document(
    definition: FormatDefinition,
    *,
    location: Mapping[str, object],
    answers: Answers,
    edition: FormEdition,
    off: Collection[str] = (),
) -> FormDocument:
    """The form of a location, or of no school where `location` is empty; without kinds of support that are `off`."""
    asked = _AskedHere(definition, answers, off)
    with override(DUTCH):
        facts = with_type_in_words(location)
        mark = paper_mark(definition, str(location.get("code") or ""), answers)
        return FormDocument(
            title=_("Formulier schoolondersteuningsprofiel"),
            subtitle=edition.school_year,
            organisation=str(location.get("name") or definition.title),
            publisher=edition.publisher or str(location.get("consortium") or ""),
            language=DUTCH,
            date=edition.on,
            words=document_words(),
            instructions_title=instructions_title(),
            instructions=instructions(is_filled=bool(answers), has_location=bool(location)),
            identity=_identity(mark),
            blocks=tuple(_blocks(asked, facts)),
            foot=foot_of(mark),
            theme=edition.theme,
            logo_svg=edition.logo_svg,
        )


def _identity(mark: PaperMark) -> tuple[tuple[str, TextField], ...]:
    texts = mark_fields(mark)
    labels = (
        (LOCATION_FIELD, _("Vestigingscode")),
        (FORMAT_FIELD, _("Vragenlijst")),
        (DIGEST_FIELD, _("Formulier")),
    )
    return tuple(
        (
            label,
            TextField(
                name, _("%(what)s (niet te wijzigen)") % {"what": label}, texts[name], is_read_only=True
            ),
        )
        for name, label in labels
    )


@dataclass(frozen=True)
class _AskedHere:
    """The questions of a format with the answers that there are, as the region of the profile asks them."""

    definition: FormatDefinition
    answers: Answers
    off: Collection[str]

    def has(self, question: Question) -> bool:
        return question.key not in self._left_out

    def fields_of(self, question: Question) -> tuple[tuple[Field, ...] | FieldTable, str]:
        value = self.answers.get(question.key)
        offered = as_offered(question, self.off, chosen_in(question, value))
        return answer_fields(offered, value)

    @cached_property
    def _left_out(self) -> frozenset[str]:
        return not_asked(self.definition, self.off, visible_answers(self.definition, self.answers).keys())


def _blocks(asked: _AskedHere, facts: Mapping[str, object]) -> Iterator[Block | Asked]:
    for chapter in asked.definition.chapters:
        yield Heading(1, chapter.number, chapter.title)
        if chapter.intro:
            yield from light_blocks(unfolded(chapter.intro))
        yield from _chapter(asked, chapter, facts)


def _chapter(asked: _AskedHere, chapter: Chapter, facts: Mapping[str, object]) -> Iterator[Block | Asked]:
    rows: list[tuple[str, str]] = []
    for item in chapter.items:
        if isinstance(item, RegisterField):
            rows.append((item.label, display_register(item.field, facts) or "–"))
            continue
        yield from _register(rows)
        rows = []
        match item:
            case FormatHeading():
                yield Heading(item.level, item.number, item.text)
            case FixedText():
                yield from light_blocks(unfolded(item.text))
            case Question() if asked.has(item):
                yield _asked(asked, item)
    yield from _register(rows)


def _register(rows: list[tuple[str, str]]) -> Iterator[Block]:
    if rows:
        yield KeyValues(_("Dit komt uit het register"), tuple(rows), (_("Gegeven"), _("Nu")))


def _asked(asked: _AskedHere, question: Question) -> Asked:
    answer, after = asked.fields_of(question)
    return Asked(
        label=question.label,
        notes=tuple(_notes(question, asked.off)),
        condition=condition_sentence(asked.definition, question),
        help=light_blocks(unfolded(question.help)) if question.help else (),
        answer=answer,
        after=after,
    )


def _notes(question: Question, off: Collection[str]) -> Iterator[str]:
    if is_closed(question, off):
        yield _("uw samenwerkingsverband vraagt hier niet meer naar")
    elif question.required:
        yield _("verplicht")
    if question.type is QuestionType.CHOICES:
        yield _("kies er zo veel als u wilt")
    if question.audience is Audience.CONSORTIUM:
        yield _("alleen voor het samenwerkingsverband")
    if question.audience is Audience.INTERNAL:
        yield _("alleen voor de school")
    limit = limit_words(question)
    if limit:
        yield limit
