"""The letters that Levend sends: their texts stand in templates/notifications/mail/<name>.<language>.txt.

The first line of a text is the subject. A text names only the fields listed here, and a test compares them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.template import Context, Engine, TemplateDoesNotExist
from django.utils import translation
from django.utils.formats import date_format

from levend.notifications.errors import LetterFault
from levend.notifications.values import Letter

FOLDER = Path(__file__).parent / "templates" / "notifications" / "mail"
LANGUAGES = ("nl", "en")
ERASED = "…"

_ENGINE = Engine(dirs=[str(FOLDER)])


@dataclass(frozen=True)
class LetterKind:
    """The fields of a letter.

    `dates` are ISO dates and written out (empty: there is none), `texts` keep their paragraphs and may not stand in the subject,
    `secrets` are forgotten once the letter is sent.
    """

    fields: frozenset[str]
    dates: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    secrets: frozenset[str] = frozenset()


def _kind(
    *fields: str, dates: tuple[str, ...] = (), texts: tuple[str, ...] = (), secrets: tuple[str, ...] = ()
) -> LetterKind:
    return LetterKind(
        frozenset(fields + dates + texts + secrets), frozenset(dates), frozenset(texts), frozenset(secrets)
    )


KINDS: Mapping[str, LetterKind] = {
    "invitation": _kind("inviter", "role", "place", dates=("until",), secrets=("url",)),
    "password_reset": _kind(secrets=("url",)),
    "turn": _kind("step", "school", "url"),
    "told": _kind("what", "school", "registered_by", "url", dates=("meeting_date", "until")),
    "correction_asked": _kind("consortium", "school", "url"),
    "received": _kind("consortium", "school", "url", dates=("received_on",)),
    "advice_given": _kind("council", "school", "url"),
    "reopened": _kind("school", "url", texts=("reason",)),
    "adopted": _kind("school", "url", texts=("explanation",)),
    "corrected": _kind("school", "url"),
    "read_along": _kind("reader", "inviter", "school", dates=("until",), secrets=("url",)),
    "chapter_given": _kind("who", "chapter", "school", "url", dates=("ready_by",)),
    "concept_shared": _kind("who", "school", "url"),
    "mentioned": _kind("who", "chapter", "school", "url"),
    "withdrawn": _kind("school", "url", dates=("on",), texts=("reason",)),
}


def compose(name: str, context: Mapping[str, str | int], *, language: str) -> Letter:
    """Write the letter `name` in `language` ("nl" or "en").

    Raises LetterFault for an unknown letter or language, and for a context that is not exactly the letter's fields.
    """
    kind = KINDS.get(name)
    if kind is None:
        raise LetterFault(f"There is no letter {name!r}.")
    if set(context) != kind.fields:
        raise LetterFault(f"Letter {name} needs {sorted(kind.fields)}, not {sorted(context)}.")
    try:
        template = _ENGINE.get_template(f"{name}.{language}.txt")
    except TemplateDoesNotExist:
        raise LetterFault(f"Letter {name} does not exist in {language!r}.") from None
    with translation.override(language):
        written = {key: _written(key, value, kind) for key, value in context.items()}
        text = template.render(Context(written, autoescape=False))  # a plain text is not HTML
    subject, _newline, body = text.partition("\n")
    return Letter(subject=subject.strip(), body=body.strip() + "\n")


def without_secrets(name: str, context: Mapping[str, str | int]) -> dict[str, str | int]:
    """The context with links that open something replaced by a mark."""
    return {key: ERASED if key in KINDS[name].secrets else value for key, value in context.items()}


def _written(key: str, value: str | int, kind: LetterKind) -> str | int:
    if key in kind.dates and value not in {"", ERASED}:
        return date_format(date.fromisoformat(str(value)), "j F Y")
    if isinstance(value, int) or key in kind.texts:
        return value
    # One line: a line end in a name would break the subject.
    return " ".join(value.split())
