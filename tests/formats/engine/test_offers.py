from levend.formats.engine.kinds import Level, OfferState, Provider, Telling
from levend.formats.engine.offers import codes, offers, words_about
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


GROUP = format_of(
    "{type: support, key: hulp, parts: [by, state, capacity, words, others, fields],"
    " entries: [{code: TAAL-DYS, label: Dyslexie}, {code: GEDRAG-ASS, label: Autisme}]}"
)


def test_an_offer_says_by_whom_how_far_and_for_how_many() -> None:
    answers: dict[str, Value] = {
        "hulp-taal-dys": "extra",
        "hulp-taal-dys-wie": ["eigen", "partner"],
        "hulp-taal-dys-stand": "gepland",
        "hulp-taal-dys-plek": 6,
        "hulp-gedrag-ass": "basis",
    }

    dyslexia, autism = offers(GROUP, answers)

    assert (dyslexia.code, dyslexia.level, dyslexia.state) == ("TAAL-DYS", Level.EXTRA, OfferState.PLANNED)
    assert (dyslexia.by, dyslexia.capacity) == ((Provider.OWN, Provider.PARTNER), 6)
    assert (autism.level, autism.state, autism.by, autism.capacity) == (
        Level.BASIC,
        OfferState.IN_PLACE,
        (),
        None,
    )


def test_what_is_not_offered_or_not_known_is_no_offer_whatever_was_said_before() -> None:
    answers: dict[str, Value] = {
        "hulp-taal-dys": "niet",
        "hulp-taal-dys-wie": ["eigen"],
        "hulp-taal-dys-stand": "ingevoerd",
        "hulp-gedrag-ass": "onbekend",
    }

    assert offers(GROUP, answers) == ()


def test_what_is_told_about_an_offer_is_found_by_its_code() -> None:
    answers: dict[str, Value] = {
        "hulp-taal-dys": "extra",
        "hulp-taal-dys-uitleg": "Elke dag lezen met een maatje.",
        "hulp-taal-dys-tijd": "Een uur per week.",
        "hulp-gedrag-ass": "aanvullend",
        "hulp-gedrag-ass-anderen": "Jeugdhulp komt in de klas.",
        "hulp-gedrag-ass-tijd": "Telt niet: de vraag hoort bij extra ondersteuning.",
    }

    assert words_about(GROUP, answers) == {
        "TAAL-DYS": {Telling.OFFER: "Elke dag lezen met een maatje.", Telling.TIME: "Een uur per week."},
        "GEDRAG-ASS": {Telling.OTHERS: "Jeugdhulp komt in de klas."},
    }
