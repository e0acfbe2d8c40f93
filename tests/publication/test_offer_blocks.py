"""What a school says per kind of support stands in one table, with its words below."""

from levend.documents.values import Answer, Block, Bullets, Table
from levend.formats.engine.values import Value
from levend.publication.engine.chapters import chapter_texts
from levend.publication.engine.projection import public_projection
from levend.publication.render.words import phrases
from tests.formats.samples import format_of

FORMAT = format_of(
    "{type: heading, text: Taal}",
    "{type: support, key: hulp, required: true, parts: [by, state, capacity, words],"
    " entries: [{code: TAAL-DYS, label: Dyslexie}, {code: TAAL-LEES, label: Lezen},"
    " {code: TAAL-ACHT, label: Taalachterstand}]}",
)


def blocks(answers: dict[str, Value]) -> tuple[Block, ...]:
    content = public_projection(FORMAT, location={}, answers=answers)
    texts = chapter_texts(FORMAT, content, phrases())
    return texts[0].blocks if texts else ()


def test_a_kind_of_support_is_a_line_of_a_table() -> None:
    _heading, table = blocks(
        {
            "hulp-taal-dys": "extra",
            "hulp-taal-dys-wie": ["eigen", "partner"],
            "hulp-taal-dys-plek": 6,
            "hulp-taal-lees": "basis",
        }
    )

    assert table == Table(
        "",
        ("Ondersteuning", "Niveau", "Wie", "Plek voor"),
        (
            ("Dyslexie", "Extra ondersteuning", "Ons eigen team, een partner van buiten", "6"),
            ("Lezen", "Basisondersteuning", "", ""),
        ),
    )


def test_the_words_stand_below_the_table_and_then_what_is_not_offered() -> None:
    _heading, table, words, elsewhere, unknown = blocks(
        {
            "hulp-taal-dys": "basis",
            "hulp-taal-dys-uitleg": "Met **een maatje**.",
            "hulp-taal-lees": "niet",
            "hulp-taal-acht": "onbekend",
        }
    )

    assert isinstance(table, Table)
    assert len(table.rows) == 1
    assert isinstance(words, Answer)
    assert words.label == "Dyslexie: wat merkt een leerling hiervan?"
    assert isinstance(elsewhere, Answer)
    assert elsewhere.label == "Nu nog niet"
    assert isinstance(elsewhere.blocks[0], Bullets)
    assert elsewhere.blocks[0].items[0][0].text == "Lezen"
    assert isinstance(unknown, Answer)
    assert unknown.label == "Weten wij nog niet"


def test_what_nobody_answered_leaves_no_empty_table_and_no_heading() -> None:
    assert blocks({}) == ()


def test_a_number_of_places_without_a_level_stays_a_question_of_its_own() -> None:
    single = format_of(
        "{type: boolean, key: traject, label: Traject, tags: ['support:G-TRAJ:extra']}",
        "{type: number, key: plek, label: Plek in het traject, tags: ['capacity:G-TRAJ']}",
    )
    content = public_projection(single, location={}, answers={"traject": True, "plek": 18})

    shown = chapter_texts(single, content, phrases())[0].blocks

    assert "Plek in het traject" in str(shown)
    assert not any(isinstance(block, Table) for block in shown)
