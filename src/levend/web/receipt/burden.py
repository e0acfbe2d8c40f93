"""What a round took, in numbers and words: over at least five schools, never by school."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from levend.rounds.engine.burden import FEWEST
from levend.rounds.queries.burden import ANSWERS, Asked, RoundBurden
from levend.rounds.queries.burden import round_burden as burden_of
from levend.web.receipt import words
from levend.web.receipt.ratings import ratings_of
from levend.web.requests import LevendRequest


@dataclass(frozen=True)
class Share:
    label: str
    count: int
    percent: int


@dataclass(frozen=True)
class Line:
    """A question at which many schools met something."""

    label: str
    chapter: str
    met: tuple[str, ...]


@dataclass(frozen=True)
class Version:
    title: str
    number: int
    schools: int
    lines: tuple[Line, ...]


@require_safe
def round_burden(request: LevendRequest, round_id: int) -> HttpResponse:
    """For who coordinates the round: minutes, what became of answers, where schools stumble, what they think."""
    found = burden_of(request.actor, round_id)
    context = {
        "found": found,
        "fewest": FEWEST,
        "shares": _shares(found),
        "versions": [
            Version(
                version.title,
                version.number,
                version.schools,
                tuple(Line(one.question.label, one.chapter.title, _sentences(one)) for one in version.asked),
            )
            for version in found.versions
        ],
        "ratings": ratings_of(found.ratings),
        "scale": [str(word) for word in words.SCALE.values()],
    }
    return render(request, "receipt/burden.html", context)


def _sentences(asked: Asked) -> tuple[str, ...]:
    did = (words.handled(asked.handling),) if asked.handling else ()
    return (*words.met(asked.stumbles), *did)


def _shares(found: RoundBurden) -> tuple[Share, ...]:
    if found.answers is None:
        return ()
    total = sum(found.answers.values())
    return tuple(
        Share(str(words.ANSWERS[name]), count, round(100 * count / total) if total else 0)
        for name in ANSWERS
        if (count := found.answers[name]) or name in ANSWERS[:3]
    )
