"""The pages of a profile that is being written."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from levend.accounts.enums import Permission
from levend.accounts.queries.scope import location_for
from levend.core.errors import NotFound, NotNow
from levend.formats.engine.extra import extra_questions
from levend.profiles.queries.writing import draft_for, with_answers, writing
from levend.profiles.services import save_chapter
from levend.profiles.values import ChapterSaved
from levend.web.requests import LevendRequest
from levend.web.writing.draft import draft_of
from levend.web.writing.intake import Intake, read_chapter, rows_wanted
from levend.web.writing.judging import judge_form
from levend.web.writing.overview import overview_of
from levend.web.writing.pages import chapter_of, chapter_page
from levend.web.writing.past import past_texts
from levend.web.writing.sent import Sent

TEXTS_ON_A_PAGE = 20


@require_safe
def overview(request: LevendRequest, code: str) -> HttpResponse:
    """The chapters with their progress, and where to go on."""
    location = location_for(request.actor, code, Permission.READ_DRAFT)
    try:
        profile = writing(request.actor, code)
    except NotFound:
        return render(request, "writing/none.html", {"location": location})
    page = overview_of(profile, request.actor.user_id, only_mine="mijn" in request.GET)
    return render(request, "writing/overview.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def chapter(request: LevendRequest, code: str, chapter: str) -> HttpResponse:
    """A chapter to write, or to read where this person or this state does not write."""
    if request.method == "POST":
        return _save(request, code, chapter)
    sent = Sent(rows=rows_wanted(request.GET.get("rijen", "")))
    page = chapter_page(writing(request.actor, code), chapter, request.actor.user_id, sent)
    return render(request, "writing/chapter.html", {"page": page})


@require_safe
def history(request: LevendRequest, code: str, chapter: str, key: str) -> HttpResponse:
    """Every text that an answer had."""
    page = chapter_page(writing(request.actor, code), chapter, request.actor.user_id)
    if key not in page.nodes:
        raise NotFound(key)
    texts = Paginator(past_texts(page.card(key)), TEXTS_ON_A_PAGE).get_page(request.GET.get("bladzijde"))
    context = {"page": page, "card": page.card(key), "revisions": texts}
    return render(request, "writing/history.html", context)


@require_safe
def whole_draft(request: LevendRequest, code: str) -> HttpResponse:
    """The whole text as it is now, to read or to print."""
    return render(request, "writing/draft.html", {"page": draft_of(writing(request.actor, code))})


def _save(request: LevendRequest, code: str, chapter_key: str) -> HttpResponse:
    draft = draft_for(request.actor, code)
    chapter = chapter_of(draft, chapter_key)
    extra = extra_questions(draft.definition, chapter).values()
    intake = read_chapter(chapter, request.POST, extra)
    outcome = save_chapter(
        actor=request.actor, profile_id=draft.profile_id, answers=intake.answers, page=intake.page
    )
    refused = ""
    try:
        judge_form(request.actor, draft, chapter_key, intake, outcome)
    except NotNow as reason:
        refused = str(reason)
    if not intake.answers and not intake.judged and intake.seen:
        return HttpResponse(status=204)  # a page that closes tells what was in view
    faults = {**intake.faults, **outcome.invalid}
    if not refused and not faults and not outcome.conflicts:
        messages.success(request, _saved_words(outcome, intake))
        return redirect(_where_to(request.path, intake))
    sent = Sent(intake.fields, faults, intake.cells, outcome.conflicts, intake.more_rows)
    page = chapter_page(with_answers(draft), chapter_key, request.actor.user_id, sent)
    status = 409 if outcome.conflicts or refused else 422
    return render(request, "writing/chapter.html", {"page": page, "refused": refused}, status=status)


def _saved_words(outcome: ChapterSaved, intake: Intake) -> str:
    if intake.judged:
        return _("Opgeslagen wat u van de antwoorden van vorige keer zei.")
    if not outcome.changed:
        return _("Alles was al opgeslagen.")
    return ngettext(
        "Opgeslagen: %(number)d antwoord gewijzigd.",
        "Opgeslagen: %(number)d antwoorden gewijzigd.",
        outcome.changed,
    ) % {"number": outcome.changed}


def _where_to(path: str, intake: Intake) -> str:
    rows = "".join(f"?rijen={key}.{number}" for key, number in intake.more_rows.items())
    return f"{path}{rows}#q-{intake.at_question}" if intake.at_question else path
