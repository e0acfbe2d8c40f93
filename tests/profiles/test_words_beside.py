"""What a school says beside a figure is looked at like its answers: for personal data, and by whoever erases a passage."""

from levend.audit.engine.passages import MARKER, Words
from levend.formats.engine.loading import load_definition
from levend.profiles.engine.erasing import erased_beside, words_beside
from levend.profiles.engine.personal_data import places_in

FORMAT = load_definition(
    """\
key: tellen
version: 1
title: Format met een kengetal
chapters:
  - key: kort
    title: In het kort
    items:
      - {type: register, field: pupils, label: Aantal leerlingen}
      - {key: telling, type: number, label: Leerlingen, tags: ["keyfigure:KG-LL"]}
""",
    "tellen",
)


def test_a_passage_is_erased_from_the_reasons_of_a_frozen_text() -> None:
    telling = {"source": "DUO", "on": "2025-10-01", "value": 214, "reason": "Jan Meerkoet kwam erbij."}
    location: dict[str, object] = {"name": "De Linde", "beside": {"telling": telling}}

    assert list(words_beside(location)) == [("telling", "Jan Meerkoet kwam erbij.")]
    assert erased_beside(location, Words("Jan Meerkoet")) == {
        "name": "De Linde",
        "beside": {"telling": {**telling, "reason": f"{MARKER} kwam erbij."}},
    }
    assert erased_beside({"name": "De Linde"}, Words("Linde")) == {"name": "De Linde"}


def test_personal_data_in_a_reason_is_found() -> None:
    answers = {"telling": 220, "telling--reason": "Bel 06 12 34 56 78.", "register--pupils--reason": "Groei."}

    assert [place.question for place in places_in(FORMAT, answers)] == ["telling--reason"]
