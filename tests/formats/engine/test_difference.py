from hypothesis import given

from levend.formats.engine.difference import ChangeKind, difference
from levend.formats.engine.values import Value
from levend.formats.engine.visibility import visible_answers
from tests.formats.samples import WIDE, format_of
from tests.formats.strategies import any_answers, right_answers

OLD = format_of(
    "{type: text, key: naam, label: Naam}",
    "{type: choice, key: soort, label: Soort, options: [{key: a, label: Oude tekst}, {key: b, label: B}]}",
    "{type: text, key: weg, label: Vervallen vraag}",
    "{type: number, key: telling, label: Telling}",
)
NEW = format_of(
    "{type: text, key: nieuw, label: Nieuwe vraag}",
    "{type: text, key: naam, label: Naam van de school}",
    "{type: choice, key: soort, label: Soort, options: [{key: a, label: Nieuwe tekst}, {key: c, label: C}]}",
    "{type: boolean, key: telling, label: Telling}",
)


def test_changes_stand_in_the_order_of_the_new_format_then_what_was_dropped() -> None:
    changes = difference(
        OLD,
        {"naam": "De Linde", "weg": "Tekst", "soort": "b"},
        NEW,
        {"naam": "De Iep", "nieuw": "Tekst", "soort": "c"},
    )

    assert [(change.kind, change.key, change.label, change.before, change.after) for change in changes] == [
        (ChangeKind.ADDED, "nieuw", "Nieuwe vraag", "", "Tekst"),
        (ChangeKind.CHANGED, "naam", "Naam van de school", "De Linde", "De Iep"),
        (ChangeKind.CHANGED, "soort", "Soort", "B", "C"),
        (ChangeKind.REMOVED, "weg", "Vervallen vraag", "Tekst", ""),
    ]
    assert [change.chapter.title for change in changes] == ["Een"] * 4


def test_another_wording_is_no_change_of_the_answer() -> None:
    assert difference(OLD, {"naam": "De Linde", "soort": "a"}, NEW, {"naam": "De Linde", "soort": "a"}) == ()


def test_a_one_that_became_a_yes_is_a_change() -> None:
    (change,) = difference(OLD, {"telling": 1}, NEW, {"telling": True})

    assert (change.before, change.after) == ("1", "Ja")


def test_an_answer_that_became_hidden_is_removed() -> None:
    answers: dict[str, Value] = {"aantal": 11, "dag": "2026-03-14"}

    changes = difference(WIDE, answers, WIDE, {**answers, "aantal": 9})

    assert [(change.kind, change.before, change.after) for change in changes] == [
        (ChangeKind.CHANGED, "11", "9"),
        (ChangeKind.REMOVED, "14 maart 2026", ""),
    ]


@given(old=any_answers, new=any_answers)
def test_there_is_no_difference_exactly_when_the_answers_that_count_are_equal(
    old: dict[str, Value], new: dict[str, Value]
) -> None:
    same = repr(sorted(visible_answers(WIDE, old).items())) == repr(
        sorted(visible_answers(WIDE, new).items())
    )

    if same:
        assert difference(WIDE, old, WIDE, new) == ()
    assert difference(WIDE, old, WIDE, old) == ()


@given(old=right_answers, new=right_answers)
def test_differences_tell_which_answers_to_lay_over_the_old_ones(
    old: dict[str, Value], new: dict[str, Value]
) -> None:
    before, after = visible_answers(WIDE, old), visible_answers(WIDE, new)

    changed = {change.key for change in difference(WIDE, old, WIDE, new)}

    assert changed == {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    assert {key: value for key, value in before.items() if key not in changed} == {
        key: value for key, value in after.items() if key not in changed
    }


@given(old=any_answers, new=any_answers)
def test_what_is_added_one_way_is_removed_the_other(old: dict[str, Value], new: dict[str, Value]) -> None:
    forth, back = difference(WIDE, old, WIDE, new), difference(WIDE, new, WIDE, old)

    assert [(change.key, change.before, change.after) for change in forth] == [
        (change.key, change.after, change.before) for change in back
    ]
