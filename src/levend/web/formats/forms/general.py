"""A format as a whole, its chapters, its files."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from levend.formats.engine.editing import Map
from levend.formats.engine.yaml_source import MOST_BYTES
from levend.formats.queries.kept import KeptFormat
from levend.formats.values import Owner
from levend.web.formats import words
from levend.web.forms import LongTextField, PlainForm, TextField

EMPTY = "leeg"


class BaseForm(PlainForm):
    """A change of a draft: with the revision that was on the page."""

    revisie = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @property
    def base(self) -> int:
        return int(self.cleaned_data["revisie"])


class OwnedForm(PlainForm):
    """For whom a format is made; asked only of who coordinates in several places."""

    def __init__(self, *args: Any, owners: Sequence[Owner], **kwargs: Any) -> None:  # as Django calls it
        super().__init__(*args, **kwargs)
        self.owners = {owner.ref: owner for owner in owners}
        if len(owners) > 1:
            self.fields["owner"] = forms.ChoiceField(
                label=_("Voor wie is het?"), choices=[(owner.ref, owner.name) for owner in owners]
            )
            self.in_our_words()

    @property
    def owner(self) -> Owner:
        chosen = self.cleaned_data.get("owner")
        return self.owners[chosen] if chosen else next(iter(self.owners.values()))


class NewFormatForm(OwnedForm):
    """Which format to begin from."""

    source = forms.ChoiceField(
        label=_("Waarmee begint u?"), widget=forms.RadioSelect, help_text=_("U kunt daarna alles wijzigen.")
    )
    title = TextField(
        label=_("Hoe heet uw format?"),
        max_length=500,
        help_text=_("Scholen zien deze naam als zij beginnen."),
    )

    def __init__(
        self, *args: Any, formats: Sequence[KeptFormat], **kwargs: Any
    ) -> None:  # as Django calls it
        super().__init__(*args, **kwargs)
        source = self.fields["source"]
        if isinstance(source, forms.ChoiceField):
            source.choices = [
                *((f"{each.key} {each.latest.number}", _named(each)) for each in formats if each.latest),
                (EMPTY, _("Een leeg format")),
            ]

    @property
    def chosen(self) -> tuple[str, int] | None:
        """The key and the version to begin from; None for an empty format."""
        source = str(self.cleaned_data["source"])
        if source == EMPTY:
            return None
        key, number = source.split(" ")
        return key, int(number)


class FileForm(PlainForm):
    """A format as a file."""

    file = forms.FileField(
        label=_("Bestand"),
        help_text=_("Een format als YAML, hoogstens %(most)d kB.") % {"most": MOST_BYTES // 1024},
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml"}),
    )

    @property
    def content(self) -> bytes:
        """At most one byte more than may be: the reader of formats says that it is too much."""
        data: bytes = self.cleaned_data["file"].read(MOST_BYTES + 1)
        return data

    @property
    def name(self) -> str:
        return str(self.cleaned_data["file"].name)[:120]


class NewFromFileForm(OwnedForm, FileForm):
    """A file to begin with."""


class ImportForm(BaseForm, FileForm):
    """A file to read into a draft."""


class HeadForm(BaseForm):
    """What a format is called and for whom it is."""

    title = TextField(
        label=_("Naam"), max_length=500, help_text=_("Scholen zien deze naam als zij beginnen.")
    )
    description = LongTextField(
        label=_("Waar is het voor?"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    school_types = forms.MultipleChoiceField(
        label=_("Voor welke scholen?"),
        help_text=_("Kiest u niets, dan is het voor alle scholen."),
        choices=list(words.SCHOOLS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    @classmethod
    def of(cls, data: Map, revision: int, post: Mapping[str, object] | None) -> "HeadForm":
        initial = {name: data.get(name) for name in ("title", "description", "school_types")}
        return cls(post, initial={**initial, "revisie": revision})


class ChapterForm(BaseForm):
    """A chapter without what stands in it."""

    number = TextField(label=_("Nummer"), max_length=20, required=False)
    title = TextField(label=_("Titel"), max_length=500)
    intro = LongTextField(
        label=_("Inleiding"),
        help_text=_("Een of twee zinnen voor wie invult. Staan niet in het profiel."),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @classmethod
    def of(cls, chapter: Map, revision: int, post: Mapping[str, object] | None) -> "ChapterForm":
        initial = {name: chapter.get(name) for name in ("number", "title", "intro")}
        return cls(post, initial={**initial, "revisie": revision})


class PublishForm(BaseForm):
    """The last look before publishing."""

    confirmed = forms.BooleanField(
        label=_("Ik weet wat scholen hierdoor kwijtraken of opnieuw moeten doen."), required=False
    )


def _named(each: KeptFormat) -> str:
    return f"{each.title} ({each.owner})" if each.owner else each.title
