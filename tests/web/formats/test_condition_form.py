"""A condition of any depth stands in a form as groups and lines, and comes back from it as it was."""

import json
from contextlib import nullcontext

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from hypothesis import given, settings
from hypothesis import strategies as st

from levend.formats.engine.faults import FormatFaults
from levend.formats.engine.yaml_source import Plain, read_yaml
from levend.formats.engine.yaml_writing import to_yaml
from levend.web.formats.condition_tree import way_to
from levend.web.formats.conditions import Asked, in_words
from levend.web.formats.forms.condition import ConditionForm, sent_form, stored_form
from levend.web.formats.forms.condition_view import line_views, view_of
from tests.web.formats.pages import Fields

ASKED = (
    Asked("motto", "Motto", "text"),
    Asked("verhaal", "Verhaal", "long_text"),
    Asked("groepen", "Groepen", "number"),
    Asked("dag", "Dag", "date"),
    Asked("arrangement", "Arrangement", "boolean", (("true", "Ja"), ("false", "Nee"))),
    Asked("oordeel", "Oordeel", "rating", (("matig", "Matig"), ("goed", "Goed"))),
    Asked("hulp", "Hulp", "choices", (("lezen", "Lezen"), ("geen", "Geen"))),
)
leaves: st.SearchStrategy[Plain] = st.one_of(
    st.sampled_from(ASKED).map(lambda question: {"empty": question.key}),
    st.sampled_from(["Samen", " met spaties ", "1", "“ë”"]).map(lambda text: {"eq": ["motto", text]}),
    st.sampled_from([3, 3.0, 2.5, 1e15, 0.123456789, -4]).map(lambda number: {"gt": ["groepen", number]}),
    st.dates().map(lambda day: {"lt": ["dag", str(day)]}),
    st.booleans().map(lambda yes: {"eq": ["arrangement", yes]}),
    st.sampled_from(["matig", "goed", "verdwenen"]).map(lambda option: {"ne": ["oordeel", option]}),
    st.sampled_from(["lezen", "geen"]).map(lambda option: {"has": ["hulp", option]}),
    st.just({"gt": ["motto", "iets dat er niet bij past"]}),
    st.just({"eq": ["weg", "vraag die er niet meer is"]}),
)
conditions: st.SearchStrategy[Plain] = st.recursive(
    leaves,
    lambda parts: st.one_of(
        st.lists(parts, min_size=1, max_size=3).map(lambda some: {"all": some}),
        st.lists(parts, min_size=1, max_size=3).map(lambda some: {"any": some}),
        parts.map(lambda part: {"not": part}),
    ),
    max_leaves=8,
)


def posted(form: ConditionForm) -> dict[str, str]:
    """What a browser would send of the form."""
    context = {"group": view_of(form, {}), "is_whole": True, "request": RequestFactory().get("/")}
    page = render_to_string("formats/condition_group.html", context)
    return {name: values[0] for name, values in Fields(page).found.items()}


def holds(condition: Plain, true: set[str]) -> bool:
    match condition:
        case {"all": [*parts]}:
            return all(holds(part, true) for part in parts)
        case {"any": [*parts]}:
            return any(holds(part, true) for part in parts)
        case {"not": part}:
            return not holds(part, true)
    return json.dumps(condition) in true


@settings(max_examples=50, deadline=None)
@given(conditions)
def test_a_condition_comes_back_from_its_form_as_it_was(condition: Plain) -> None:
    form = sent_form(posted(stored_form(condition, ASKED)), ASKED, condition)

    assert form.is_valid
    assert json.dumps(form.condition) == json.dumps(condition)


@settings(max_examples=50, deadline=None)
@given(st.lists(conditions, min_size=1, max_size=3), st.data())
def test_a_line_more_leaves_the_other_lines_as_they_were(parts: list[Plain], data: st.DataObject) -> None:
    condition: Plain = {"all": parts}
    more = sent_form({**posted(stored_form(condition, ASKED)), "doe": "regel-erbij"}, ASKED, condition)
    new = f"regel-{len(more.tree.parts) - 1}"
    added = {**posted(more), f"{new}-vraag": "verhaal", f"{new}-hoe": "filled"}
    changed = sent_form(added, ASKED, condition).condition

    leaf = json.dumps({"empty": "verhaal"})
    everything = {json.dumps(each) for each in written_in([condition, {"empty": "verhaal"}])}
    true = data.draw(st.sets(st.sampled_from(sorted(everything))))

    assert holds(changed, true) == (holds(condition, true) and leaf not in true)


