"""Changing a draft: what went there comes back, and whatever is done, what is left can be judged."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levend.formats.engine import editing
from levend.formats.engine.again import chapter_again, gap_again, item_again
from levend.formats.engine.draft_findings import judge_draft
from levend.formats.engine.editing import Map, NoSuchPlace, Place, chapters_of, item_at, items_of
from levend.formats.engine.keys import free_key, suggested_key
from levend.formats.engine.yaml_source import read_yaml
from tests.factories.formats import SMALL


def small() -> Map:
    data = read_yaml(SMALL, "klein").data
    assert isinstance(data, dict)
    return data


def labels(data: Map, chapter: int) -> list[object]:
    return [item.get("key", item.get("type")) for item in items_of(chapters_of(data)[chapter])]


places = st.builds(Place, st.integers(0, 1), st.integers(0, 9))
new_items = st.sampled_from(
    [
        {"type": "heading", "text": "Kop"},
        {"type": "text", "key": "nieuw", "label": "Nieuw"},
        {"type": "text", "key": "motto", "label": "Nog een motto"},
        {"type": "text", "key": "los", "label": "Namelijk", "namely_for": ["methoden", "anders"]},
    ]
)
edits = st.one_of(
    st.tuples(st.just("move"), places, st.sampled_from([-1, 1])),
    st.tuples(st.just("remove"), places, st.none()),
    st.tuples(st.just("add"), places, new_items),
    st.tuples(st.just("replace"), places, new_items),
    st.tuples(st.just("to"), places, st.integers(0, 1)),
    st.tuples(st.just("chapter"), places, st.sampled_from([-1, 1])),
    st.tuples(st.just("rename"), places, st.sampled_from(["oordeel", "arrangement"])),
)


def apply(data: Map, what: str, place: Place, more: object) -> Map:
    match what, more:
        case "move", int(step):
            return editing.with_item_moved(data, place, step)[0]
        case "remove", _:
            return editing.without_item(data, place)
        case "add", dict():
            return editing.with_item(data, place, dict(more))
        case "replace", dict():
            return editing.with_item_replaced(data, place, dict(more))
        case "to", int(chapter):
            return editing.with_item_in_chapter(data, place, chapter)[0]
        case "chapter", int(step):
            return editing.with_chapter_moved(data, place.chapter, step)
    return editing.with_key_renamed(data, str(more), "anders-genoemd")


@given(st.lists(edits, max_size=8))
@settings(max_examples=50, deadline=None)
def test_after_any_edits_a_draft_is_whole_or_says_what_is_wrong(
    done: list[tuple[str, Place, object]],
) -> None:
    data = small()
    for what, place, more in done:
        before = copy.deepcopy(data)
        try:
            after = apply(data, what, place, more)
        except NoSuchPlace:
            continue
        assert data == before
        data = after

    judged = judge_draft(data, known_code=None, elements={})

    assert judged.definition is not None or judged.errors
    for finding in judged.findings:
        assert finding.what
        if finding.chapter is not None:
            items = items_of(chapters_of(data)[finding.chapter])
            assert finding.item is None or finding.item < len(items)


@given(st.integers(0, 1), st.integers(0, 10), st.sampled_from([-1, 1]))
@settings(max_examples=50, deadline=None)
def test_there_and_back_is_the_same(chapter: int, item: int, step: int) -> None:
    data = small()
    try:
        moved, place = editing.with_item_moved(data, Place(chapter, item), step)
    except NoSuchPlace:
        return
    back, home = editing.with_item_moved(moved, place, -step)
    assert (back, home) == (data, Place(chapter, item)) or moved == data


def test_a_question_takes_its_namely_text_along_and_goes_past_that_of_another() -> None:
    data = small()
    assert labels(data, 1)[4:7] == ["methoden", "methoden-anders", "oordeel"]

    down = editing.with_item_moved(data, Place(1, 4), 1)[0]
    up = editing.with_item_moved(data, Place(1, 6), -1)[0]
    elsewhere, place = editing.with_item_in_chapter(data, Place(1, 4), 0)
    gone = editing.without_item(data, Place(1, 4))

    assert labels(down, 1)[4:7] == ["oordeel", "methoden", "methoden-anders"]
    assert labels(up, 1) == labels(down, 1)
    assert labels(elsewhere, 0)[-2:] == ["methoden", "methoden-anders"]
    assert place == Place(0, 5)
    assert "methoden-anders" not in labels(gone, 1)
    assert editing.with_item_moved(data, Place(1, 5), 1)[0] == data


def test_what_hangs_on_a_question_follows_its_key() -> None:
    data = editing.with_key_renamed(small(), "oordeel", "hoe-gaat-het")
    data = editing.with_item_replaced(
        data, Place(1, 6), {**item_at(data, Place(1, 6)), "key": "hoe-gaat-het"}
    )
    data = editing.with_item_replaced(data, Place(1, 4), {**item_at(data, Place(1, 4)), "key": "aanpak"})

    assert item_at(data, Place(1, 7))["condition"] == {"lt": ["hoe-gaat-het", "voldoende"]}
    assert item_at(data, Place(1, 5))["namely_for"] == ["aanpak", "anders"]
    assert judge_draft(data, known_code=None, elements={}).findings == ()


def test_something_is_found_again_where_it_stands_now_unless_it_was_changed() -> None:
    base = small()
    now = editing.with_item(base, Place(1, 0), {"type": "heading", "text": "Nieuw"})
    changed = editing.with_item_replaced(now, Place(1, 7), {**item_at(now, Place(1, 7)), "label": "Anders"})

    assert item_again(base, now, Place(1, 6)) == Place(1, 7)
    assert item_again(base, changed, Place(1, 6)) is None
    assert item_again(base, base, Place(9, 9)) is None
    assert gap_again(base, now, Place(1, 6)) == Place(1, 7)
    assert gap_again(base, now, Place(1, 0)) == Place(1, 0)
    assert gap_again(base, changed, Place(1, 7)) == Place(1, len(items_of(chapters_of(now)[1])))
    assert chapter_again(base, editing.with_chapter_moved(base, 0, 1), 0) == 1
    assert chapter_again(base, editing.without_chapter(base, 0), 0) is None


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Wat is uw missie?", "missie"),
        ("Hoe gaat u om met pesten?", "gaat-om-pesten"),
        ("2026: de coëfficiënt", "vraag-2026-coefficient"),
        ("😀", "vraag"),
        ("de het een", "de-het-een"),
        ("x" * 200, "x" * 40),
    ],
)
def test_a_key_is_made_of_the_words_of_the_label(label: str, key: str) -> None:
    assert suggested_key(label, ()) == key
    assert suggested_key(label, {key}) == f"{key}-2"
    assert len(free_key("a" * 60, {"a" * 60})) == 60
