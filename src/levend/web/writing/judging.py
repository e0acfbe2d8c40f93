"""What somebody says of an answer of last time: one at a time, or of a whole chapter."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from levend.accounts.actor import Actor
from levend.core.errors import NotFound
from levend.profiles.enums import Verdict
from levend.profiles.queries.writing import Draft, draft_for, with_answers
from levend.profiles.services import confirm_chapter, judge_answer, mark_seen
from levend.profiles.values import ChapterSaved, Conflict
from levend.web.requests import LevendRequest
from levend.web.writing.autosave import changed_slots
from levend.web.writing.intake import Intake, based_on, fields_of, page_word
from levend.web.writing.pages import chapter_of, chapter_page
from levend.web.writing.sent import Sent

CHAPTER = "hoofdstuk"


@require_http_methods(["GET", "HEAD", "POST"])
def judge(request: LevendRequest, code: str, chapter: str, key: str) -> HttpResponse:
    """A verdict on one answer; the reply is its card. The address, opened as a page, leads to the card."""
    draft = draft_for(request.actor, code)
    if all(question.key != key for question in chapter_of(draft, chapter).questions):
        raise NotFound(key)
    if request.method != "POST":
        return redirect("profile_answer", code, chapter, key)
    fields = fields_of(request.POST)
    result = judge_answer(
        actor=request.actor,
        profile_id=draft.profile_id,
        key=key,
        verdict=verdict_of(request.POST.get("oordeel", "")),
        based_on=based_on(fields, key),
        page=page_word(fields),
    )
    sent = Sent(fields, conflicts={key: result}) if isinstance(result, Conflict) else Sent()
    status = 409 if sent.conflicts else 200
    if not request.htmx and not sent.conflicts:
        return redirect("profile_answer", code, chapter, key)
    page = chapter_page(with_answers(draft), chapter, request.actor.user_id, sent)
    if not request.htmx:
        return render(request, "writing/chapter.html", {"page": page}, status=status)
    context = {"page": page, "card": page.card(key), "slots": tuple(changed_slots(page, fields))}
    return render(request, "writing/judged.html", context, status=status)


def verdict_of(word: str) -> Verdict:
    """Raises `NotFound` for what no button of ours sends."""
    if word not in Verdict.values:
        raise NotFound(word)
    return Verdict(word)


def judge_form(actor: Actor, draft: Draft, chapter: str, intake: Intake, saved: ChapterSaved) -> None:
    """What a button of the chapter's form said, after the answers of the form were saved.

    Without JavaScript the end of the page lists what there is to look at, and its form says so along with the button;
    with it, the page tells what was in view. Raises `NotNow` for a chapter that was not seen, `NotFound`.
    """
    if intake.seen:
        mark_seen(actor=actor, profile_id=draft.profile_id, seen=intake.seen)
    if intake.judged == CHAPTER:
        confirm_chapter(actor=actor, profile_id=draft.profile_id, chapter=chapter)
    elif intake.judged:
        key, _, word = intake.judged.rpartition(":")
        stands = saved.saved.get(key)
        result = judge_answer(
            actor=actor,
            profile_id=draft.profile_id,
            key=key,
            verdict=verdict_of(word),
            based_on=stands.revision if stands else based_on(intake.fields, key),
        )
        if isinstance(result, Conflict):
            saved.conflicts[key] = result
