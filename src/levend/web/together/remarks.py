"""The page on which the school talks about a chapter."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from levend.core.errors import Invalid, NotAllowed
from levend.formats.engine.definition import Chapter
from levend.profiles.queries.colleagues import Circle, circle_of
from levend.profiles.queries.remarks import ThreadView, threads_in
from levend.profiles.queries.writing import Draft, draft_for
from levend.profiles.rules.together import Voice
from levend.web.requests import LevendRequest
from levend.web.together.posting import NOTHING, Sent, perform, read
from levend.web.writing.pages import chapter_of, titled

CHAPTER_PAGE = "hoofdstuk"


@dataclass(frozen=True)
class Group:
    """What is said about one question; without a key about the chapter as a whole."""

    key: str
    label: str
    threads: tuple[ThreadView, ...]


@dataclass(frozen=True)
class RemarksPage:
    draft: Draft
    voice: Voice
    chapter: Chapter
    threads: tuple[ThreadView, ...]
    circle: Circle
    sent: Sent = NOTHING
    question: str = ""
    csrf = True

    @property
    def title(self) -> str:
        return titled(self.chapter.number, self.chapter.title)

    @property
    def url(self) -> str:
        return reverse("remarks", args=[self.draft.code, self.chapter.key])

    @property
    def groups(self) -> tuple[Group, ...]:
        """In the order of the chapter; what was said of questions that it has no more comes at the end."""
        labels = {"": _("Het hele hoofdstuk")} | {each.key: each.label for each in self.chapter.questions}
        keys = [*labels, *(thread.question for thread in self.threads if thread.question not in labels)]
        found = {key: tuple(each for each in self.threads if each.question == key) for key in keys}
        return tuple(Group(key, labels.get(key, key), threads) for key, threads in found.items() if threads)

    @property
    def chosen(self) -> str:
        """The question that a new remark is about."""
        return self.sent.question or self.question


@require_http_methods(["GET", "HEAD", "POST"])
def remarks(request: LevendRequest, code: str, chapter: str) -> HttpResponse:
    """All remarks of a chapter with their answers, and a form for a new one."""
    draft = draft_for(request.actor, code)
    if draft.voice is None:
        raise NotAllowed(_("Opmerkingen bij het concept zijn voor wie het schrijft."))
    part, sent = chapter_of(draft, chapter), NOTHING
    if request.method == "POST":
        try:
            where = perform(request.actor, draft.profile_id, chapter, read(request.POST))
        except Invalid as refused:
            sent = read(request.POST, str(refused))
        else:
            back = "profile_chapter" if request.POST.get("terug") == CHAPTER_PAGE else "remarks"
            return redirect(reverse(back, args=[code, chapter]) + where)
    page = RemarksPage(
        draft=draft,
        voice=draft.voice,
        chapter=part,
        threads=threads_in(draft.profile_id, chapter, draft.voice),
        circle=circle_of(draft.profile_id),
        sent=sent,
        question=request.GET.get("vraag", ""),
    )
    return render(request, "together/remarks.html", {"page": page}, status=422 if sent.fault else 200)
