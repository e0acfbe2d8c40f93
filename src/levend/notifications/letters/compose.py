"""Writing a letter: the texts stand in templates/notifications/mail/<name>.<language>.txt.

The first line of a text is the subject. A text names only the fields of its kind, and a test compares them.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from django.template import Context, Engine, TemplateDoesNotExist
from django.utils import translation
from django.utils.formats import date_format

from levend.notifications.errors import LetterFault
from levend.notifications.letters.kinds import ERASED, KINDS, STOP, LetterKind
from levend.notifications.values import Letter

FOLDER = Path(__file__).parents[1] / "templates" / "notifications" / "mail"
LANGUAGES = ("nl", "en")

_ENGINE = Engine(dirs=[str(FOLDER)])


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


def hidden_from_readers(name: str, context: Mapping[str, str | int]) -> dict[str, str | int]:
    """The context as the outbox shows it: without links that act for who got them, and without what people wrote.

    A reason for reopening is for the school that gave it. The lines of a digest are subjects of letters, so they stay.
    """
    kind = KINDS[name]
    hidden = kind.secrets | {STOP} | (frozenset() if kind.optional else kind.texts)
    return {key: ERASED if key in hidden and value else value for key, value in context.items()}


def _written(key: str, value: str | int, kind: LetterKind) -> str | int:
    if key in kind.dates and value not in {"", ERASED}:
        return date_format(date.fromisoformat(str(value)), "j F Y")
    if isinstance(value, int) or key in kind.texts:
        return value
    # One line: a line end in a name would break the subject.
    return " ".join(value.split())
