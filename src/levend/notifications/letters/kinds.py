"""Which letters there are, and what each needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass

ERASED = "…"


@dataclass(frozen=True)
class LetterKind:
    """The fields of a letter.

    `dates` are ISO dates and written out (empty: there is none), `texts` keep their paragraphs and may not stand in the
    subject, `secrets` are forgotten once the letter is sent. `stays_in_school` letters are between a school and who
    helps it write: nobody above the school sees them. A reminder is `optional`: who gets it may switch it off, so it
    carries the link that does so.
    """

    fields: frozenset[str]
    dates: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    secrets: frozenset[str] = frozenset()
    stays_in_school: bool = False
    optional: bool = False


def _kind(
    *fields: str,
    dates: tuple[str, ...] = (),
    texts: tuple[str, ...] = (),
    secrets: tuple[str, ...] = (),
    stays_in_school: bool = False,
    optional: bool = False,
) -> LetterKind:
    if optional:
        fields += (STOP,)
    return LetterKind(
        frozenset(fields + dates + texts + secrets),
        frozenset(dates),
        frozenset(texts),
        frozenset(secrets),
        stays_in_school,
        optional,
    )


STOP = "stop_url"
"""The field of an optional letter that holds the address where it is switched off."""

KINDS: Mapping[str, LetterKind] = {
    "invitation": _kind("inviter", "role", "place", dates=("until",), secrets=("url",)),
    "invitation_several": _kind("inviter", "count", dates=("until",), texts=("places",), secrets=("url",)),
    "password_reset": _kind(secrets=("url",)),
    "turn": _kind("step", "school", "url"),
    "told": _kind("what", "school", "registered_by", "url", dates=("meeting_date", "until")),
    "correction_asked": _kind("consortium", "school", "url", dates=("due_on",)),
    "received": _kind("consortium", "school", "url", dates=("received_on",)),
    "advice_given": _kind("council", "school", "url"),
    "reopened": _kind("school", "url", texts=("reason",)),
    "adopted": _kind("school", "url", texts=("explanation",)),
    "corrected": _kind("school", "url"),
    "read_along": _kind(
        "reader", "inviter", "school", dates=("until",), secrets=("url",), stays_in_school=True
    ),
    "chapter_given": _kind("who", "chapter", "school", "url", dates=("ready_by",), stays_in_school=True),
    "concept_shared": _kind("who", "school", "url"),
    "mentioned": _kind("who", "chapter", "school", "url", stays_in_school=True),
    "withdrawn": _kind("school", "url", dates=("on",), texts=("reason",)),
    "round_opened": _kind("round", "school", "url", dates=("until",)),
    "round_extended": _kind("round", "school", "url", dates=("until",), texts=("reason",)),
    "round_moved": _kind("round", "school", "url", dates=("until",), texts=("planning",)),
    "questions_put": _kind("consortium", "school", "count", "url", texts=("questions",)),
    "questions_answered": _kind("school", "url"),
    "help_content": _kind("who", "email", "school", "url", texts=("question",)),
    "help_technique": _kind("who", "email", "school", "url", texts=("question",)),
    "reminder": _kind("step", "school", "round", "url", dates=("due_on",), optional=True),
    "reminder_late": _kind("step", "school", "round", "url", dates=("due_on",), optional=True),
    "to_receive": _kind("school", "round", "url", dates=("since",), optional=True),
    "renewal": _kind("school", "url", dates=("until", "ask_by"), optional=True),
    "digest": _kind("count", texts=("lines",), optional=True),
}
