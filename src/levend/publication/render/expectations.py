"""The first answers of a public page: what a school does itself, with help from outside, and not yet."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from levend.documents.values import Bullets, Prose
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.offers import codes
from levend.publication.engine.projection import PublicContent
from levend.publication.engine.slots import SlotText, opening, slot_texts

OPENING = 420
"""Characters of a first answer: what is longer stands in full in its chapter."""


@dataclass(frozen=True)
class Expectation:
    """One of the first answers. `sign` is how it is drawn; `chapter` is where the rest stands.

    `then` follows *not yet*: what the school does in that case. `promise` is ours, for a school that did not write it.
    """

    sign: str
    title: str
    blocks: tuple[Prose | Bullets, ...]
    then: tuple[SlotText, ...] = ()
    promise: str = ""
    chapter: str = ""


def expectations(definition: FormatDefinition, content: PublicContent) -> tuple[Expectation, ...]:
    """What the school wrote for parents, by its tags; a part about which it wrote nothing is left out."""
    found = (
        _own(slot_texts(definition, content, "parents:basic", "parents:additional")),
        _outside(slot_texts(definition, content, "parents:extra")),
        _not_yet(
            slot_texts(definition, content, "parents:not-yet"),
            looks_elsewhere=bool(codes(definition, content.answers, "referral")),
        ),
    )
    return tuple(each for each in found if each is not None)


def _own(texts: tuple[SlotText, ...]) -> Expectation | None:
    if not texts:
        return None
    blocks = tuple(block for text in texts for block in opening(text.blocks, most=OPENING // len(texts)))
    return Expectation("basis", _("Dit doen wij zelf"), blocks, chapter=texts[0].chapter)


def _outside(texts: tuple[SlotText, ...]) -> Expectation | None:
    if not texts:
        return None
    blocks = opening(texts[0].blocks, most=OPENING)
    return Expectation("extra", _("Dit doen wij met hulp van buiten"), blocks, chapter=texts[0].chapter)


def _not_yet(texts: tuple[SlotText, ...], *, looks_elsewhere: bool) -> Expectation | None:
    """Never a list of refusals: what the school does then always stands with it."""
    if not texts and not looks_elsewhere:
        return None
    blocks = opening(texts[0].blocks, most=OPENING) if texts else (Prose.of(_without_words()),)
    return Expectation(
        "none",
        _("Dit kunnen wij nu nog niet"),
        blocks,
        texts[1:],
        "" if texts[1:] else _promise(),
        texts[0].chapter if texts else "",
    )


def _without_words() -> str:
    return _("Hieronder staat per onderwerp waarvoor wij nu samen met u een andere plek zoeken.")


def _promise() -> str:
    """Zorgplicht in the school's place (source: see `words.duty`)."""
    return _(
        "Wij praten eerst met u over wat wél kan. Lukt het niet bij ons? Dan zoeken wij samen met u een school die "
        "past. U hoeft dat niet alleen te doen."
    )
