"""What is found in a format that is being made, and where."""

from levend.formats.engine.draft_findings import Weight, judge_draft
from levend.formats.engine.editing import (
    Map,
    Place,
    chapter_at,
    item_at,
    with_chapter,
    with_item_replaced,
    without_item,
)
from levend.formats.engine.format_changes import Answered, Aspect, format_changes
from levend.formats.engine.loading import load_definition
from tests.factories.formats import SMALL
from tests.formats.engine.test_editing import small

PUBLISHED = load_definition(SMALL)


def found(
    data: Map, *, elements: dict[str, str] | None = None, against: bool = True
) -> list[tuple[object, ...]]:
    judged = judge_draft(
        data, known_code=None, elements=elements or {}, published=PUBLISHED if against else None
    )
    return [(each.chapter, each.item, each.weight.value, each.what) for each in judged.findings]


def replaced(data: Map, place: Place, **fields: object) -> Map:
    changed = {**item_at(data, place), **fields}
    return with_item_replaced(
        data, place, {name: value for name, value in changed.items() if value is not None}
    )  # type: ignore[arg-type,misc]  # a test gives what it likes


def test_the_same_format_has_nothing_to_find() -> None:
    assert found(small()) == []


def test_an_empty_chapter_does_not_hide_what_is_wrong_elsewhere() -> None:
    data = with_chapter(small(), 0, {"key": "leeg", "title": "Leeg", "items": []})
    data = replaced(data, Place(2, 3), condition={"eq": ["oordeel", "goed"]})

    assert [(chapter, item) for chapter, item, _weight, _what in found(data)] == [(0, None), (2, 3)]


def test_a_format_without_anything_says_so() -> None:
    judged = judge_draft({"key": "x", "chapters": []}, known_code=None, elements={})

    assert judged.definition is None
    assert [each.what for each in judged.errors] == ["dit format heeft geen enkele vraag"]


def test_a_condition_on_a_later_question_and_a_circle_are_told_apart() -> None:
    later = replaced(small(), Place(1, 2), condition={"eq": ["oordeel", "goed"]})
    circle = replaced(later, Place(1, 6), condition={"eq": ["arrangement", True]})

    assert "komt pas na deze vraag" in str(found(later)[0])
    assert found(circle) == [
        (1, 2, "error", "deze voorwaarde loopt in een kring: ‘arrangement’ → ‘oordeel’ → ‘arrangement’")
    ]


def test_an_element_of_the_law_needs_a_question() -> None:
    tagged = replaced(small(), Place(0, 1), tags=["element:ambitions"])

    assert "de ambities" in str(found(small(), elements={"ambitions": "de ambities"}))
    assert found(tagged, elements={"ambitions": "de ambities"}) == []


def test_a_key_that_changed_type_is_wrong_and_what_schools_lose_is_told() -> None:
    other_type = replaced(small(), Place(0, 3), type="text", minimum=None, maximum=None)
    alike = replaced(small(), Place(0, 2), type="long_text")
    fewer = replaced(
        small(), Place(1, 8), options=[{"key": "zorg", "label": "Zorg"}, {"key": "wijk", "label": "Wijkteam"}]
    )
    gone = without_item(small(), Place(0, 4))

    assert found(other_type)[0][:3] == (0, 3, "error")
    assert found(other_type, against=False) == []
    assert found(alike) == []
    assert [(item, weight) for _chapter, item, weight, _what in found(fewer)] == [(8, "warning")]
    assert "De gemeente" in str(found(fewer))
    assert [weight for *_place, weight, _what in found(gone)] == [Weight.WARNING]


def test_two_questions_with_one_key_are_told_at_the_second() -> None:
    data = replaced(small(), Place(0, 2), key="missie")

    assert (0, 2, "error", "er is al een vraag met sleutel ‘missie’") in found(data)


def test_the_changes_say_what_a_school_has_to_do() -> None:
    assert format_changes(PUBLISHED, PUBLISHED).is_empty
    data = without_item(small(), Place(0, 4))
    data = replaced(data, Place(0, 1), label="Waar staat u voor?", help="Kort.")
    data = replaced(data, Place(0, 2), required=True)
    data = replaced(data, Place(1, 0), text="Andere kop")
    data = replaced(
        data, Place(1, 8), options=[{"key": "zorg", "label": "Zorg"}, {"key": "wijk", "label": "Wijkteam"}]
    )
    chapter = chapter_at(data, 1)
    assert isinstance(chapter["items"], list)
    chapter["items"].append({"type": "text", "key": "extra", "label": "Nog iets?", "required": True})
    now = judge_draft(data, known_code=None, elements={}).definition
    assert now is not None

    changes = format_changes(PUBLISHED, now)

    assert [(each.key, each.answered) for each in changes.questions] == [
        ("missie", Answered.WHOLE),
        ("motto", Answered.WHOLE),
        ("samenwerking", Answered.PARTLY),
        ("extra", Answered.NEW),
        ("besproken-op", Answered.LOST),
    ]
    assert changes.questions[0].aspects == (Aspect.LABEL, Aspect.HELP)
    assert changes.questions[1].aspects == (Aspect.NOW_REQUIRED,)
    assert changes.questions[2].lost == ("De gemeente",)
    assert changes.texts_changed == ("Extra hulp",)
    assert changes.same == len(PUBLISHED.questions) - 2