def written_in(conditions: list[Plain]) -> list[Plain]:
    """The comparisons of conditions."""
    found: list[Plain] = []
    for condition in conditions:
        match condition:
            case {"all": [*parts]} | {"any": [*parts]}:
                found += written_in(parts)
            case {"not": part}:
                found += written_in([part])
            case _:
                found.append(condition)
    return found


def test_buttons_add_and_take_away_lines_and_groups_without_a_script() -> None:
    post = {"samen": "all", "regel-0-vraag": "arrangement", "regel-0-hoe": "eq", "regel-0-wat": "true"}

    grouped = sent_form({**post, "doe": "groep-erbij"}, ASKED, None)
    filled = {**posted(grouped), "regel-1-0-vraag": "groepen", "regel-1-0-hoe": "gt", "regel-1-0-wat": "12,5"}
    longer = sent_form({**filled, "doe": "regel-erbij 1"}, ASKED, None)
    whole = {**posted(longer), "regel-1-1-vraag": "hulp", "regel-1-1-hoe": "without", "regel-1-1-wat": "geen"}
    negated = sent_form({**whole, "groep-1-samen": "none"}, ASKED, None)

    assert grouped.begins_at == (1, 0)
    assert longer.begins_at == (1, 1)
    assert sent_form(whole, ASKED, None).condition == {
        "all": [
            {"eq": ["arrangement", True]},
            {"any": [{"gt": ["groepen", 12.5]}, {"not": {"has": ["hulp", "geen"]}}]},
        ]
    }
    assert negated.condition == {
        "all": [
            {"eq": ["arrangement", True]},
            {"not": {"any": [{"gt": ["groepen", 12.5]}, {"not": {"has": ["hulp", "geen"]}}]}},
        ]
    }
    assert in_words(negated.condition, negated.by_key) == (
        "“Arrangement” is “Ja” en (niets hiervan klopt: “Groepen” is meer dan “12,5” of “Hulp” bevat niet “Geen”)"
    )
    assert sent_form({**whole, "doe": "weg 1"}, ASKED, None).condition == {"eq": ["arrangement", True]}
    assert sent_form({**whole, "doe": "weg 1-0"}, ASKED, None).condition == {
        "all": [{"eq": ["arrangement", True]}, {"not": {"has": ["hulp", "geen"]}}]
    }
    for nonsense in (
        "weg",
        "weg x",
        "weg 9-9",
        "groep-erbij 0",
        "regel-erbij 7-7",
        "weg 1-" + "0-" * 40 + "0",
    ):
        assert sent_form({**whole, "doe": nonsense}, ASKED, None).condition is not None


@pytest.mark.parametrize(("layers", "can_be"), [(9, True), (10, False)])
def test_groups_go_no_deeper_than_a_file_may_hold(layers: int, can_be: bool) -> None:
    nested: Plain = {"empty": "motto"}
    for _layer in range(layers):
        nested = {"all": [nested, {"empty": "dag"}]}
    file = to_yaml({"key": "x", "chapters": [{"items": [{"condition": nested}]}]})

    form = sent_form(posted(stored_form(nested, ASKED)), ASKED, None)

    assert form.is_valid is can_be
    with nullcontext() if can_be else pytest.raises(FormatFaults):
        read_yaml(file, "x")


def test_a_condition_longer_than_a_form_stays_until_it_is_replaced_or_taken_away() -> None:
    long: Plain = {"any": [{"eq": ["motto", str(number)]} for number in range(70)]}
    form = stored_form(long, ASKED)

    assert form.is_long
    assert sent_form(posted(form), ASKED, long).condition == long
    assert sent_form({**posted(form), "wis": "ja"}, ASKED, long).condition is None
    line = {"regel-0-vraag": "dag", "regel-0-hoe": "empty"}
    assert sent_form({**posted(form), **line}, ASKED, long).condition == {"empty": "dag"}


def test_what_is_wrong_with_a_line_stands_beside_that_line() -> None:
    condition: Plain = {
        "all": [{"empty": "motto"}, {"not": {"any": [{"empty": "dag"}, {"not": {"eq": ["weg", 1]}}]}}]
    }
    way = way_to(condition, ("all", 1, "not", "any", 1, "not", "eq", 0))

    assert way == (1, 1, 0)
    assert way_to({"eq": ["weg", 1]}, ("eq", 0)) == (0,)
    places = [line.place for line in line_views(view_of(stored_form(condition, ASKED), {}))]
    assert places == ["0", "1-0", "1-1-0"]
