"""When schools are reminded, as a coordinator fills it in."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from levend.rounds.engine.reminding import Schedule
from levend.web.forms import PlainForm, TextField

_NUMBERS = re.compile(r"[0-9]{0,3}(?:(?:[,; ]| en )+[0-9]{1,3})*[,; ]*")


class ScheduleForm(PlainForm):
    is_on = forms.BooleanField(label=_("Stuur herinneringen"), required=False)
    before = TextField(
        label=_("Dagen voor de datum"),
        help_text=_("Getallen met een komma ertussen, bijvoorbeeld 21, 7."),
        required=False,
        max_length=60,
    )
    after = forms.IntegerField(
        label=_("Eerste keer na de datum, in dagen"), help_text=_("0: niet."), min_value=0, max_value=365
    )
    every = forms.IntegerField(
        label=_("Daarna om de zoveel dagen"), help_text=_("0: niet meer."), min_value=0, max_value=365
    )

    @staticmethod
    def of(schedule: Schedule) -> dict[str, object]:
        return {
            "is_on": schedule.is_on,
            "before": ", ".join(map(str, schedule.before)),
            "after": schedule.after,
            "every": schedule.every,
        }

    def clean_before(self) -> list[int]:
        text = self.cleaned_data["before"]
        if not _NUMBERS.fullmatch(text):
            raise ValidationError(_("Schrijf getallen met een komma ertussen, bijvoorbeeld 21, 7."))
        return [int(number) for number in re.findall(r"\d+", text)]

    def payload(self) -> dict[str, Any]:  # each field of its own type
        return {name: self.cleaned_data[name] for name in ("is_on", "before", "after", "every")}
