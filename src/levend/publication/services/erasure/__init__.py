"""Wissen wegens persoonsgegevens: a step by two people, through everything that was kept (docs/decisions/0006).

`ask` and `decide` are what people do, `perform` what happens in one transaction, `finish` what the worker does after
it, `ledger` and `again` what holds when an older database is put back.
"""

from levend.publication.services.erasure.again import Again, erase_again
from levend.publication.services.erasure.ask import ask_erasure
from levend.publication.services.erasure.decide import confirm_erasure, withdraw_erasure
from levend.publication.services.erasure.finish import close_erasure, finish_erasure
from levend.publication.services.erasure.scrub import scrub_database

__all__ = [
    "Again",
    "ask_erasure",
    "close_erasure",
    "confirm_erasure",
    "erase_again",
    "finish_erasure",
    "scrub_database",
    "withdraw_erasure",
]
