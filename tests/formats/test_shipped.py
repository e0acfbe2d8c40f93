"""What every shipped format promises: complete, answerable in an evening, and useful for what comes after."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import levend.formats
from levend.catalogue.enums import Kind
from levend.catalogue.queries import entries
from levend.catalogue.queries.codes import support_types
from levend.cli.main import main
from levend.formats.engine.answers_file import read_answers_file, take_answers
from levend.formats.engine.completeness import missing, missing_elements
from levend.formats.engine.definition import FixedText, FormatDefinition
from levend.formats.engine.judging import judge
from levend.formats.engine.kinds import Audience, Element, Level, OfferState, Provider, QuestionType
from levend.formats.engine.offer_parts import OfferPart, offer_part
from levend.formats.engine.offers import codes, offers
from levend.formats.engine.values import Value
from levend.formats.engine.visibility import visible_keys
from levend.formats.shipped import shipped_definition, shipped_keys, shipped_text

EXAMPLES = Path(levend.formats.__file__).parent / "examples"
OURS = ("bao", "sbo-so", "vo", "schoolgids")
SCHOOL_TYPES = {"bao": ("bao",), "sbo-so": ("sbo", "so", "vso"), "vo": ("vo", "pro")}
BOUNDARY = ("grens-behoeften", "grens-waarom", "grens-wat-wij-doen", "grens-wie-helpt")
FIVE_FIELDS = {"time", "materials", "space", "expertise", "cooperation"}


def example(key: str) -> dict[str, Value]:
    file = read_answers_file((EXAMPLES / f"{key}.json").read_bytes())
    return take_answers(shipped_definition(key), file)


def levels(definition: FormatDefinition) -> dict[str, list[str]]:
    """The levels that can be chosen, by code."""
    found = {}
    for question in definition.questions:
        code, part = offer_part(question) or ("", None)
        if part is OfferPart.LEVEL:
            found[code] = [option.key for option in question.options]
    return found


def told(definition: FormatDefinition, code: str) -> set[str]:
    """What can be told about a code."""
    tags = (tag for question in definition.questions for tag in question.tag_values("words"))
    return {tag.partition(":")[2] for tag in tags if tag.startswith(f"{code}:")}


def fixed_texts(definition: FormatDefinition) -> Iterator[str]:
    for chapter in definition.chapters:
        for item in chapter.items:
            if isinstance(item, FixedText):
                yield " ".join(item.text.split())


def test_all_promised_formats_are_shipped_with_an_example() -> None:
    assert set(shipped_keys()) == {"passenderwijs", *OURS}
    assert {path.stem for path in EXAMPLES.glob("*.json")} == set(shipped_keys())


@pytest.mark.parametrize("key", shipped_keys())
class TestEveryFormat:
    def test_its_codes_are_those_of_the_catalogue(self, key: str) -> None:
        assert judge(shipped_text(key)) == shipped_definition(key)

    def test_every_element_of_the_law_is_asked_in_public_and_cannot_be_left_out(self, key: str) -> None:
        for element in Element:
            asked = [
                question
                for question in shipped_definition(key).questions
                if element in question.tag_values("element") and question.audience is Audience.PUBLIC
            ]
            assert any(question.required and question.condition is None for question in asked), element

    def test_parents_and_pupils_have_their_short_text(self, key: str) -> None:
        definition = shipped_definition(key)
        for place in ("short", "pupils", "basic", "extra", "not-yet"):
            texts = [
                question
                for question in definition.questions
                if place in question.tag_values("parents") and question.type is QuestionType.LONG_TEXT
            ]
            assert texts, place

    def test_the_duty_of_care_is_a_fixed_text(self, key: str) -> None:
        assert any("mag een kind niet weigeren" in text for text in fixed_texts(shipped_definition(key)))

    def test_its_texts_hold_for_any_consortium_and_do_not_shout(self, key: str) -> None:
        for text in fixed_texts(shipped_definition(key)):
            assert "passenderwijs" not in text.lower()
            assert not set(text) & set("!{}_")

    def test_from_format_to_file_and_back_it_is_the_same(self, key: str) -> None:
        """JSON is YAML too, so what an editor holds in memory can be written and read again."""
        definition = shipped_definition(key)
        file = json.dumps(
            definition.model_dump(mode="json", by_alias=True, exclude_defaults=True), ensure_ascii=False
        )

        assert judge(file) == definition

    @pytest.mark.django_db
    def test_the_same_file_comes_out_that_went_in(
        self, key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        file, back = tmp_path / "in.yaml", tmp_path / "uit.yaml"
        file.write_text(shipped_text(key), encoding="utf-8")

        assert main(["format", "check", str(file)]) == 0
        assert main(["format", "import", str(file)]) == 0
        assert main(["format", "export", key, "-o", str(back)]) == 0
        assert back.read_bytes() == file.read_bytes()
        assert capsys.readouterr().out == f"{key} {shipped_definition(key).version}\n"

    def test_its_example_is_complete_and_counts_in_full(self, key: str) -> None:
        definition, answers = shipped_definition(key), example(key)

        assert missing(definition, answers) == ()
        assert missing_elements(definition, answers, Element) == ()
        assert answers.keys() <= visible_keys(definition, answers)
        assert offers(definition, answers)

    def test_its_example_is_written_as_people_write(self, key: str) -> None:
        file = json.loads((EXAMPLES / f"{key}.json").read_text(encoding="utf-8"))

        assert file["format"] == key
        assert file["version"] == shipped_definition(key).version
        assert "!" not in json.dumps(file["answers"], ensure_ascii=False)


@pytest.mark.parametrize("key", OURS)
class TestOurFormats:
    def test_a_director_is_done_in_an_evening(self, key: str) -> None:
        """One click per kind of support; of all else at most fifteen answers are required of everybody."""
        always = [
            question
            for question in shipped_definition(key).questions
            if question.required and question.condition is None and question.namely_for is None
        ]
        clicks = [question for question in always if question.type is not QuestionType.LONG_TEXT]
        texts = [question for question in always if question.type is QuestionType.LONG_TEXT]

        assert len(texts) <= 8
        assert len([question for question in clicks if offer_part(question) is None]) <= 8

    def test_a_boundary_always_asks_which_need_why_what_then_and_who_helps(self, key: str) -> None:
        definition = shipped_definition(key)

        gaps = {gap.question.key for gap in missing(definition, {"grens": True})}
        assert set(BOUNDARY) <= gaps
        assert not set(BOUNDARY) & visible_keys(definition, {"grens": False})

    def test_an_ambition_can_point_to_one_of_the_region(self, key: str) -> None:
        ambitions = shipped_definition(key).question("ambities")

        regional = next(column for column in ambitions.columns if column.key == "regionaal")
        assert [option.key for option in regional.options][-1] == "eigen"
        assert len(regional.options) >= 4
        assert not regional.required

    def test_expertise_says_what_is_there_and_what_is_to_come(self, key: str) -> None:
        definition = shipped_definition(key)

        present = {
            column.key: column.type for column in definition.question("deskundigheid-aanwezig").columns
        }
        assert present["gediplomeerd"] is present["structureel"] is QuestionType.BOOLEAN
        assert present["dagdelen"] is QuestionType.NUMBER
        assert {"soort", "wie", "scholing", "klaar"} == {
            column.key for column in definition.question("deskundigheid-te-ontwikkelen").columns
        }

    def test_it_asks_for_no_names(self, key: str) -> None:
        assert not [
            question.key
            for question in shipped_definition(key).questions
            if "contact" in question.tag_values("parents")
        ]


@pytest.mark.parametrize(("key", "school_types"), SCHOOL_TYPES.items())
def test_every_kind_of_support_of_the_school_type_is_asked(key: str, school_types: tuple[str, ...]) -> None:
    wanted = {entry.code for each in school_types for entry in support_types(school_type=each)}

    assert set(levels(shipped_definition(key))) == wanted


@pytest.mark.parametrize("key", ["bao", "vo"])
def test_a_regular_school_chooses_between_all_levels_and_tells_everything(key: str) -> None:
    definition = shipped_definition(key)

    for code, keys in levels(definition).items():
        assert keys == ["basis", "aanvullend", "extra", "niet", "onbekend"]
        assert told(definition, code) == {"offer", "others", *FIVE_FIELDS}


def test_a_special_school_describes_extra_support_only() -> None:
    definition = shipped_definition("sbo-so")

    assert all(keys == ["extra", "niet", "onbekend"] for keys in levels(definition).values())
    for code in levels(definition):
        assert told(definition, code) == {"offer", "others", *FIVE_FIELDS}
    assert {offer.level for offer in offers(definition, example("sbo-so"))} == {Level.BASIC, Level.EXTRA}


def test_a_special_school_tells_for_whom_in_which_groups_and_with_which_care() -> None:
    definition = shipped_definition("sbo-so")

    assert definition.question("doelgroepen").required
    assert {"groep", "leerlingen", "begeleiding"} <= {
        column.key for column in definition.question("groepen-omvang").columns if column.required
    }
    partners = definition.question("partners")
    assert partners.required
    assert len(partners.options) == len(entries(Kind.PARTNER))


def test_a_secondary_school_tells_about_routes_mentor_team_and_trajectory() -> None:
    definition = shipped_definition("vo")

    for key in ("leerroutes", "mentor", "ondersteuningsteam", "traject"):
        assert definition.question(key).required
    trajectory = next(offer for offer in offers(definition, example("vo")) if offer.code == "G-TRAJ")
    assert (trajectory.level, trajectory.capacity) == (Level.EXTRA, 18)


def test_the_yearly_one_is_short_and_takes_its_answers_from_the_others() -> None:
    yearly = shipped_definition("schoolgids")
    shared = {question.key for question in yearly.questions} & {
        question.key for question in shipped_definition("bao").questions
    }

    assert (
        len([question for question in yearly.questions if question.required and question.condition is None])
        <= 8
    )
    assert len(shared) >= len(yearly.questions) - 5


def test_questions_with_one_key_are_of_one_type_in_all_our_formats() -> None:
    """A school that changes from one format to another carries its answers over by key."""
    types: dict[str, set[QuestionType]] = {}
    for key in OURS:
        for question in shipped_definition(key).questions:
            types.setdefault(question.key, set()).add(question.type)

    assert {key for key, found in types.items() if len(found) > 1} == set()


def test_the_example_of_a_primary_school_shows_each_part_of_an_offer() -> None:
    definition, answers = shipped_definition("bao"), example("bao")
    found = {offer.code: offer for offer in offers(definition, answers)}

    assert {offer.level for offer in found.values()} == set(Level)
    assert {offer.state for offer in found.values()} == set(OfferState)
    assert {by for offer in found.values() for by in offer.by} == set(Provider)
    assert found["GEDRAG-ASS"].capacity == 6
    assert set(codes(definition, answers, "referral")) == {"LEREN-VB", "MED-VERZ"}
    assert "F-ROL" in codes(definition, answers, "facility")
    assert "X-C2" in codes(definition, answers, "expertise")
