"""Which rows of an address file are meant."""

from collections import Counter
from collections.abc import Callable

from levend.organisations.engine.registers.addresses import Addresses, AddressRow, LocationFacts
from levend.organisations.engine.registers.plan import Choice
from levend.organisations.engine.registers.scope import ImportScope, Rows
from levend.organisations.models import ConsortiumArea


def chosen_rows(file: Addresses, scope: ImportScope) -> tuple[tuple[AddressRow, ...], int]:
    """The rows that are meant, and how many are left out."""
    meant = _meant(scope)
    rows = tuple(row for row in file.rows if meant(row.facts))
    return rows, len(file.rows) - len(rows)


def is_in_scope(file: Addresses, scope: ImportScope) -> Callable[[LocationFacts], bool]:
    """Whether the file would have a location of ours in it, if it were still open.

    A file of the whole country has all of its kinds of school; another has those of the municipalities in it. A
    location of which we know no number of the municipality is told by its name.
    """
    meant = _meant(scope)
    numbers = set(file.municipalities)
    names = {name.casefold() for name in file.municipalities.values() if name}

    def is_meant(facts: LocationFacts) -> bool:
        number = facts.municipality_code
        here = number in numbers if number else facts.municipality.casefold() in names
        return facts.school_type in file.types and meant(facts) and (file.whole_country or here)

    return is_meant


def choices(file: Addresses) -> tuple[Choice, ...]:
    """The municipalities of the file with their number of rows, by name."""
    sizes = Counter(row.facts.municipality_code for row in file.rows if row.facts.municipality_code)
    names = file.municipalities
    found = (Choice(code, names[code] or code, size) for code, size in sizes.items())
    return tuple(sorted(found, key=lambda each: (each.name.lstrip("'").casefold(), each.code)))


def _meant(scope: ImportScope) -> Callable[[LocationFacts], bool]:
    match scope.rows:
        case Rows.ALL:
            return lambda facts: True
        case Rows.MUNICIPALITIES:
            return lambda facts: facts.municipality_code in scope.municipalities
        case Rows.AREAS:
            rows = ConsortiumArea.objects.filter(consortium=scope.consortium_id)
            areas = frozenset(rows.values_list("pc4", flat=True))
            return lambda facts: facts.pc4 in areas
