"""Register codes: what they look like, and a sentence for who mistypes one."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.exceptions import ValidationError as StdnumError
from stdnum.nl import brin, postcode


def validate_school_code(value: str) -> None:
    """A BRIN code: two digits and two letters, as the register of institutions gives it out."""
    if len(value) != 4 or not _is_brin(value):
        raise ValidationError(
            _("Dit is geen BRIN-code. Een BRIN-code heeft twee cijfers en twee letters, zoals 12AB.")
        )


def validate_location_code(value: str) -> None:
    """A BRIN code with the two digits of the location."""
    if len(value) != 6 or not _is_brin(value):
        raise ValidationError(
            _(
                "Dit is geen vestigingscode. Schrijf de BRIN-code en twee cijfers voor de vestiging, zoals 12AB00."
            )
        )


def validate_board_code(value: str) -> None:
    """The number of a competent authority (bevoegd gezag): five digits."""
    if not re.fullmatch(r"[0-9]{5}", value):
        raise ValidationError(
            _("Dit is geen bestuursnummer. Een bestuursnummer heeft vijf cijfers, zoals 40123.")
        )


def validate_consortium_code(value: str) -> None:
    """PO or VO and four digits, as the register of partnerships gives it out."""
    if not re.fullmatch(r"(PO|VO)[0-9]{4}", value):
        raise ValidationError(
            _(
                "Dit is geen code van een samenwerkingsverband. Schrijf PO of VO en vier cijfers, zoals PO2604."
            )
        )


def validate_postcode(value: str) -> None:
    """Four digits, a space and two letters."""
    try:
        correct = postcode.validate(value)
    except StdnumError:
        correct = None
    if correct != value:
        raise ValidationError(
            _("Dit is geen postcode. Schrijf vier cijfers, een spatie en twee letters: 3511 AB.")
        )


def _is_brin(value: str) -> bool:
    return value.isascii() and value == value.upper() and brin.is_valid(value)
