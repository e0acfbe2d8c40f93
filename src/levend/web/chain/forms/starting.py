"""What is chosen when a profile is begun."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from levend.adoption.queries.starting import Start
from levend.web.forms import PlainForm


class StartForm(PlainForm):
    """A format, a school year, and the consortium where a school belongs to several."""

    done = _("Het profiel is begonnen.")
    version = forms.ChoiceField(label=_("In welk format schrijft u?"), widget=forms.RadioSelect)
    school_year = forms.ChoiceField(label=_("Voor welk schooljaar?"), widget=forms.RadioSelect)
    consortium = forms.ChoiceField(label=_("Voor welk samenwerkingsverband?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, start: Start, **kwargs: Any) -> None:  # as Django calls it
        super().__init__(*args, **kwargs)
        choices = {
            "version": [
                (str(one.id), _("%(title)s, versie %(number)d") % {"title": one.title, "number": one.number})
                for one in start.versions
            ],
            "school_year": [(year, year.replace("-", "–")) for year in start.school_years],
            "consortium": [(one.key, one.label) for one in start.consortia],
        }
        for name, options in choices.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = options
            self.initial.setdefault(name, options[0][0] if options and name != "version" else None)
        if len(start.versions) == 1:
            self.initial["version"] = str(start.versions[0].id)
        if len(start.consortia) < 2:
            del self.fields["consortium"]

    def payload(self) -> dict[str, Any]:  # arguments of the service, each of its own type
        consortium = self.cleaned_data.get("consortium")
        return {
            "version_id": int(self.cleaned_data["version"]),
            "school_year": self.cleaned_data["school_year"],
            "consortium_id": int(consortium) if consortium else None,
        }
