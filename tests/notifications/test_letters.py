"""Every letter reads well in both languages."""

import re

import pytest

from levend.notifications.errors import LetterFault
from levend.notifications.letters import FOLDER, KINDS, LANGUAGES, compose
from levend.notifications.letters import example_of as example


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_letter_has_a_subject_and_says_all_that_it_was_given(name: str, language: str) -> None:
    letter = compose(name, example(name), language=language)

    assert letter.subject
    assert "\n" not in letter.subject
    assert len(letter.subject) < 100
    for key, value in example(name).items():
        if key not in KINDS[name].dates:
            assert str(value) in letter.subject + letter.body
    assert "!" not in letter.body
    assert "{" not in letter.body


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_letter_names_only_its_fields(name: str, language: str) -> None:
    source = (FOLDER / f"{name}.{language}.txt").read_text()

    used = set(re.findall(r"{{ (\w+) }}", source)) | set(re.findall(r"{% if (\w+) %}", source))

    assert used == KINDS[name].fields


def test_there_is_no_text_without_a_letter() -> None:
    names = {path.name.split(".")[0] for path in FOLDER.glob("*.txt")}

    assert names == set(KINDS)


def test_dates_are_written_out_in_the_language_of_the_letter() -> None:
    assert "6 december 2026" in compose("invitation", example("invitation"), language="nl").body
    assert "6 December 2026" in compose("invitation", example("invitation"), language="en").body


def test_a_correction_is_asked_by_a_day_where_one_is_known() -> None:
    asked = example("correction_asked")
    assert "uiterlijk op 31 januari 2027." in compose("correction_asked", asked, language="nl").body
    assert "by 31 January 2027." in compose("correction_asked", asked, language="en").body
    before = compose("correction_asked", asked | {"due_on": ""}, language="nl").body
    assert "aan te vullen.\nWat er gevraagd wordt" in before


def test_names_stand_as_they_are_and_keep_to_one_line() -> None:
    letter = compose(
        "turn", {**example("turn"), "school": "'t Vlot & <Co>\nBcc: iemand@example.nl"}, language="nl"
    )

    assert "'t Vlot & <Co> Bcc: iemand@example.nl" in letter.subject


def test_what_somebody_wrote_keeps_its_paragraphs() -> None:
    for name, key in (("reopened", "reason"), ("adopted", "explanation")):
        letter = compose(name, example(name), language="nl")

        assert str(example(name)[key]) in letter.body
        assert str(example(name)[key])[:10] not in letter.subject


def test_no_letter_has_a_text_in_its_subject() -> None:
    for name, kind in KINDS.items():
        for language in LANGUAGES:
            subject = (FOLDER / f"{name}.{language}.txt").read_text().partition("\n")[0]
            assert not any(key in subject for key in kind.texts)


def test_an_invitation_without_a_place_reads_well() -> None:
    letter = compose("invitation", {**example("invitation"), "place": "", "role": "beheerder"}, language="nl")

    assert letter.subject == "Uitnodiging voor Levend"
    assert "in Levend, als beheerder." in letter.body


@pytest.mark.parametrize(
    ("name", "context", "language"),
    [
        ("thanks", {}, "nl"),
        ("password_reset", {}, "nl"),
        ("password_reset", {"url": "x", "more": "y"}, "nl"),
        ("password_reset", {"url": "x"}, "fr"),
    ],
)
def test_a_letter_that_does_not_fit_is_refused(
    name: str, context: dict[str, str | int], language: str
) -> None:
    with pytest.raises(LetterFault):
        compose(name, context, language=language)
