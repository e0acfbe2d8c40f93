"""No count of children from one to four is published, and none can be worked out from what is published."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import product

import pytest

from levend.documents.values import texts
from levend.formats.engine.loading import load_definition
from levend.formats.engine.values import Value
from levend.formats.shipped import shipped_definition
from levend.keyfigures.engine.small_counts import Counts, is_small, withheld_rows
from levend.publication.engine.projection import PublicContent, public_projection
from levend.publication.render.full import full_profile
from tests.publication.editions import EDITION

FORMAT = """\
key: tellen
version: 1
title: Format met tellingen
chapters:
  - key: alles
    title: Alles
    items:
      - {key: dyslexie, type: number, label: Dyslexie, required: true, tags: ["keyfigure:KG-DYS"]}
      - {key: jongens, type: number, label: Jongens, tags: ["keyfigure:KG-OPP"]}
      - {key: meisjes, type: number, label: Meisjes, tags: ["keyfigure:KG-OPP"]}
      - {key: samen, type: number, label: Samen, tags: ["keyfigure:KG-OPP"]}
      - {key: groepen, type: number, label: Aantal lokalen}
      - {key: klassen, type: number, label: Aantal groepen, tags: ["keyfigure:KG-GROEP"]}
      - key: hulp
        type: table
        label: Hulp van buiten
        columns:
          - {key: groep, type: text, label: Groep}
          - {key: aantal, type: number, label: Aantal, tags: ["keyfigure:KG-ARR"]}
          - {key: lokalen, type: number, label: Lokalen}
      - {key: hulp-samen, type: number, label: Hulp samen, tags: ["keyfigure:KG-ARR"]}
"""
DEFINITION = load_definition(FORMAT, "tellen")
World = tuple[object, tuple[Counts, ...]]
"""What is known besides, and the rows as they are."""


def projected(**answers: Value) -> PublicContent:
    named = {key.replace("_", "-"): value for key, value in answers.items()}
    return public_projection(DEFINITION, location={}, answers=named)


def rows(*counts: int, labels: str = "abcdefgh") -> list[dict[str, object]]:
    return [{"groep": label, "aantal": count, "lokalen": 1} for label, count in zip(labels, counts)]  # noqa: B905


def counts_in(content: PublicContent) -> list[object]:
    table = content.answers["hulp"]
    assert isinstance(table, list)
    return [row.get("aantal") for row in table if isinstance(row, dict)]


def added(parts: Iterable[Counts]) -> Counts:
    return tuple(map(sum, zip(*parts, strict=True)))


def column(counts: Iterable[int]) -> tuple[Counts, ...]:
    return tuple((count,) for count in counts)


WORLDS: dict[str, list[World]] = {
    "a total that is known from elsewhere": [
        (sum(each), column(each)) for each in product(range(10), repeat=3)
    ],
    "no total": [(None, column(each)) for each in product(range(8), repeat=3)],
    "a total in the last row": [(None, column((*each, sum(each)))) for each in product(range(10), repeat=3)],
    "totals of both rows and columns": [
        (None, (*crossed, added(crossed)))
        for each in product(product(range(6), repeat=2), repeat=2)
        for crossed in [tuple((*row, sum(row)) for row in each)]
    ],
}


@pytest.mark.parametrize("name", WORLDS)
def test_who_knows_every_total_and_the_rule_itself_cannot_work_out_a_small_count(name: str) -> None:
    """Of every set of counts there is another one, published in the same way, with another number in that place."""
    views: dict[object, list[tuple[Counts, ...]]] = defaultdict(list)
    for known, world in WORLDS[name]:
        hidden = withheld_rows(world)
        assert not any(
            map(is_small, [n for index, row in enumerate(world) if index not in hidden for n in row])
        )
        views[known, tuple(None if index in hidden else row for index, row in enumerate(world))].append(world)

    found = [
        world
        for (_known, shown), worlds in views.items()
        for world in worlds
        for index, row in enumerate(world)
        for place, count in enumerate(row)
        if shown[index] is None and is_small(count) and len({each[index][place] for each in worlds}) == 1
    ]
    assert not found


def test_the_next_smallest_goes_along_and_the_rest_stays() -> None:
    assert counts_in(projected(hulp=rows(30, 3, 0, 12, 9))) == [30, None, 0, 12, None]


def test_two_that_hide_each_other_take_nothing_along() -> None:
    assert counts_in(projected(hulp=rows(30, 3, 2))) == [30, None, None]


def test_a_total_stays_unless_it_is_small_itself() -> None:
    assert counts_in(projected(hulp=rows(3, 9, 20, 32))) == [None, None, 20, 32]
    assert counts_in(projected(hulp=rows(1, 0, 2, 3))) == [None] * 4


def test_a_total_under_a_part_of_the_rows_takes_every_count_along() -> None:
    table = rows(1, 1, 1, 1, 4, 9, 13, labels=["a", "b", "c", "d", "Subtotaal", "e", "Totaal"])  # type: ignore[arg-type]

    assert counts_in(projected(hulp=table)) == [None] * 7


def test_what_is_no_count_of_children_stays() -> None:
    content = projected(hulp=rows(1, 2), groepen=2, klassen=3)

    assert (content.answers["groepen"], content.answers["klassen"]) == (2, 3)
    assert [row["lokalen"] for row in content.answers["hulp"]] == [1, 1]  # type: ignore[union-attr, index, call-overload]


def test_numbers_of_one_key_figure_are_one_row_of_counts() -> None:
    content = projected(jongens=2, meisjes=9, samen=11, dyslexie=14)

    assert dict(content.answers) == {"dyslexie": 14, "samen": 11}
    assert content.withheld == {"jongens", "meisjes"}


def test_a_total_outside_a_table_of_which_nothing_is_shown_goes_too() -> None:
    """Five times one: five in all would say so."""
    assert "hulp-samen" not in projected(hulp=rows(1, 1, 1, 1, 1), hulp_samen=5).answers
    assert projected(hulp=rows(3, 9, 20), hulp_samen=32).answers["hulp-samen"] == 32


def test_the_document_says_that_a_count_is_withheld_and_not_that_it_was_forgotten() -> None:
    document = full_profile(
        DEFINITION,
        location={"name": "De Linde"},
        answers={"dyslexie": 3, "hulp": rows(4, 987_654, 987_655)},
        edition=EDITION,
    )

    text = "\n".join(texts(document))
    assert text.count("Niet getoond: het gaat om weinig kinderen.") == 3
    assert "Niet ingevuld." not in text
    assert "987654" not in text.replace(".", "") + "".join(each.data for each in document.attachments)


def test_a_small_group_of_a_special_school_is_told_without_its_number() -> None:
    """Four children in one group with a name are four children that a neighbour knows; what the group offers stands."""
    groups = [("Jonge kinderen", 12, 3), ("Oudere kinderen", 13, 4), ("Structuurgroep", 4, 1)]
    named = ("groep", "leerlingen", "groepen")
    table = [dict(zip(named, each, strict=True)) | {"begeleiding": "Een leraar"} for each in groups]
    shown = public_projection(
        shipped_definition("sbo-so"), location={}, answers={"groepen-omvang": table}
    ).answers["groepen-omvang"]
    assert isinstance(shown, list)
    assert [isinstance(row, dict) and row.get("leerlingen") for row in shown] == [None, 13, None]
    assert shown[2] == {"groep": "Structuurgroep", "begeleiding": "Een leraar", "groepen": 1}
