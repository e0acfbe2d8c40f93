"""From the fields that a page sent to answers, or to what is wrong with them."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from levend.formats.engine.answers import parse_form
from levend.formats.engine.definition import Chapter, Question
from levend.formats.engine.values import ValueFault
from levend.profiles.values import Submitted
from levend.web.writing.controls import Post

MOST_REVISIONS = 2_000_000_000
MOST_ROWS = 200
_PAGE = re.compile(r"[0-9a-z]{1,32}")


@dataclass(frozen=True)
class Intake:
    """The answers of a page; `cells` names the faulty field of a table, `at_question` what a button asked for.

    `judged` is what a button said of last time's answers, `seen` which of them were in view, with their revision.
    """

    fields: Post
    answers: Mapping[str, Submitted]
    faults: Mapping[str, str]
    cells: Mapping[str, str]
    page: str
    more_rows: Mapping[str, int] = field(default_factory=dict)
    at_question: str = ""
    judged: str = ""
    seen: Mapping[str, int] = field(default_factory=dict)


def fields_of(post: QueryDict) -> Post:
    return {name: [str(text) for text in texts] for name, texts in post.lists()}


def based_on(fields: Post, key: str) -> int:
    """The revision that the page showed; 0 when the page does not say."""
    sent = (fields.get(f"{key}.revision") or [""])[-1]
    return min(int(sent), MOST_REVISIONS) if sent.isascii() and sent.isdigit() and len(sent) < 12 else 0


def page_word(fields: Post) -> str:
    """The random word of the browser page; empty without JavaScript."""
    sent = (fields.get("page") or [""])[-1]
    return sent if _PAGE.fullmatch(sent) else ""


def read_chapter(chapter: Chapter, post: QueryDict, extra: Iterable[Question] = ()) -> Intake:
    """All answers of a chapter's form, and what stands beside them (`extra`). A question was on the page when its
    revision was sent along."""
    fields = _without_row(fields_of(post), (post.get("rij-weg") or ""))
    chosen_key, _, choice = (post.get("kies") or "").rpartition(":")
    answers: dict[str, Submitted] = {}
    faults: dict[str, str] = {}
    cells: dict[str, str] = {}
    for question in (*chapter.questions, *extra):
        if f"{question.key}.revision" not in fields or (question.key == chosen_key and choice == "hun"):
            continue
        try:
            value = _value(fields, question, choice if question.key == chosen_key else "")
        except ValueFault as fault:
            faults[question.key] = fault.message
            cells[question.key] = cell_at_fault(question, fault)
        else:
            answers[question.key] = Submitted(value, based_on(fields, question.key))
    another_row = _known(chapter, post.get("rij-erbij") or "")
    return Intake(
        fields=fields,
        answers=answers,
        faults=faults,
        cells=cells,
        page=page_word(fields),
        more_rows=_one_more(fields, another_row),
        judged=post.get("nagaan") or "",
        seen=_seen(chapter, fields),
        at_question=_known(chapter, chosen_key)
        or _known(chapter, (post.get("nagaan") or "").partition(":")[0])
        or another_row
        or _known(chapter, (post.get("rij-weg") or "").partition(".")[0]),
    )


def _seen(chapter: Chapter, fields: Post) -> Mapping[str, int]:
    """What was in view, each as `missie.1`; what is shaped otherwise was sent by no page of ours."""
    seen = {}
    for text in fields.get("gezien", ()):
        key, _, number = text.rpartition(".")
        if _known(chapter, key) and number.isascii() and number.isdigit() and len(number) < 10:
            seen[key] = int(number)
    return seen


def _known(chapter: Chapter, key: str) -> str:
    """The key of a question of this chapter; empty for what a button of no page of ours sent."""
    return key if any(key == question.key for question in chapter.questions) else ""


def cell_at_fault(question: Question, fault: ValueFault) -> str:
    """The name of the field in a table that cannot be taken; empty where the whole answer cannot."""
    return "" if fault.column is None else f"{question.key}.{fault.row}.{fault.column}"


def rows_wanted(text: str) -> Mapping[str, int]:
    """How many rows of which table to show, from the address: `scholing.4`."""
    key, _, number = text.rpartition(".")
    return (
        {key: min(int(number), MOST_ROWS)}
        if number.isascii() and number.isdigit() and len(number) < 4
        else {}
    )


def _value(fields: Post, question: Question, choice: str) -> object:
    """What a button chose for this question (the text that was set aside, or nothing at all), else what its fields say."""
    match choice:
        case "mijn":
            return _own_text(fields, question)
        case "weg":
            return None
    return parse_form(question, fields)


def _own_text(fields: Post, question: Question) -> object:
    """The text that was set aside, as the conflict card carries it; the service judges it like any answer."""
    try:
        value: object = json.loads((fields.get(f"{question.key}.mijn") or ["null"])[-1])
    except (ValueError, RecursionError):  # no JSON, or nested deeper than any answer
        return None
    return value


def _without_row(fields: Post, row: str) -> Post:
    """The fields without those of one table row, such as `scholing.2`."""
    return {name: texts for name, texts in fields.items() if not row or not name.startswith(f"{row}.")}


def _one_more(fields: Post, key: str) -> Mapping[str, int]:
    """One row more than the page showed."""
    numbers = [
        int(name.split(".")[1])
        for name in fields
        if key and name.startswith(f"{key}.") and re.fullmatch(r"\d{1,3}", name.split(".")[1])
    ]
    return {key: min(max(numbers, default=-1) + 2, MOST_ROWS)} if key else {}
