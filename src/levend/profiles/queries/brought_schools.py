"""The answers of schools in a file that was brought; who may look was asked before."""

from levend.formats.queries import definition_of
from levend.profiles.engine.brought import Columns, Understood, understood
from levend.profiles.engine.brought_forms import BroughtForm, understood_forms
from levend.profiles.models import BroughtFile
from levend.profiles.queries.brought_files import own_locations, rows_of


def schools_in(brought: BroughtFile) -> Understood:
    """What every row gives, for the locations that belong to the consortium today."""
    locations = {code: key for code, (key, _name) in own_locations(brought.consortium_id).items()}
    version_id = brought.format_version_id
    if version_id is None:
        return understood_forms(forms_of(brought), locations)
    columns = Columns.from_json(brought.mapping)
    return understood(definition_of(version_id), rows_of(brought), columns, locations, version_id)


def forms_of(brought: BroughtFile) -> tuple[BroughtForm, ...]:
    """The filled forms that were read until now (one query)."""
    rows = brought.rows.order_by("line").values_list("line", "code", "cells")
    return tuple(BroughtForm.from_json(line, code, cells) for line, code, cells in rows)
