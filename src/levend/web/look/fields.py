"""A form's field as the page shows it: which control, which name, which faults."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django import forms
from django.forms import BaseForm, BoundField
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Said:
    """What stands beside a field: a fault, or something to look at."""

    text: str
    is_warning: bool = False

    @property
    def icon(self) -> str:
        return "triangle-alert" if self.is_warning else "circle-alert"


@dataclass(frozen=True)
class FieldView:
    """One bound field. `kind` says which control: group, tick, or one that stands alone.

    A form that is checked while somebody types gives in `live` what stands beside its fields, by their names; the place
    for it is then always there.
    """

    bound: BoundField
    size: str = ""
    rows: int = 0
    live: Mapping[str, tuple[Said, ...]] | None = None

    @property
    def said(self) -> tuple[Said, ...]:
        if self.live is not None:
            return self.live.get(self.bound.name, ())
        return tuple(Said(str(text)) for text in self.bound.errors)

    @property
    def has_fault(self) -> bool:
        return any(not each.is_warning for each in self.said)

    @property
    def described_by(self) -> str:
        """The ids of help and faults; Django leaves out faults that may still come."""
        if self.live is None:
            return str(self.bound.aria_describedby or "")
        return f"{self.help_id} {self.error_id}" if self.bound.help_text else self.error_id

    @property
    def kind(self) -> str:
        widget = self.bound.field.widget
        if widget.use_fieldset and isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
            return "group"
        if isinstance(widget, forms.CheckboxInput):
            return "tick"
        return "single"

    @property
    def control(self) -> SafeString:
        """The input itself; Django adds the ids of help and error to `aria-describedby`."""
        widget = self.bound.field.widget
        attributes: dict[str, str | bool] = {}
        if self.live is not None and self.kind != "group":
            attributes["aria-describedby"] = self.described_by
            attributes["aria-invalid"] = "true" if self.has_fault else "false"
        if isinstance(widget, forms.Textarea):
            attributes["class"] = "textarea textarea--s" if 0 < self.rows < 5 else "textarea"
            if self.rows:
                attributes["rows"] = str(self.rows)
        elif isinstance(widget, forms.Select):
            attributes["class"] = "select"
        elif not isinstance(widget, forms.CheckboxInput):
            attributes["class"] = f"input input--{self.size}" if self.size else "input"
        return self.bound.as_widget(attrs=attributes)

    @property
    def optional(self) -> bool:
        return not self.bound.field.required and self.kind != "tick"

    @property
    def help_id(self) -> str:
        return f"{self.bound.auto_id}_helptext"

    @property
    def error_id(self) -> str:
        return f"{self.bound.auto_id}_error"


@dataclass(frozen=True)
class Fault:
    """One line of the summary; `target` is the id of the control, empty for the form as a whole."""

    label: str
    text: str
    target: str


def _faults(form: BaseForm) -> Iterator[Fault]:
    for text in form.non_field_errors():
        yield Fault("", str(text), "")
    for bound in form:
        # A group has no control with its own id: its first choice has.
        grouped = FieldView(bound).kind == "group"
        target = f"{bound.auto_id}_0" if grouped else bound.auto_id
        for text in bound.errors:
            yield Fault(str(bound.label).rstrip("?:."), str(text), target)


def faults_of(form: BaseForm) -> tuple[Fault, ...]:
    """Everything wrong with a bound form, in the order of its fields."""
    return tuple(_faults(form)) if form.is_bound else ()
