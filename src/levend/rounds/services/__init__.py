"""Changing rounds; every function is keyword-only and takes the actor first."""

from levend.rounds.services.closing import close_round, reopen_round
from levend.rounds.services.drafting import change_round, draft_round
from levend.rounds.services.entering import open_entry, open_waiting
from levend.rounds.services.extending import extend_consortium, extend_schools
from levend.rounds.services.opening import Added, add_schools, open_round
from levend.rounds.services.parts import choose_consortia, choose_formats

__all__ = [
    "Added",
    "add_schools",
    "change_round",
    "choose_consortia",
    "choose_formats",
    "close_round",
    "draft_round",
    "extend_consortium",
    "extend_schools",
    "open_entry",
    "open_round",
    "open_waiting",
    "reopen_round",
]
