"""Only what everybody may read leaves the system: no internal or hidden answers, no small counts, no authors."""

import pytest

from levend.documents.values import texts
from levend.formats.engine.loading import load_definition
from levend.formats.engine.values import Value
from levend.publication.engine.projection import public_projection
from levend.publication.render.full import full_profile
from tests.factories.formats import SMALL
from tests.publication.editions import EDITION
from tests.publication.situations import definition, example

SECRET = "Dit mag niemand buiten de school lezen"


def printed(**changes: Value) -> str:
    about = example(**changes)
    document = full_profile(definition(), location=about.location, answers=about.answers, edition=EDITION)
    return "\n".join(texts(document))


def test_an_internal_answer_is_not_printed_though_it_is_there() -> None:
    text = printed(aandachtspunten_volgende_keer=SECRET, missie="Ieder kind telt.")

    assert "Ieder kind telt." in text
    assert SECRET not in text
    assert definition().question("aandachtspunten-volgende-keer").label not in text


def test_an_answer_for_the_consortium_is_not_printed() -> None:
    text = printed(arrangementen_aantal=1873)

    assert "1873" not in text
    assert definition().question("arrangementen-aantal").label not in text


def test_an_answer_that_a_condition_hides_is_not_printed() -> None:
    assert SECRET in printed(verwijzing=True, verwijzing_behoeften=SECRET)
    assert SECRET not in printed(verwijzing=False, verwijzing_behoeften=SECRET)


def test_a_namely_text_goes_with_the_option_that_it_explains() -> None:
    assert SECRET in printed(kleutervolgsysteem=SECRET)
    assert SECRET not in printed(kleutervolgsysteem=SECRET, preventief_handelen=["leerlingvolgsysteem"])


def test_a_namely_text_of_an_internal_question_is_internal() -> None:
    body = SMALL.replace(
        "        label: Waarmee werkt u?", "        label: Waarmee werkt u?\n        audience: internal"
    )
    inner = load_definition(body, "klein")

    content = public_projection(
        inner, location={}, answers={"methoden": ["anders"], "methoden-anders": SECRET, "motto": "Samen"}
    )

    assert dict(content.answers) == {"motto": "Samen"}
    assert "methoden-anders" not in content.asked


@pytest.mark.parametrize(("count", "stays"), [(0, True), (1, False), (4, False), (5, True)])
def test_a_count_of_children_under_five_is_left_out(count: int, stays: bool) -> None:
    body = SMALL.replace(
        "        label: Hoeveel groepen heeft u?",
        "        label: Hoeveel?\n        tags: ['keyfigure:KG-ARR']",
    )

    content = public_projection(load_definition(body, "klein"), location={}, answers={"groepen": count})

    assert ("groepen" in content.answers) is stays


def test_only_register_facts_of_a_location_are_public() -> None:
    content = public_projection(
        definition(), location={"name": "De Linde", "editor": "Ellen", "latitude": 52.1}, answers={}
    )

    assert dict(content.location) == {"name": "De Linde"}
