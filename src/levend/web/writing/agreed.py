"""What the region agreed about the kind of support that a question asks about, in a sentence."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from levend.formats.engine.definition import Question
from levend.profiles.queries.writing import Writing


def agreed_words(profile: Writing, question: Question) -> str:
    """That it is part of the region's basic support, or of a national norm; empty for what is neither.

    Of a question about several kinds the ones that are, by name.
    """
    asked = support_asked(question)
    if not asked:
        return ""
    agreed = profile.agreed
    found = (
        _sentence(
            asked,
            agreed.basic,
            _("Hoort bij de basisondersteuning van uw samenwerkingsverband."),
            _("Bij de basisondersteuning van uw samenwerkingsverband hoort: %(names)s."),
        ),
        _sentence(
            asked,
            agreed.norm,
            _("Valt onder een landelijke norm."),
            _("Onder een landelijke norm valt: %(names)s."),
        ),
    )
    return " ".join(each for each in found if each)


def support_asked(question: Question) -> dict[str, str]:
    """The kinds of support of which a question asks whether the school offers them: code and name."""
    found: dict[str, str] = {}
    for part in (question, *question.columns):
        for code in _codes(part.tags):
            found.setdefault(code, question.label)
        for option in part.options:
            for code in _codes(option.tags):
                found.setdefault(code, option.label)
    return found


def _codes(tags: Collection[str]) -> tuple[str, ...]:
    return tuple(tag.split(":")[1] for tag in tags if tag.startswith("support:"))


def _sentence(asked: dict[str, str], agreed: Collection[str], about_one: str, about_some: str) -> str:
    names = [name for code, name in asked.items() if code in agreed]
    if not names:
        return ""
    return about_one if len(asked) == 1 else about_some % {"names": ", ".join(dict.fromkeys(names))}
