"""Importing open data of the registers. Stands in accounts, because the right to do it is the actor's."""

from levend.accounts.services.registers.asking import apply_asked, ask_import
from levend.accounts.services.registers.importing import (
    apply_import,
    check_import,
    choose_rows,
    import_file,
    plan_file,
)
from levend.accounts.services.registers.kinds import (
    Chooses,
    ImportKind,
    import_kind,
    import_kinds,
    register_kind,
)
from levend.accounts.services.registers.prepared import Prepared
from levend.organisations.engine.registers.scope import ImportScope, Rows

__all__ = [
    "Chooses",
    "ImportKind",
    "ImportScope",
    "Prepared",
    "Rows",
    "apply_asked",
    "apply_import",
    "ask_import",
    "check_import",
    "choose_rows",
    "import_file",
    "import_kind",
    "import_kinds",
    "plan_file",
    "register_kind",
]
