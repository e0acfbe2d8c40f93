"""Fields and the base of all steps' forms."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.adoption.queries.overview import CaseOverview
from levend.core.errors import Invalid
from levend.core.plaintext import clean
from levend.web.forms import LongTextField, PlainForm

WORDS_MAX = 20_000
MESSAGE_MAX = 2_000


class WordsField(LongTextField):
    """Words of at most `most` characters. Too many are refused with their number, never cut off while typing."""

    def __init__(self, *, most: int = WORDS_MAX, **kwargs: Any) -> None:  # as Django's fields
        self.most = most
        super().__init__(**kwargs)

    def to_python(self, value: object) -> str:
        text = super().to_python(value)
        try:
            return clean(text, max_length=self.most)
        except Invalid as refused:
            raise ValidationError(str(refused)) from None


class StepForm(PlainForm):
    """`about` is the case as the actor sees it; `missing` says per field what is asked when it is left empty."""

    missing: ClassVar[Mapping[str, Promise]] = {}

    def __init__(self, *args: Any, about: CaseOverview, **kwargs: Any) -> None:  # as Django calls it
        super().__init__(*args, **kwargs)
        self.about = about
        self.arrange()
        for name, message in self.missing.items():
            if name in self.fields:
                self.fields[name].error_messages["required"] = str(message)

    def arrange(self) -> None:
        """Fit the fields to the case."""

    def payload(self) -> dict[str, object]:
        """The arguments of the service, beside the actor and the case."""
        return dict(self.cleaned_data)

    def raw(self) -> dict[str, object]:
        """What was typed, as it was sent: to show it again without judging it."""
        return {
            name: field.widget.value_from_datadict(self.data, self.files, name)
            for name, field in self.fields.items()
            if not isinstance(field, forms.FileField)
        }

    def typed(self) -> tuple[tuple[str, str], ...]:
        """The texts that were typed, by label: not lost when the step can no longer be taken."""
        if not self.is_bound:
            return ()
        raw = self.raw()
        return tuple(
            (str(field.label), str(raw[name]).strip())
            for name, field in self.fields.items()
            if isinstance(field, LongTextField) and str(raw.get(name) or "").strip()
        )


class NothingForm(StepForm):
    """A step that asks nothing."""


class MessageForm(StepForm):
    """A few words to go with the step."""

    words = WordsField(
        label=_("Bericht erbij"),
        help_text=_("Bijvoorbeeld wat er anders is dan vorig jaar, of wanneer de vergadering is."),
        required=False,
        most=MESSAGE_MAX,
    )


class ReasonForm(StepForm):
    reason = WordsField(
        label=_("Reden"), help_text=_("Schrijf wat er anders moet en waarom. Anderen lezen dit mee.")
    )
    missing = {"reason": _("Schrijf een reden. De anderen lezen die mee.")}
