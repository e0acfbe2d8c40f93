"""A question as its card shows it."""

import json
from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from levend.formats.engine.answers import length_limit
from levend.formats.engine.definition import Question
from levend.formats.engine.display import display
from levend.formats.engine.kinds import Audience, QuestionType
from levend.formats.engine.offer_parts import OfferPart, offer_part
from levend.profiles.queries.writing import AnswerState, Writing
from levend.web.writing import controls, region, told, words
from levend.web.writing.agreed import agreed_words
from levend.web.writing.beside import Beside, ExampleView
from levend.web.writing.controls import Choice, Post, TableRow
from levend.web.writing.layout import Node
from levend.web.writing.prose import format_text
from levend.web.writing.review import Review, review_of
from levend.web.writing.sent import NOTHING_SENT, Sent
from levend.web.writing.shown import shown
from levend.web.writing.where import ChapterAddresses


@dataclass(frozen=True)
class OptionView:
    """An option with the cards that hang under it."""

    choice: Choice
    under: tuple["Card", ...]


@dataclass(frozen=True)
class Versus:
    """Two texts of one answer, side by side."""

    theirs_by: str
    theirs_when: str
    theirs: SafeString
    yours: SafeString
    yours_as_json: str


@dataclass(frozen=True)
class Card:
    """One question for one person. `number` is empty for a question under an option of another."""

    profile: Writing
    at: ChapterAddresses
    node: Node
    number: str
    user_id: int | None
    sent: Sent = NOTHING_SENT
    beside: Beside | None = None

    @property
    def question(self) -> Question:
        return self.node.question

    @cached_property
    def key(self) -> str:
        return self.question.key

    @property
    def id(self) -> str:
        return f"a-{self.key}"

    @property
    def url(self) -> str:
        return self.at.answer(self.key)

    @property
    def history_url(self) -> str:
        return self.at.history(self.key)

    @cached_property
    def remarks_url(self) -> str:
        """Where this question is talked about; empty for who does not."""
        if self.profile.draft.voice is None:
            return ""
        return f"{self.at.remarks}?vraag={self.key}#nieuw"

    @property
    def open_remarks(self) -> int:
        return self.profile.open_remarks[self.key]

    @cached_property
    def state(self) -> AnswerState:
        return self.profile.state_of(self.key)

    @property
    def is_visible(self) -> bool:
        return self.key in self.profile.visible

    @property
    def is_conditional(self) -> bool:
        return self.node.is_conditional

    @cached_property
    def offered(self) -> Question:
        """The question with the options that the region offers, and those that were chosen."""
        return region.offered_here(self.profile, self.question, self._typed)

    @property
    def no_longer(self) -> str:
        """That the consortium does not ask this any more, while an answer stands."""
        return region.no_longer_words(self.profile, self.question)

    @property
    def can_be_taken_away(self) -> bool:
        """An answer that nobody asks for any more can go, whatever its field can say."""
        return region.is_no_longer_asked(self.profile, self.question) and self.state.value is not None

    @property
    def notes(self) -> tuple[str, ...]:
        """What stands above the question beside its number."""
        audience = {
            Audience.CONSORTIUM: _("alleen voor het samenwerkingsverband"),
            Audience.INTERNAL: _("alleen voor de school"),
        }.get(self.question.audience)
        texts = [
            self.number,
            _("verplicht") if region.is_required(self.profile, self.question) else "",
            _("komt in de tekst voor ouders") if self.question.tag_values("parents") else "",
            audience or "",
        ]
        return tuple(text for text in texts if text)

    @property
    def look(self) -> str:
        """Questions about one offer are many and short: their cards are low, and the parts stand under the level."""
        match offer_part(self.question):
            case None:
                return ""
            case (_code, OfferPart.LEVEL):
                return "q--offer"
        return "q--offer q--part"

    @cached_property
    def help(self) -> SafeString:
        return format_text(self.question.help)

    @cached_property
    def why(self) -> SafeString:
        return format_text(self.question.why)

    @property
    def fault(self) -> str:
        return self.sent.faults.get(self.key, "")

    @property
    def faulty_cell(self) -> str:
        """The name of the one field of a table that cannot be taken."""
        return self.sent.cells.get(self.key, "")

    @property
    def on_paper(self) -> str:
        """What a document will show otherwise than it was typed; told at once, and the answer stands as it is."""
        return words.replaced_on_paper(display(self.question, self.state.value))

    @cached_property
    def review(self) -> Review | None:
        """What last time's answer was and where it stands."""
        return review_of(self.profile, self.key)

    @property
    def judge_url(self) -> str:
        return self.at.judge(self.key)

    @cached_property
    def source(self) -> str:
        """The figure that filled this in, or could."""
        return told.source_words(self.profile, self.question)

    @cached_property
    def agreed(self) -> str:
        """What the region agreed about this kind of support."""
        return agreed_words(self.profile, self.question)

    @cached_property
    def reason(self) -> "Card | None":
        """Asks why the answer is another one than the figure, while it is."""
        found = told.reason_question(self.profile, self.at.chapter, self.question)
        return self._under(Node(found)) if found is not None else None

    @property
    def examples(self) -> tuple[ExampleView, ...]:
        """What other schools wrote to this question."""
        return self.beside.of(self.key) if self.beside is not None else ()

    @cached_property
    def saved(self) -> str:
        return words.saved(self.state, self.user_id)

    @cached_property
    def control(self) -> str:
        """The template of the field."""
        match self.question.type:
            case QuestionType.LONG_TEXT:
                return "writing/controls/long_text.html"
            case QuestionType.TABLE:
                return "writing/controls/table.html"
            case QuestionType.BOOLEAN | QuestionType.CHOICE | QuestionType.CHOICES | QuestionType.RATING:
                return "writing/controls/options.html"
            case _:
                return "writing/controls/line.html"

    @property
    def is_group(self) -> bool:
        """Several fields under one legend."""
        return self.control.endswith(("options.html", "table.html"))

    @property
    def size(self) -> str:
        sizes = {QuestionType.NUMBER: " input--s", QuestionType.DATE: " input--m"}
        return sizes.get(self.question.type, "")

    @property
    def text(self) -> str:
        return controls.text_in_field(self.question, self.state.value, self.key, self._typed)

    @property
    def limit(self) -> int:
        return length_limit(self.question) or 0

    @property
    def characters(self) -> str:
        return words.characters(len(self.text.replace("\r\n", "\n")), self.limit)

    @property
    def box(self) -> str:
        return "checkbox" if self.question.type is QuestionType.CHOICES else "radio"

    @property
    def is_in_a_row(self) -> bool:
        """Two or three short options without anything under them stand beside each other."""
        labels = [option.choice.label for option in self.options]
        return 1 < len(labels) <= 3 and not self.node.under and max(map(len, labels)) <= 12

    @property
    def are_many(self) -> bool:
        """A long list of options stands in columns where there is room."""
        return len(self.options) > 8

    @cached_property
    def options(self) -> tuple[OptionView, ...]:
        choices = controls.choices_of(self.offered, self.state.value, self.key, self.id, self._typed)
        return tuple(
            OptionView(choice, tuple(self._under(node) for node in self.node.under.get(choice.key, [])))
            for choice in choices
        )

    @property
    def rows(self) -> tuple[TableRow, ...]:
        at_least = max(self.sent.rows.get(self.key, 0), int(self.question.minimum or 0))
        return controls.rows_of(self.offered, self.state.value, self._typed, at_least)

    @property
    def empty_row(self) -> TableRow:
        return controls.empty_row(self.offered)

    @cached_property
    def described_by(self) -> str:
        """The ids of what explains the field."""
        ids = [f"h-{self.key}"] * bool(self.question.help) + [f"r-{self.key}"] * bool(self.agreed)
        if self.question.type is QuestionType.DATE:
            ids.append(f"d-{self.key}")
        return " ".join([*ids, f"e-{self.key}"])

    @property
    def shown(self) -> SafeString:
        """The answer to read."""
        return shown(self.question, self.state.value, self.profile.register)

    @property
    def versus(self) -> Versus | None:
        conflict = self.sent.conflicts.get(self.key)
        if conflict is None:
            return None
        return Versus(
            theirs_by=conflict.theirs_by,
            theirs_when=words.when(conflict.theirs_at),
            theirs=shown(self.question, conflict.theirs),
            yours=shown(self.question, conflict.yours),
            yours_as_json=json.dumps(conflict.yours),
        )

    @property
    def _typed(self) -> Post | None:
        """The fields as typed, where they could not be saved as they are."""
        return self.sent.typed if self.key in self.sent.faults or self.key in self.sent.conflicts else None

    def _under(self, node: Node) -> "Card":
        return Card(self.profile, self.at, node, "", self.user_id, self.sent, self.beside)
