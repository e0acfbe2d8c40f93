import itertools
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from levend.formats.engine.worddiff import Piece, PieceKind, word_difference

SAME, ADDED, REMOVED = PieceKind.SAME, PieceKind.ADDED, PieceKind.REMOVED

_texts = st.text(max_size=60) | st.lists(
    st.sampled_from(["de", "school", "biedt", "geen", "hulp", ".", ",", "\n", "\n\n- ", "zo'n", "👩‍👧", "ë"]),
    max_size=40,
).map(" ".join)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_texts, _texts)
def test_the_pieces_give_both_versions_back_to_the_letter(before: str, after: str) -> None:
    pieces = word_difference(before, after)

    assert "".join(piece.text for piece in pieces if not piece.is_added) == before
    assert "".join(piece.text for piece in pieces if not piece.is_removed) == after
    assert all(piece.text for piece in pieces)
    assert all(one.kind is not other.kind for one, other in itertools.pairwise(pieces))


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("", "", []),
        ("Gelijk.", "Gelijk.", [(SAME, "Gelijk.")]),
        ("", "Nieuw.", [(ADDED, "Nieuw.")]),
        ("Weg.", "", [(REMOVED, "Weg.")]),
        (
            "Wij hebben een logopedist op dinsdag.",
            "Wij hebben een logopedist op donderdag.",
            [
                (SAME, "Wij hebben een logopedist op "),
                (REMOVED, "dinsdag"),
                (ADDED, "donderdag"),
                (SAME, "."),
            ],
        ),
        (
            "Taal en rekenen gaan in kleine groepen.",
            "Spelling en lezen gaan in kleine groepen.",
            [(REMOVED, "Taal en rekenen"), (ADDED, "Spelling en lezen"), (SAME, " gaan in kleine groepen.")],
        ),
        ("zo'n klas", "zo'n school", [(SAME, "zo'n "), (REMOVED, "klas"), (ADDED, "school")]),
    ],
)
def test_a_change_reads_as_people_would_mark_it(
    before: str, after: str, pieces: list[tuple[PieceKind, str]]
) -> None:
    assert word_difference(before, after) == tuple(Piece(kind, text) for kind, text in pieces)


def test_a_list_keeps_its_untouched_lines() -> None:
    before = "Wij bieden:\n- hulp bij lezen\n- een rustige plek\n- extra uitleg"
    after = "Wij bieden:\n- hulp bij rekenen\n- een rustige plek\n- extra uitleg\n- een maatje"

    assert [(piece.kind, piece.text) for piece in word_difference(before, after)] == [
        (SAME, "Wij bieden:\n- hulp bij "),
        (REMOVED, "lezen"),
        (ADDED, "rekenen"),
        (SAME, "\n- een rustige plek\n- extra uitleg"),
        (ADDED, "\n- een maatje"),
    ]


@pytest.mark.parametrize("sign", ["a ", "! ", "👍"])
def test_twenty_thousand_characters_of_one_kind_are_no_trouble(sign: str) -> None:
    """A comparison whose time grows with the square of the words would not come to its end here."""
    before = (sign * 20_000)[:20_000]
    after = "".join(reversed((sign + string.ascii_lowercase) * 1_000))[:20_000]

    pieces = word_difference(before, after)

    assert "".join(piece.text for piece in pieces if not piece.is_added) == before
    assert "".join(piece.text for piece in pieces if not piece.is_removed) == after
