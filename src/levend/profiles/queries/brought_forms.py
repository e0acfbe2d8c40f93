"""Filled forms that a consortium brought: what each of them gives, for its coordinator and the operator."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from levend.accounts.actor import Actor
from levend.accounts.queries.names import names_of
from levend.core.errors import NotFound
from levend.formats.engine.carry import Carried, carry
from levend.formats.queries import definition_of, standing_of
from levend.formats.queries.versions import VersionStanding
from levend.profiles.engine.brought import Refusal, SchoolAnswers, Understood
from levend.profiles.engine.brought_forms import understood_forms
from levend.profiles.models import BroughtFile
from levend.profiles.queries.brought_files import BroughtLine, brought_file, line_of, own_locations
from levend.profiles.queries.brought_schools import forms_of


@dataclass(frozen=True)
class SchoolForm:
    """The form of one school. `left` are answers that the newest version of its questionnaire cannot take whole."""

    given: SchoolAnswers
    name: str
    version: VersionStanding
    refused: tuple[Refusal, ...]
    left: tuple[Carried, ...]

    @property
    def is_of_an_older_version(self) -> bool:
        return self.version.newest_id != self.version.id


@dataclass(frozen=True)
class BroughtFormsPage:
    """All files: those of a school, and those that give nothing. `without` are schools of which there is no form."""

    line: BroughtLine
    schools: tuple[SchoolForm, ...]
    refused: tuple[Refusal, ...]
    without: tuple[tuple[str, str], ...]

    @property
    def answers(self) -> int:
        return sum(len(each.given.answers) for each in self.schools)

    @property
    def faults(self) -> int:
        return sum(len(each.refused) for each in self.schools)


def brought_forms_page(actor: Actor, brought_id: int) -> BroughtFormsPage:
    """The forms as they were read until now (six queries). Raises `NotFound`."""
    row = brought_file(actor, brought_id)
    if row.kind != BroughtFile.Kind.FORMS:
        raise NotFound(str(brought_id))
    locations = own_locations(row.consortium_id)
    found = understood_forms(forms_of(row), {code: key for code, (key, _name) in locations.items()})
    here = {each.code for each in found.schools}
    return BroughtFormsPage(
        line=line_of(row, names_of([row.taken_by or row.brought_by])),
        schools=_schools(found, locations),
        refused=tuple(each for each in found.refused if not each.label),
        without=tuple((code, name) for code, (_key, name) in locations.items() if code not in here),
    )


def path_of(sha256: str) -> str:
    """Where the files wait in the storage until they are read."""
    return f"brought/{sha256}"


def _schools(found: Understood, locations: Mapping[str, tuple[int, str]]) -> tuple[SchoolForm, ...]:
    versions = standing_of(each.version_id for each in found.schools)
    refused: dict[int, list[Refusal]] = defaultdict(list)
    for one in found.refused:
        refused[one.line].append(one)
    return tuple(
        SchoolForm(
            given=each,
            name=locations[each.code][1],
            version=versions[each.version_id],
            refused=tuple(refused[each.line]),
            left=_left(each, versions[each.version_id]),
        )
        for each in found.schools
    )


def _left(school: SchoolAnswers, version: VersionStanding) -> tuple[Carried, ...]:
    if version.id == version.newest_id:
        return ()
    carried = carry(definition_of(version.id), school.answers, definition_of(version.newest_id))
    return tuple(each for each in carried if not each.is_whole)
