"""Small formats for tests, written as a format is written."""

from levend.formats.engine.definition import FormatDefinition, Question
from levend.formats.engine.loading import load_definition

HEAD = "key: proef\nversion: 1\ntitle: Proef\nchapters:\n  - key: een\n    number: '1'\n    title: Een\n    items:\n"


def format_of(*items: str) -> FormatDefinition:
    """A format of one chapter; every item is a YAML mapping in braces."""
    return load_definition(HEAD + "".join(f"      - {item}\n" for item in items))


def question_of(item: str) -> Question:
    """One question, written as a YAML mapping in braces."""
    return format_of(item).questions[0]


WIDE = format_of(
    "{type: text, key: naam, label: Naam, required: true}",
    "{type: long_text, key: verhaal, label: Verhaal}",
    "{type: number, key: aantal, label: Aantal, minimum: 0}",
    "{type: date, key: dag, label: Dag, condition: {gt: [aantal, 10]}}",
    "{type: boolean, key: bezocht, label: Bezocht, condition: {not: {empty: dag}}}",
    "{type: choice, key: soort, label: Soort, options: [{key: a, label: A}, {key: b, label: B}],"
    " condition: {ne: [bezocht, false]}}",
    "{type: text, key: soort-b, label: Namelijk, namely_for: [soort, b]}",
    "{type: choices, key: hulp, label: Hulp, exclusive: [geen], options: [{key: lezen, label: Lezen},"
    " {key: rekenen, label: Rekenen}, {key: geen, label: Geen}], condition: {any: [{eq: [soort, a]}, {empty: soort-b}]}}",
    "{type: rating, key: oordeel, label: Oordeel, options: [{key: onvoldoende, label: Onvoldoende},"
    " {key: voldoende, label: Voldoende}, {key: goed, label: Goed}], condition: {has: [hulp, lezen]}}",
    "{type: table, key: scholing, label: Scholing, maximum: 4, columns: ["
    "{type: text, key: wie, label: Wie, required: true}, {type: number, key: uren, label: Uren}],"
    " condition: {lt: [oordeel, goed]}}",
)
"""A format with every type of question, in which each question hangs on an earlier one."""
