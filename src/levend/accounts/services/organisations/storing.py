"""Writing one row of the register: clean, check, compare, write, record."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models.options import Options
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from levend.accounts.actor import Actor
from levend.audit.services import record
from levend.core.canonical import canonical_json, sha256_of
from levend.core.errors import Invalid
from levend.core.plaintext import clean
from levend.jobs.events import emit

Row = TypeVar("Row", bound=models.Model)
Values = Mapping[str, object]
FIRST_DAY = date(2014, 8, 1)
"""Consortia for suitable education exist since this day (Wet passend onderwijs)."""


def store(*, actor: Actor, row: Row, values: Values, subject: str = "") -> Row:
    """Set `values` on a new or locked row and write it down, unless nothing changes.

    A new row that is there already with the same values is a second click: that one comes back. The log has it under
    `subject`, by itself under the row's own number. What is public of a location or a consortium is told upward.
    Raises `Invalid` with a sentence for each field that cannot be taken.
    """
    values = {name: _plain(value) for name, value in values.items()}
    before = {name: getattr(row, name) for name in values}
    for name, value in values.items():
        setattr(row, name, value)
    is_new = row.pk is None
    if is_new and (twin := _twin(row, values)) is not None:
        return twin
    _check(row, values)
    changed = [name for name in values if is_new or before[name] != values[name]]
    if not changed:
        return row
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:  # somebody else was first, between our check and our write
        raise refused(code=_taken()) from None
    kind = _options(row).model_name
    record(
        actor=actor,
        event=f"{_EVENT_NAMES.get(str(kind), str(kind))}_{'added' if is_new else 'changed'}",
        subject=subject or f"{kind}:{row.pk}",
        data={
            "fields": list(changed),
            "before": None if is_new else _hash(before, changed),
            "after": _hash(values, changed),
        },
    )
    if not is_new and set(changed) - _NOT_PUBLIC and kind in _TOLD:
        emit(f"{kind}_changed", **{f"{kind}_id": row.pk})
    return row


def one_line(text: str) -> str:
    """Plain text without line ends."""
    return " ".join(clean(text).split())


def refused(**fields: "str | Promise") -> Invalid:
    """A refusal that shows its sentences at the fields."""
    return Invalid(" ".join(str(text) for text in fields.values()), fields)


def day_of(day: date, name: str = "valid_from") -> date:
    """A day on which something in the register can begin or end. Raises `Invalid` at the field `name`."""
    if not FIRST_DAY <= day <= date(2100, 1, 1):
        raise refused(**{name: _("Kies een datum vanaf 1 augustus 2014.")})
    return day


_EVENT_NAMES = {
    "consortiumgroup": "consortium_group",
    "participationcouncil": "participation_council",
    "publiccontact": "contact",
}
_TOLD = {"location", "consortium"}
_NOT_PUBLIC = {"group_id", "group_sees"}


def _options(row: models.Model) -> "Options[Any]":  # of any model
    """What a model is made of; its name is Django's, and documented for use by others."""
    return row._meta  # noqa: SLF001


def _plain(value: object) -> object:
    return one_line(value) if isinstance(value, str) else value


def _twin(row: Row, values: Values) -> Row | None:
    """The row with this code, when it says the same in every field."""
    if "code" not in values:
        return None
    found: Row | None = type(row)._default_manager.filter(code=values["code"]).first()  # noqa: SLF001
    same = found is not None and all(getattr(found, name) == value for name, value in values.items())
    return found if same else None


def _check(row: models.Model, values: Values) -> None:
    left_out = {
        field.name
        for field in _options(row).concrete_fields
        if field.name not in values and field.attname not in values
    }
    found: dict[str, str] = {}
    for check in (row.clean_fields, row.validate_unique):
        try:
            check(exclude=left_out | set(found))
        except ValidationError as error:
            for name, errors in error.error_dict.items():
                found.setdefault(name, _sentence(row, name, errors[0]))
    for name, value in values.items():
        field = _options(row).get_field(name)
        if isinstance(field, models.URLField) and name not in found and value and not _is_web(str(value)):
            found[name] = _no_address()
    if found:
        raise refused(**found)


def _sentence(row: models.Model, name: str, error: ValidationError) -> str:
    """What is wrong, in our words where Django has only general ones."""
    field = None if name == NON_FIELD_ERRORS else _options(row).get_field(name)
    match error.code:
        case "blank" | "null":
            return _("Vul dit veld in.")
        case "unique":
            return _taken()
        case "max_length":
            return _("Dit is te lang. Gebruik hoogstens %(most)d tekens.") % {
                "most": getattr(field, "max_length", 0)
            }
        case "invalid_choice":
            return _("Kies een van de mogelijkheden in de lijst.")
    if isinstance(field, models.URLField):
        return _no_address()
    if isinstance(field, models.EmailField):
        return _("Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@school.nl.")
    return str(error.messages[0])


def _is_web(address: str) -> bool:
    return urlsplit(address).scheme in {"http", "https"}


def _taken() -> str:
    return _("Deze code is al in gebruik.")


def _no_address() -> str:
    return _("Dit is geen webadres. Een webadres ziet eruit als https://www.school.nl.")


def _hash(values: Values, names: list[str]) -> str:
    plain = {name: value.isoformat() if isinstance(value := values[name], date) else value for name in names}
    return sha256_of(canonical_json(plain))
