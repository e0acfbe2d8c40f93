"""What is sent to a school, what it answers, and what it asks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from levend.core.errors import Invalid
from levend.core.plaintext import clean
from levend.rounds.enums import HelpKind
from levend.rounds.queries.plausibility import Raised
from levend.rounds.services.questions import ANSWER_MAX, QUESTION_MAX, WORDS_MAX, Asked
from levend.rounds.services.questions_of_school import TEXT_MAX
from levend.web.chain.forms.words import WordsField
from levend.web.forms import PlainForm

MOST_OWN = 10


@dataclass(frozen=True)
class Letter:
    """A message as a coordinator puts it together: chosen findings, other words for them, own questions.

    `faults` says per field (a finding's key, `own`, `words`, or empty for all) what is wrong.
    """

    chosen: frozenset[str] = frozenset()
    reworded: Mapping[str, str] = field(default_factory=dict)
    own: tuple[str, ...] = ("",)
    words: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)

    def questions(self, raised: Iterable[Raised]) -> list[Asked]:
        """What was chosen, in the order of the page, then the own questions."""
        found = [
            Asked(self.reworded.get(one.key) or one.text, one.question_key, one.rule, one.key)
            for one in raised
            if one.key in self.chosen
        ]
        return found + [Asked(text) for text in self.own if text]


def letter_from(sent: QueryDict, raised: Iterable[Raised]) -> Letter:
    """The message as it was sent, with what is wrong in it; an own question more when that was asked."""
    faults: dict[str, str] = {}

    def words(text: str, key: str, most: int) -> str:
        try:
            return clean(text, max_length=most)
        except Invalid as refused:
            faults[key] = str(refused)
            return text

    chosen = set(sent.getlist("vraag"))
    known = {one.key: words(sent.get(f"tekst-{one.key}", ""), one.key, QUESTION_MAX) for one in raised}
    own = [words(text, "own", QUESTION_MAX) for text in sent.getlist("eigen")[:MOST_OWN]]
    if "more" in sent and len(own) < MOST_OWN:
        own.append("")
    return Letter(
        chosen=frozenset(chosen & set(known)),
        reworded=known,
        own=tuple(own) or ("",),
        words=words(sent.get("woorden", ""), "words", WORDS_MAX),
        faults=faults,
    )


class AnswerForm(PlainForm):
    answer = WordsField(label=_("Uw antwoord"), most=ANSWER_MAX)
    asks_correction = forms.BooleanField(
        label=_("Wij willen dit herstellen: vraag ons om een correctie"), required=False
    )

    def __init__(self, *args: object, number: int, **kwargs: object) -> None:
        super().__init__(*args, auto_id=f"v{number}_%s", **kwargs)
        self.fields["answer"].error_messages["required"] = str(
            _("Schrijf een antwoord. Een paar woorden zijn genoeg.")
        )


class HelpForm(PlainForm):
    kind = forms.ChoiceField(
        label=_("Waar gaat uw vraag over?"),
        choices=[
            (HelpKind.CONTENT.value, _("Over de inhoud: wat er in het profiel moet, of hoe het gaat")),
            (HelpKind.TECHNIQUE.value, _("Over de techniek: er lukt iets niet op deze website")),
        ],
        widget=forms.RadioSelect,
    )
    text = WordsField(
        label=_("Uw vraag"),
        help_text=_("Schrijf nooit namen of gegevens van leerlingen."),
        most=TEXT_MAX,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].error_messages["required"] = str(_("Schrijf uw vraag."))
