"""Plausibility: what in a profile a consortium may ask its school about. Questions, never a verdict, never a score.

The rules are data (`data/plausibility.yaml`); a check per rule reads the tags of a format. Nothing here knows a
particular format but by the keys that the data names.
"""

from levend.rounds.engine.plausibility_checks import CHECKS
from levend.rounds.engine.plausibility_rules import RuleBook
from levend.rounds.engine.plausibility_values import Finding, Told


def findings(told: Told, book: RuleBook) -> tuple[Finding, ...]:
    """What there is to ask, in the reading order of the profile, then in the order of the rules."""
    order = {question.key: place for place, question in enumerate(told.definition.questions)}
    places = {key: place for place, key in enumerate(book.rules)}
    found = {each.key: each for key, rule in book.rules.items() for each in CHECKS[key](rule, told)}
    return tuple(sorted(found.values(), key=lambda each: (order[each.question], places[each.rule])))
