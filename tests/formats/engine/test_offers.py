from levend.formats.engine.kinds import Level, OfferState
from levend.formats.engine.offers import codes, offers
from levend.formats.engine.values import Value
from tests.formats.samples import format_of

FORMAT = format_of(
    "{type: boolean, key: dys, label: D, tags: ['support:TAAL-DYS:basic']}",
    "{type: choices, key: extra, label: E, options: [{key: ass, label: ASS, tags: ['support:GEDRAG-ASS:extra']},"
    " {key: dys, label: D, tags: ['support:TAAL-DYS:extra:in-development']}, {key: niets, label: N}]}",
    "{type: long_text, key: ook, label: O, tags: ['support:TAAL-DYS:extra'], condition: {eq: [dys, true]}}",
    "{type: number, key: plus, label: P, tags: ['support:G-PLUS:additional']}",
    "{type: table, key: mensen, label: M, columns: [{type: choice, key: wie, label: W, options: ["
    "{key: rt, label: RT, tags: ['expertise:R-RT']}, {key: ib, label: IB, tags: ['expertise:R-IB']}]}]}",
    "{type: choices, key: geheim, label: G, audience: internal, options: ["
    "{key: a, label: A, tags: ['support:MED-VERZ:extra']}]}",
)


def found(answers: dict[str, Value]) -> list[tuple[str, Level, OfferState]]:
    return [(offer.code, offer.level, offer.state) for offer in offers(FORMAT, answers)]


def test_an_offer_follows_the_tags_of_questions_and_options() -> None:
    assert found({"dys": True, "extra": ["ass"], "plus": 1}) == [
        ("TAAL-DYS", Level.BASIC, OfferState.IN_PLACE),
        ("GEDRAG-ASS", Level.EXTRA, OfferState.IN_PLACE),
        ("G-PLUS", Level.ADDITIONAL, OfferState.IN_PLACE),
    ]


def test_a_no_and_a_nought_offer_nothing() -> None:
    assert found({"dys": False, "extra": ["niets"], "plus": 0}) == []


def test_in_place_goes_before_in_development_at_the_same_level() -> None:
    assert ("TAAL-DYS", Level.EXTRA, OfferState.IN_DEVELOPMENT) in found({"extra": ["dys"]})
    assert [
        offer for offer in found({"dys": True, "extra": ["dys"], "ook": "Tekst"}) if offer[1] is Level.EXTRA
    ] == [("TAAL-DYS", Level.EXTRA, OfferState.IN_PLACE)]


def test_hidden_and_internal_answers_offer_nothing() -> None:
    assert found({"ook": "Tekst", "geheim": ["a"]}) == []


def test_codes_are_gathered_over_the_rows_of_a_table() -> None:
    answers: dict[str, Value] = {"mensen": [{"wie": "ib"}, {"wie": "rt"}, {"wie": "ib"}]}

    assert codes(FORMAT, answers, "expertise") == ("R-IB", "R-RT")
