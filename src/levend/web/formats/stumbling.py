"""What schools stumble on, beside each question of a draft."""

from collections.abc import Mapping
from dataclasses import replace

from levend.accounts.actor import Actor
from levend.rounds.engine.burden import Stumbles
from levend.rounds.queries.burden import stumbles_in
from levend.web.formats.page import ItemView
from levend.web.receipt.words import met


def with_stumbles(actor: Actor, format_key: str, items: tuple[ItemView, ...]) -> tuple[ItemView, ...]:
    """The items, each with what schools met there; about five queries."""
    found = stumbles_in(actor, format_key)
    return tuple(replace(item, stumbles=_met(found, item)) for item in items) if found else items


def _met(found: Mapping[str, Stumbles], item: ItemView) -> tuple[str, ...]:
    """Of a list of kinds of support the question that most schools met something at."""
    if item.kind != "support":
        return met(found[item.key]) if item.key in found else ()
    inside = [one for key, one in found.items() if key.startswith(f"{item.key}-")]
    return met(max(inside, key=lambda one: one.most)) if inside else ()
