"""Tables follow the order of the apps: a foreign key that points upward ties two apps into a cycle in the database."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db.models import Field, Model

ROOT = Path(__file__).resolve().parents[2]


def heights() -> dict[str, int]:
    """How high each app stands, from the contract that also orders the imports."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    rows = next(contract["layers"] for contract in contracts if contract["containers"] == ["levend"])
    return {name.strip(" ()"): height for height, row in enumerate(reversed(rows)) for name in row.split("|")}


def relations() -> Iterator[tuple[type[Model], "Field[Any, Any]"]]:
    for model in apps.get_models(include_auto_created=True):
        if model.__module__.startswith("levend."):
            yield from ((model, field) for field in model._meta.get_fields() if _is_a_column(field))


def _is_a_column(field: Any) -> bool:  # Django gives fields and reverse relations in one list
    return bool(field.is_relation and field.concrete and field.related_model)


def test_foreign_keys_point_downward() -> None:
    height = heights()
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model, field in relations()
        if field.related_model._meta.app_label in height
        and model._meta.app_label != field.related_model._meta.app_label
        and height[field.related_model._meta.app_label] >= height[model._meta.app_label]
    ]
    assert upward == []


def test_the_record_of_what_happened_points_at_nothing() -> None:
    """What is recorded must outlive what it is about: the log refers to other tables as text, never by a key."""
    outside = [
        f"{model._meta.label}.{field.name}"
        for model, field in relations()
        if model._meta.app_label == "audit" and field.related_model._meta.app_label != "audit"
    ]
    assert outside == []


def test_every_app_of_ours_stands_in_the_contract() -> None:
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("levend.")}
    assert ours <= set(heights())
