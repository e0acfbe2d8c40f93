"""What must hold for the record."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from levend.audit.engine.invariants import Fault, invariant
from levend.audit.queries.chain import verify_chain


@invariant("log-chain")
def chain_is_whole() -> Iterator[Fault]:
    """Nobody changed, removed, inserted or reordered an event past the application."""
    for fault in verify_chain().faults:
        where = f"event:{fault.event_id}" if fault.event_id else f"link:{fault.position}"
        yield Fault(
            where,
            _("schakel %(position)d van het logboek: %(what)s")
            % {"position": fault.position, "what": fault.kind.label},
        )
