import pytest

from levend.formats.engine.definition import Heading, RegisterField
from levend.formats.engine.kinds import Audience, RegisterName
from tests.formats.samples import WIDE, format_of


def test_questions_come_in_reading_order_with_namely_texts() -> None:
    assert [question.key for question in WIDE.questions] == [
        "naam", "verhaal", "aantal", "dag", "bezocht", "soort", "soort-b", "hulp", "oordeel", "scholing",
    ]  # fmt: skip


def test_a_question_is_found_by_its_key_with_its_chapter() -> None:
    assert WIDE.question("oordeel").label == "Oordeel"
    assert WIDE.chapter_of("oordeel").key == "een"
    assert not WIDE.has("weg")
    with pytest.raises(KeyError):
        WIDE.question("weg")


def test_a_question_is_public_unless_it_says_otherwise() -> None:
    definition = format_of(
        "{type: text, key: a, label: A}", "{type: text, key: b, label: B, audience: internal}"
    )

    assert [question.audience for question in definition.questions] == [Audience.PUBLIC, Audience.INTERNAL]


def test_headings_texts_and_register_fields_stand_between_the_questions() -> None:
    definition = format_of(
        "{type: heading, number: '1.1', text: Gegevens}",
        "{type: register, field: name, label: Naam van de school}",
        "{type: fixed_text, text: Vaste tekst.}",
        "{type: text, key: a, label: A}",
    )

    heading, register, fixed, question = definition.chapters[0].items
    assert isinstance(heading, Heading)
    assert heading.number == "1.1"
    assert isinstance(register, RegisterField)
    assert register.field is RegisterName.NAME
    assert (fixed.kind, question.kind) == ("fixed_text", "question")
    assert definition.questions == (question,)
