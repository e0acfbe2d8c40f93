"""The catalogue as one region uses it. Like the catalogue itself it is public: no actor is asked for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from levend.catalogue.engine.entries import Entry
from levend.catalogue.enums import LISTS, SUPPORT_KINDS, Kind
from levend.catalogue.models import OwnEntry, RegionalSetting
from levend.catalogue.queries.codes import entries, is_code, support_types
from levend.catalogue.values import NOTHING_DECIDED, Setting


@dataclass(frozen=True)
class RegionEntry:
    """An entry in a region: shipped or its own, with what the region decided. `group` is its domain or list."""

    code: str
    name: str
    plain: str
    en: str
    group: str
    kind: Kind
    setting: Setting
    is_own: bool = False
    retired: bool = False
    successor: str = ""

    def label(self, language: str) -> str:
        """The name in a language, as `Entry.label` gives it."""
        return self.en if language.partition("-")[0] == "en" else self.name

    @property
    def is_support(self) -> bool:
        """Whether a school offers it, at a level: only that can be basic support or stand in a norm."""
        return self.kind in SUPPORT_KINDS

    @property
    def is_offered(self) -> bool:
        """Whether new formats and profiles of this region use it."""
        return not self.retired and not self.setting.switched_off


def settings_of(consortium_id: int) -> dict[str, Setting]:
    """What a region decided, by code; codes without a decision are left out."""
    rows = RegionalSetting.objects.filter(consortium_id=consortium_id)
    return {row.code: Setting(row.in_basic_support, row.in_national_norm, row.switched_off) for row in rows}


def switched_off(consortium_id: int) -> frozenset[str]:
    """The codes that a region does not use (one query)."""
    return switched_off_by([consortium_id]).get(consortium_id, frozenset())


def switched_off_by(consortium_ids: Iterable[int]) -> dict[int, frozenset[str]]:
    """The codes that each of these regions does not use; those that use all are left out (one query)."""
    rows = RegionalSetting.objects.filter(consortium_id__in=set(consortium_ids), switched_off=True)
    found: dict[int, set[str]] = defaultdict(set)
    for consortium_id, code in rows.order_by().values_list("consortium_id", "code"):
        found[consortium_id].add(code)
    return {consortium_id: frozenset(codes) for consortium_id, codes in found.items()}


def region_entries(consortium_id: int) -> tuple[RegionEntry, ...]:
    """Support types by domain, then the other lists; each domain and list with the region's own at the end."""
    settings = settings_of(consortium_id)
    own: dict[str, list[RegionEntry]] = {}
    for row in OwnEntry.objects.filter(consortium_id=consortium_id).order_by("code"):
        own.setdefault(row.domain, []).append(_own(row, settings))
    found: list[RegionEntry] = []
    types = support_types()
    for domain in entries(Kind.DOMAIN):
        found += [_shipped(entry, domain.code, settings) for entry in types if entry.domain == domain.code]
        found += own.get(domain.code, [])
    for kind in LISTS:
        found += [_shipped(entry, kind.value, settings) for entry in entries(kind)]
        found += own.get(kind.value, [])
    return tuple(found)


def successors(consortium_id: int, code: str) -> tuple[RegionEntry, ...]:
    """What can take the place of an entry: what is in use and is the same kind of thing, something else than itself."""
    found = region_entries(consortium_id)
    kinds = {each.kind for each in found if each.code == code}
    wanted = SUPPORT_KINDS if kinds & SUPPORT_KINDS else kinds
    return tuple(each for each in found if each.kind in wanted and not each.retired and each.code != code)


def kind_in(group: str) -> Kind:
    """The list of what stands in a domain or list. Raises `ValueError` for neither."""
    return Kind.SUPPORT_TYPE if is_code(group, Kind.DOMAIN) else Kind(group)


def own_codes() -> dict[str, Kind]:
    """The codes that regions added, each with its list, closed ones too: a format that names one stays a format."""
    return {
        code: kind_in(group)
        for code, group in OwnEntry.objects.order_by("code").values_list("code", "domain")
    }


def own_support_types() -> tuple[Entry, ...]:
    """The kinds of support that regions added, by code, closed ones too: profiles of years may name them (one query)."""
    found = ((row, kind_in(row.domain)) for row in OwnEntry.objects.order_by("code"))
    return tuple(
        Entry(
            kind,
            row.code,
            row.nl,
            row.plain,
            row.en,
            domain=row.domain if kind is Kind.SUPPORT_TYPE else "",
        )
        for row, kind in found
        if kind in SUPPORT_KINDS
    )


def _shipped(entry: Entry, group: str, settings: dict[str, Setting]) -> RegionEntry:
    return RegionEntry(
        entry.code,
        entry.nl,
        entry.plain,
        entry.en,
        group,
        entry.kind,
        settings.get(entry.code, NOTHING_DECIDED),
    )


def _own(row: OwnEntry, settings: dict[str, Setting]) -> RegionEntry:
    return RegionEntry(
        row.code,
        row.nl,
        row.plain,
        row.en,
        row.domain,
        kind_in(row.domain),
        settings.get(row.code, NOTHING_DECIDED),
        is_own=True,
        retired=row.closed_at is not None,
        successor=row.successor,
    )
