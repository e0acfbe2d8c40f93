"""What a draft looks like: for who writes, for who reads, and on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_safe

from levend.core import clock
from levend.core.decision import Decision
from levend.core.errors import NotFound, NotNow
from levend.documents.services import typeset_pdf
from levend.documents.values import Mark
from levend.formats.engine.answers import parse_form
from levend.formats.engine.definition import Chapter, FormatDefinition
from levend.formats.engine.presentable import presentable
from levend.formats.engine.sample_answers import sample_answers
from levend.formats.engine.values import Value, ValueFault
from levend.formats.engine.visibility import visible_answers, visible_keys
from levend.formats.queries.drafts import draft_for
from levend.organisations.values import SchoolYear
from levend.profiles.queries import writing
from levend.publication.engine.chapters import chapter_texts
from levend.publication.engine.projection import PublicContent
from levend.publication.render.full import full_profile
from levend.publication.render.words import phrases, with_type_in_words
from levend.publication.values import Edition
from levend.web.chain.reader import ReadChapter
from levend.web.formats.page import DraftPage
from levend.web.formats.words import titled
from levend.web.public.blocks import shown
from levend.web.requests import LevendRequest
from levend.web.writing.pages import ChapterPage, chapter_page

WRITER, READER = "schrijver", "lezer"
SCHOOL = {
    "code": "99ZZ00",
    "name": "De Voorbeeldschool",
    "street": "Dorpsstraat 1",
    "postcode": "1234 AB",
    "city": "Voorbeeldstad",
    "municipality": "Voorbeeldstad",
    "board": "Stichting Voorbeeld",
    "phone": "010 123 45 67",
    "email": "info@voorbeeldschool.example",
    "website": "https://voorbeeldschool.example",
    "pupils": 214,
    "pupils_on": "2026-02-01",
    "school_type": "BAO",
}
"""A school that is nobody's."""


@dataclass(frozen=True)
class Preview:
    """A draft with answers that nobody gave."""

    page: DraftPage
    definition: FormatDefinition
    answers: dict[str, Value]

    @cached_property
    def location(self) -> dict[str, object]:
        return {**SCHOOL, "consortium": self.page.draft.owner}

    def as_writer(self, number: int) -> ChapterPage:
        """A chapter with fields that save nothing. Raises `NotFound`."""
        chapters = self.definition.chapters
        if not 1 <= number <= len(chapters):
            raise NotFound(str(number))
        draft = writing.Draft(
            profile_id=0,
            code=SCHOOL["code"] if isinstance(SCHOOL["code"], str) else "",
            location_name=str(SCHOOL["name"]),
            consortium_name=self.page.draft.owner,
            consortium_id=self.page.draft.consortium_id,
            school_year=self.year,
            definition=self.definition,
            register=self.location,
            writable=Decision.yes(),
            is_locked=False,
        )
        states = {key: writing.AnswerState(value) for key, value in self.answers.items()}
        return chapter_page(writing.Writing(draft, states), chapters[number - 1].key, None)

    def as_reader(self) -> tuple[ReadChapter, ...]:
        """All chapters as they are read."""
        with override("nl"):
            content = PublicContent(
                location=with_type_in_words(self.location),
                answers=visible_answers(self.definition, self.answers),
                asked=visible_keys(self.definition, self.answers),
            )
            return tuple(
                ReadChapter(
                    text.key, titled({"number": text.number, "title": text.title}), shown(text.blocks)
                )
                for text in chapter_texts(self.definition, content, phrases())
            )

    def as_pdf(self) -> bytes:
        """The document; it says *concept* on every page."""
        edition = Edition(
            school_year=self.year, publisher=self.page.draft.owner, on=clock.today(), mark=Mark.CONCEPT
        )
        answers = visible_answers(self.definition, self.answers)
        return typeset_pdf(
            full_profile(self.definition, location=self.location, answers=answers, edition=edition)
        )

    @property
    def year(self) -> str:
        return str(SchoolYear.containing(clock.today())).replace("-", "–")

    @property
    def chapters(self) -> tuple[tuple[int, str], ...]:
        return tuple(
            (number, titled({"number": each.number, "title": each.title}))
            for number, each in enumerate(self.definition.chapters, start=1)
        )


@require_http_methods(["GET", "HEAD", "POST"])
def as_writer(request: LevendRequest, key: str, chapter: int) -> HttpResponse:
    """A chapter as who writes sees it; what is filled in decides which questions show, and is not kept."""
    preview = _preview(request, key)
    if request.method == "POST":
        preview.answers.update(_typed(preview.definition.chapters, chapter, request))
    context = {
        "page": preview.page,
        "preview": preview,
        "writing": preview.as_writer(chapter),
        "number": chapter,
    }
    return render(request, "formats/as_writer.html", context)


@require_safe
def as_reader(request: LevendRequest, key: str) -> HttpResponse:
    """The whole profile as parents read it."""
    preview = _preview(request, key)
    context = {"page": preview.page, "preview": preview, "chapters": preview.as_reader()}
    return render(request, "formats/as_reader.html", context)


@require_safe
def as_pdf(request: LevendRequest, key: str) -> HttpResponse:
    """The whole profile on paper."""
    return HttpResponse(
        _preview(request, key).as_pdf(),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="concept-{key}.pdf"'},
    )


def _preview(request: LevendRequest, key: str) -> Preview:
    draft = draft_for(request.actor, key)
    definition = presentable(draft.data, draft.judged)
    if definition is None:
        raise NotNow(_("Er is nog niets om te bekijken. Zet eerst een vraag in een hoofdstuk."))
    return Preview(DraftPage(draft), definition, sample_answers(definition))


def _typed(chapters: tuple[Chapter, ...], number: int, request: HttpRequest) -> dict[str, Value]:
    """The answers as they were filled in; what cannot be taken counts as empty."""
    if not 1 <= number <= len(chapters):
        raise NotFound(str(number))
    return dict(_parsed(chapters[number - 1], request))


def _parsed(chapter: Chapter, request: HttpRequest) -> Iterator[tuple[str, Value]]:
    post = {name: [str(each) for each in sent] for name, sent in request.POST.lists()}
    for question in chapter.questions:
        try:
            yield question.key, parse_form(question, post)
        except ValueFault:
            yield question.key, None
