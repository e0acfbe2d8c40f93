"""What becomes of an answer of last time."""

from levend.profiles.enums import RevisionKind, Standing, Verdict

CONFIRMED = frozenset({Standing.CONFIRMED, Standing.CONFIRMED_BY_CHAPTER})


def after_saving(standing: str) -> Standing:
    """An answer of last time that somebody wrote on is changed; one that the profile began itself stays new."""
    return Standing.NEW if standing == Standing.NEW else Standing.CHANGED


AFTER_VERDICT = {
    Verdict.CONFIRM: (Standing.CONFIRMED, RevisionKind.CONFIRMED),
    Verdict.DROP: (Standing.DROPPED, RevisionKind.DROPPED),
    Verdict.BACK: (Standing.CARRIED, RevisionKind.CARRIED),
}
"""Where an answer stands after a verdict, and the kind of revision that says so."""
