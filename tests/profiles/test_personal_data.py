import json
from collections.abc import Iterator
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from levend.catalogue.engine.loading import catalogue
from levend.profiles.engine.conditions import IN_THE_CATALOGUE
from levend.profiles.engine.personal_data import PersonalKind, places_in, places_in_text
from tests.formats.samples import format_of

K = PersonalKind


@pytest.mark.parametrize(
    ("text", "kind", "passage"),
    [
        ("Zijn nummer is 111222333.", K.BSN, "111222333"),
        ("Zijn nummer is 1112.22.333.", K.BSN, "1112.22.333"),
        ("Maak over op NL91 ABNA 0417 1643 00.", K.ACCOUNT, "NL91 ABNA 0417 1643 00"),
        ("Bel mama op 06-12345678.", K.CONTACT, "06-12345678"),
        ("Mail naar jan.jansen@gmail.com.", K.CONTACT, "jan.jansen@gmail.com"),
        ("Het kind is geboren op 3 maart 2015.", K.BIRTH, "geboren op 3 maart 2015"),
        ("Groep 6, geb. 12-04-2016.", K.BIRTH, "geb. 12-04-2016"),
        ("Hij is 8 jaar (3-4-2018).", K.BIRTH, "8 jaar (3-4-2018"),
        ("Er zit een leerling in groep 5 met een sonde.", K.PUPIL, "een leerling in groep 5"),
        ("In groep 7 zit een meisje dat niet praat.", K.PUPIL, "In groep 7 zit een meisje"),
        (
            "Wij begeleiden een kind met een beperking in groep 4.",
            K.PUPIL,
            "een kind met een beperking in groep 4",
        ),
        ("Wij leerden veel van een jongen van 9 jaar.", K.PUPIL, "een jongen van 9 jaar"),
        ("Sem heeft autisme en werkt in een eigen hoek.", K.NAME, "Sem heeft autisme"),
        ("De diabetes van Fatima vraagt om controle.", K.NAME, "diabetes van Fatima"),
        ("Jayvano heeft ADHD.", K.NAME, "Jayvano heeft ADHD"),
        ("Het gaat om leerling J. uit de onderbouw.", K.INITIAL, "leerling J."),
    ],
)
def test_what_looks_like_data_about_one_person_is_found(text: str, kind: PersonalKind, passage: str) -> None:
    (place,) = places_in_text(text)

    assert (place.kind, place.passage) == (kind, passage)
    assert place.before + place.passage + place.after == text


@pytest.mark.parametrize(
    "text",
    [
        "Als een leerling in groep 3 moeite heeft met lezen, dan oefenen wij elke dag.",
        "Heeft een leerling in groep 4 dyslexie, dan vragen wij onderzoek aan.",
        "Bijvoorbeeld een leerling uit groep 6 die sneller leert.",
        "Kinderen met autisme krijgen een vaste plek. Wie ADHD heeft, mag bewegen.",
        "Onze autismespecialist Marit kijkt mee in de klas.",
        "Elke leerling heeft een eigen plan. Niemand is doof voor wat ouders zeggen.",
        "Bel de school: 0348 55 02 10, of mail info@kompas.example.",
        "Bestelnummer 111222334, KvK 12345678, postcode 3446 BB.",
        "De school bestaat sinds 1-8-1986. Het gebouw is van 3 maart 2015.",
        "Vanaf groep 6 zit het kind zelf aan tafel, groep 7 en 8 ook.",
        "Elke vier jaar, voor het eerst op 1-8-2026, kijkt de inspectie mee.",
    ],
)
def test_ordinary_sentences_of_a_profile_are_left_alone(text: str) -> None:
    assert places_in_text(text) == ()


def test_the_shipped_examples_and_the_demo_give_no_findings() -> None:
    """Measured on what the product itself ships as good profiles: the list must be worth reading."""
    texts = list(_shipped())
    characters = sum(map(len, texts))
    found = [(place.kind, place.passage) for text in texts for place in places_in_text(text)]

    assert characters > 60_000
    assert found == []


def _shipped() -> Iterator[str]:
    for path in sorted((files("levend.formats") / "examples").iterdir(), key=str):
        yield from _texts(json.loads(path.read_text())["answers"])
    for path in sorted((files("levend.demo") / "data" / "profiles").iterdir(), key=str):
        yield from _texts(YAML(typ="safe").load(path.read_text()))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def test_conditions_are_words_of_the_catalogue() -> None:
    for code, words in IN_THE_CATALOGUE.items():
        entry = catalogue().entry(code)
        known = " · ".join((entry.nl, entry.plain, *entry.aliases, *entry.words)).lower()
        assert [word for word in words if word not in known] == []


TABLE = format_of(
    "{type: long_text, key: verhaal, label: Verhaal}",
    "{type: boolean, key: nee, label: Nee}",
    "{type: text, key: verborgen, label: Verborgen, condition: {eq: [nee, true]}}",
    "{type: table, key: scholing, label: Scholing, columns: [{type: text, key: wie, label: Wie}, "
    "{type: number, key: uren, label: Uren}]}",
)


def test_answers_are_read_in_order_with_every_cell_and_nothing_that_is_hidden() -> None:
    answers = {
        "scholing": [{"wie": "Het team", "uren": 4}, {"wie": "Sem, dyslexie", "uren": 111222333}],
        "verhaal": "Leerling B. en nummer 111222333.",
        "verborgen": "Sem heeft autisme.",
        "nee": False,
    }

    places = places_in(TABLE, answers)

    assert [(place.question, place.part, place.passage) for place in places] == [
        ("verhaal", 0, "Leerling B."),
        ("verhaal", 0, "111222333"),
        ("scholing", 1, "Sem, dyslexie"),
    ]


def test_another_text_around_it_is_another_place() -> None:
    digests = {
        places_in_text(text, key)[0].digest
        for text, key in (
            ("Leerling B. leest.", "een"),
            ("Leerling B. leest!", "een"),
            ("Leerling B. leest.", "twee"),
            ("Leerling B. leest.", "een"),
        )
    }

    assert len(digests) == 3


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(max_size=80)
    | st.sampled_from(["👩‍👧 Sem adhd " * 150, "een leerling in groep " * 900, "9" * 20_000])
)
def test_any_text_can_be_read_and_places_never_overlap(text: str) -> None:
    end = 0
    for place in places_in_text(text):
        assert end <= place.start < place.end <= len(text)
        end = place.end
