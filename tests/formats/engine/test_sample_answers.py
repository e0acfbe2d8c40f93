"""Answers for a preview: each is one that its question takes, also in a draft that is faulty."""

import pytest

from levend.formats.engine.answers import parse_value
from levend.formats.engine.draft_findings import judge_draft
from levend.formats.engine.editing import Map, Place, item_at, with_chapter, without_item
from levend.formats.engine.presentable import presentable
from levend.formats.engine.sample_answers import sample_answers
from levend.formats.engine.visibility import visible_keys
from levend.formats.shipped import shipped_definition, shipped_keys
from tests.formats.engine.test_editing import small


@pytest.mark.parametrize("key", shipped_keys())
def test_every_question_of_a_shipped_format_takes_its_sample_answer(key: str) -> None:
    definition = shipped_definition(key)
    answers = sample_answers(definition)

    assert answers.keys() == {question.key for question in definition.questions}
    assert {each: parse_value(definition.question(each), value) for each, value in answers.items()} == answers


def test_a_faulty_draft_is_shown_without_what_cannot_be_followed() -> None:
    data: Map = with_chapter(
        without_item(small(), Place(1, 6)), 0, {"key": "leeg", "title": "Leeg", "items": []}
    )
    options = item_at(data, Place(2, 4))["options"]
    assert isinstance(options, list)
    assert isinstance(options[0], dict)
    options[0]["tags"] = ["support:TAAL-DYS:hoog"]

    judged = judge_draft(data, known_code=None, elements={})
    shown = presentable(data, judged)

    assert len(judged.errors) == 3
    assert shown is not None
    assert shown.question("verbeterpunt").condition is None
    assert shown.question("methoden").options[0].tags == ()
    assert "verbeterpunt" in visible_keys(shown, sample_answers(shown))
    assert presentable({"chapters": []}, judge_draft({"chapters": []}, known_code=None, elements={})) is None
