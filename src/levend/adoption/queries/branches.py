"""Steps that make no sense for a case: the other branch of a choice that was made already."""

from levend.adoption.enums import Guard, Step
from levend.adoption.models import AdoptionCase
from levend.adoption.rules.facts import CaseFacts
from levend.adoption.rules.guards import GUARDS
from levend.adoption.transitions import ROWS

_BRANCHING = frozenset(
    {Guard.NO_ADVICE_YET, Guard.HAS_ADVICE, Guard.PAPER_ADVICE, Guard.PAPER_ADOPTION, Guard.HAS_CONDITIONS}
)
"""Guards that nothing which the actor can do now would open."""


def makes_sense(case: AdoptionCase, step: Step, facts: CaseFacts) -> bool:
    """Whether a step is one of this case's ways: no confirmation where there is no advice, no objection to paper
    where there is none. Such a step is left out of the list instead of being shown closed."""
    return not any(GUARDS[guard](case, facts) for guard in ROWS[step].needs & _BRANCHING)
