"""Who may do what with a round (`keeping`), and which dates fit (`planning`)."""

from levend.rounds.rules.keeping import (
    can_add_schools,
    can_change,
    can_close,
    can_extend,
    can_keep,
    can_keep_any,
    can_open,
    can_remind,
    can_reopen,
    kept_consortia,
    kept_groups,
)
from levend.rounds.rules.planning import LATEST, plan_faults

__all__ = [
    "LATEST",
    "can_add_schools",
    "can_change",
    "can_close",
    "can_extend",
    "can_keep",
    "can_keep_any",
    "can_open",
    "can_remind",
    "can_reopen",
    "kept_consortia",
    "kept_groups",
    "plan_faults",
]
