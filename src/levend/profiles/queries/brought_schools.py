"""The answers of schools in a file that was brought; who may look was asked before."""

from levend.formats.queries import definition_of
from levend.profiles.engine.brought import Columns, Understood, understood
from levend.profiles.models import BroughtFile
from levend.profiles.queries.brought_files import own_locations, rows_of


def schools_in(brought: BroughtFile) -> Understood:
    """What every row gives, for the locations that belong to the consortium today."""
    locations = {code: key for code, (key, _name) in own_locations(brought.consortium_id).items()}
    definition = definition_of(brought.format_version_id)
    return understood(definition, rows_of(brought), Columns.from_json(brought.mapping), locations)
