"""Editions for tests."""

from datetime import date

from levend.documents.values import Mark
from levend.publication.values import Edition, Procedure

EDITION = Edition(school_year="2026-2027", publisher="Samenwerkingsverband Rivierland", on=date(2026, 11, 22))
CONCEPT = Edition(
    school_year="2026-2027",
    publisher="Samenwerkingsverband Rivierland",
    on=date(2026, 11, 22),
    mark=Mark.CONCEPT,
)
OFFICIAL = Edition(
    school_year="2026-2027",
    publisher="Samenwerkingsverband Rivierland",
    on=date(2027, 1, 20),
    procedure=Procedure(
        advice="positief, met voorwaarden",
        advice_given_on=date(2027, 1, 12),
        advice_words="Wij vragen aandacht voor:\n\n- rust in de groepen",
        board="Stichting Waterkant",
        board_reaction="Dat nemen wij over.",
        adopted_on=date(2027, 1, 19),
        valid_from=date(2027, 8, 1),
        valid_until=date(2028, 7, 31),
        declared_by_function="directeur",
        submitted_on=date(2027, 1, 20),
        regime="Schoolgids, elk jaar",
        sha256="9f2c41ab" * 8,
    ),
)
