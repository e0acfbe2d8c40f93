"""Groups, consortia, boards and locations: names, codes, addresses."""

from collections.abc import Iterable, Mapping
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from levend.accounts.services.organisations import ContactFields, LocationFields
from levend.organisations.enums import SchoolType
from levend.web.forms import DayField, PlainForm, TextField

Sent = Mapping[str, object] | None


class GroupForm(PlainForm):
    name = TextField(label=_("Naam"), max_length=200)


class NewGroupForm(GroupForm):
    code = TextField(
        label=_("Code"),
        max_length=40,
        help_text=_("Een kort woord voor in adressen, zoals rivierengebied. De code staat daarna vast."),
    )


class BoardForm(PlainForm):
    name = TextField(label=_("Naam"), max_length=200)


class NewBoardForm(BoardForm):
    code = TextField(
        label=_("Bestuursnummer"),
        max_length=5,
        help_text=_("Vijf cijfers, zoals het in het register staat. Het nummer staat daarna vast."),
    )


class ConsortiumForm(PlainForm):
    name = TextField(label=_("Naam"), max_length=200)
    group = forms.ChoiceField(
        label=_("Groep"),
        required=False,
        help_text=_("Alleen als het met andere samenwerkingsverbanden samenwerkt."),
    )

    def __init__(self, groups: Iterable[tuple[int, str]], data: Sent = None, **initial: object) -> None:
        super().__init__(data, initial=initial)
        field = self.fields["group"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (as declared above, for the type checker)
        none: list[tuple[str, str | Promise]] = [("", _("geen groep"))]
        field.choices = [*none, *((str(pk), name) for pk, name in groups)]

    @property
    def group_id(self) -> int | None:
        return int(self.cleaned_data["group"]) if self.cleaned_data["group"] else None


class NewConsortiumForm(ConsortiumForm):
    code = TextField(
        label=_("Code"),
        max_length=6,
        help_text=_("PO of VO en vier cijfers, zoals PO2604. De code staat daarna vast."),
    )
    field_order = ("name", "code", "group")


class ContactForm(PlainForm):
    website = TextField(label=_("Website"), max_length=300, required=False)
    email = TextField(label=_("E-mailadres"), max_length=254, required=False)
    phone = TextField(label=_("Telefoon"), max_length=20, required=False)
    support_desk = TextField(label=_("Naam van het ouder- en jeugdsteunpunt"), max_length=200, required=False)
    support_desk_phone = TextField(label=_("Telefoon van het steunpunt"), max_length=20, required=False)

    @property
    def contact(self) -> ContactFields:
        return ContactFields(**self.cleaned_data)


class _DecimalField(forms.FloatField):
    """A number with a comma or a point."""

    widget = forms.TextInput
    default_error_messages = {"invalid": _("Schrijf een getal, zoals 52,0907.")}

    def to_python(self, value: object) -> float | None:  # type: ignore[override]  # as FloatField does, which the stubs miss
        number: float | None = super().to_python(value.replace(",", ".") if isinstance(value, str) else value)
        return number


class _WholeField(forms.IntegerField):
    widget = forms.TextInput
    default_error_messages = {"invalid": _("Schrijf een heel getal, zoals 212.")}


class LocationForm(PlainForm):
    name = TextField(label=_("Naam"), max_length=200)
    school_type = forms.ChoiceField(label=_("Soort school"), choices=SchoolType.choices)
    street = TextField(label=_("Straat en huisnummer"), max_length=200)
    postcode = TextField(label=_("Postcode"), max_length=10)
    city = TextField(label=_("Plaats"), max_length=100)
    municipality = TextField(label=_("Gemeente"), max_length=100, required=False)
    phone = TextField(label=_("Telefoon"), max_length=20, required=False)
    email = TextField(label=_("E-mailadres"), max_length=254, required=False)
    website = TextField(label=_("Website"), max_length=300, required=False)
    pupils = _WholeField(label=_("Aantal leerlingen"), required=False)
    pupils_on = DayField(label=_("Geteld op"), required=False)
    latitude = _DecimalField(
        label=_("Breedtegraad"), required=False, help_text=_("Voor de kaart, in WGS 84, zoals 52,0907.")
    )
    longitude = _DecimalField(label=_("Lengtegraad"), required=False, help_text=_("Zoals 5,1214."))
    closed_on = DayField(label=_("Gesloten per"), required=False)

    @property
    def location(self) -> LocationFields:
        return LocationFields(**{name: self.cleaned_data[name] for name in LocationForm.base_fields})


class NewLocationForm(LocationForm):
    """`joins_on` is when it joins the consortium from whose page the form was opened."""

    code = TextField(
        label=_("Vestigingscode"),
        max_length=6,
        help_text=_("De BRIN-code en twee cijfers, zoals 12AB00. De code staat daarna vast."),
    )
    board = TextField(
        label=_("Bestuursnummer"),
        max_length=5,
        help_text=_("Vijf cijfers. Staat het bestuur hier nog niet, voeg het dan eerst toe."),
    )
    valid_from = DayField(label=_("Hoort bij het samenwerkingsverband vanaf"))
    field_order = ("code", "name", "board", "valid_from")

    def __init__(self, data: Sent = None, *, joins: bool = True) -> None:
        super().__init__(data)
        if not joins:
            del self.fields["valid_from"]

    @property
    def joins_on(self) -> date | None:
        return self.cleaned_data.get("valid_from")


class HandOverForm(PlainForm):
    board = TextField(label=_("Nummer van het nieuwe bestuur"), max_length=5)


class PlaceForm(PlainForm):
    consortium = TextField(
        label=_("Code van het samenwerkingsverband"), max_length=6, help_text=_("Zoals PO2604.")
    )
    valid_from = DayField(label=_("Vanaf"))


class LeaveForm(PlainForm):
    last_day = DayField(label=_("Laatste dag"))


class CouncilForm(PlainForm):
    """A council of this board that exists, or a new one by its name."""

    NEW_MR, NEW_GMR = "mr", "gmr"

    council = forms.ChoiceField(label=_("Welke raad"), widget=forms.RadioSelect)
    name = TextField(label=_("Naam van de nieuwe raad"), max_length=200, required=False)
    valid_from = DayField(
        label=_("Adviseert vanaf"), help_text=_("De raad van nu adviseert tot en met de dag daarvoor.")
    )

    def __init__(self, councils: Iterable[tuple[int, str]], data: Sent = None) -> None:
        super().__init__(data)
        field = self.fields["council"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  (as declared above, for the type checker)
        new: list[tuple[str, str | Promise]] = [
            (self.NEW_MR, _("Een nieuwe medezeggenschapsraad (MR)")),
            (self.NEW_GMR, _("Een nieuwe gemeenschappelijke medezeggenschapsraad (GMR)")),
        ]
        field.choices = [*((str(pk), name) for pk, name in councils), *new]

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if not name and self.cleaned_data.get("council") in {self.NEW_MR, self.NEW_GMR}:
            raise ValidationError(_("Geef de nieuwe raad een naam, zoals MR De Linde."))
        return name

    @property
    def council_id(self) -> int | None:
        chosen = self.cleaned_data["council"]
        return int(chosen) if chosen.isdecimal() else None
