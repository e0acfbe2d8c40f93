"""One answer, saved while somebody types: the reply is the part of the page that changed."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from levend.accounts.actor import Actor
from levend.core.errors import Invalid, NotFound, NotNow
from levend.formats.engine.answers import parse_form
from levend.formats.engine.definition import Chapter, Question
from levend.formats.engine.extra import extra_questions
from levend.formats.engine.values import ValueFault
from levend.profiles.queries.writing import Draft, draft_for, with_answers
from levend.profiles.services import save_answer
from levend.profiles.values import Conflict
from levend.web.requests import LevendRequest
from levend.web.writing.cards import Card
from levend.web.writing.controls import Post
from levend.web.writing.intake import based_on, cell_at_fault, fields_of, page_word
from levend.web.writing.layout import Node
from levend.web.writing.pages import ChapterPage, chapter_of, chapter_page
from levend.web.writing.sent import Sent


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: LevendRequest, code: str, chapter: str, key: str) -> HttpResponse:
    """Save one answer. Its address, opened as a page, leads to its place in the chapter."""
    draft = draft_for(request.actor, code)
    if request.method != "POST":
        _asked(draft, chapter_of(draft, chapter), key)
        return redirect(f"{request.path.removesuffix(f'{key}/')}#q-{key}")
    fields = fields_of(request.POST)
    sent, status, turned = _save(request.actor, draft, chapter_of(draft, chapter), key, fields)
    page = chapter_page(with_answers(draft), chapter, request.actor.user_id, sent)
    if not request.htmx:
        return render(request, "writing/chapter.html", {"page": page}, status=status)
    context = {
        "page": page,
        "card": page.card(key),
        "slots": tuple(changed_slots(page, fields)),
        "turned": turned,
        "standing": (fields.get("standing") or [""])[-1],
    }
    response = render(request, "writing/autosave.html", context, status=status)
    response.headers["Levend-Outcome"] = _outcome(sent, status)
    response.headers["Levend-Field"] = sent.cells.get(key, "")
    return response


def _save(actor: Actor, draft: Draft, chapter: Chapter, key: str, fields: Post) -> tuple[Sent, int, bool]:
    """What could not be saved, the status that says so, and whether an answer of last time changed now. Raises `NotFound` and `NotAllowed`."""
    question = _asked(draft, chapter, key)
    try:
        result = save_answer(
            actor=actor,
            profile_id=draft.profile_id,
            key=key,
            value=parse_form(question, fields),
            based_on=based_on(fields, key),
            page=page_word(fields),
        )
    except ValueFault as fault:
        return Sent(fields, {key: fault.message}, {key: cell_at_fault(question, fault)}), 422, False
    except (Invalid, NotNow) as refused:
        status = 409 if isinstance(refused, NotNow) else 422
        return Sent(fields, faults={key: str(refused.message)}), status, False
    if isinstance(result, Conflict):
        return Sent(fields, conflicts={key: result}), 409, False
    return Sent(), 200, result.turned


def _asked(draft: Draft, chapter: Chapter, key: str) -> Question:
    """A question of the chapter, or what stands beside one. Raises `NotFound`."""
    for question in (*chapter.questions, *extra_questions(draft.definition, chapter).values()):
        if question.key == key:
            return question
    raise NotFound(key)


def _outcome(sent: Sent, status: int) -> str:
    """For the page's script: whether its copy of the text may go."""
    if status == 200:
        return "saved"
    return "conflict" if sent.conflicts else "invalid" if status == 422 else "locked"


def changed_slots(page: ChapterPage, fields: Post) -> Iterator[Card]:
    """The conditional cards that are on the sender's page and should not be, or the other way round.

    The page says which it shows, so a reply that got lost, or a change by somebody else, leaves nothing behind.
    Only the outermost are sent: what hangs under them comes along.
    """
    if "shown" not in fields:
        return
    shown = set(fields["shown"][-1].split(","))
    pending = [part for part in page.parts if isinstance(part, Node)]
    while pending:
        node = pending.pop(0)
        key = node.question.key
        if node.is_conditional and (key in page.profile.visible) != (key in shown):
            yield page.card(key)
        else:
            pending.extend(under for nodes in node.under.values() for under in nodes)
