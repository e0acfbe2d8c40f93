"""Formats of tests: one small format with a question of every type, and formats of any length."""

from django.utils import timezone

from levend.core.canonical import sha256_of
from levend.formats.models import Format, FormatVersion

SMALL = """\
key: klein
version: 1
title: Klein format
chapters:
  - key: school
    number: "1"
    title: De school
    intro: Wie bent u?
    items:
      - type: register
        field: name
        label: Naam van de school
      - key: missie
        type: long_text
        label: Wat is uw missie?
        help: Schrijf het zoals u het een ouder vertelt.
        why: Ouders lezen dit als eerste.
        required: true
        max_length: 1500
        tags: ["summary:mission"]
      - key: motto
        type: text
        label: Wat is uw motto?
      - key: groepen
        type: number
        label: Hoeveel groepen heeft u?
        minimum: 0
        maximum: 99
      - key: besproken-op
        type: date
        label: Wanneer besprak het team dit?
  - key: hulp
    number: "2"
    title: Extra hulp
    items:
      - type: heading
        text: Hulp van buiten
      - type: fixed_text
        text: "**Elke** school in de regio geeft basisondersteuning."
      - key: arrangement
        type: boolean
        label: Vraagt u arrangementen aan?
        required: true
      - key: arrangement-uitleg
        type: long_text
        label: Voor welke kinderen?
        condition: {eq: [arrangement, true]}
        required: true
      - key: methoden
        type: choices
        label: Waarmee werkt u?
        options:
          - key: dyslexie
            label: Dyslexieprotocol
            tags: ["support:TAAL-DYS:basic"]
          - key: anders
            label: Iets anders
          - key: geen
            label: Niets daarvan
        exclusive: [geen]
      - key: methoden-anders
        type: text
        label: Namelijk
        namely_for: [methoden, anders]
      - key: oordeel
        type: rating
        label: Hoe gaat het?
        options:
          - {key: onvoldoende, label: Onvoldoende}
          - {key: voldoende, label: Voldoende}
          - {key: goed, label: Goed}
      - key: verbeterpunt
        type: long_text
        label: Wat gaat u verbeteren?
        condition: {lt: [oordeel, voldoende]}
      - key: samenwerking
        type: choice
        label: Met wie werkt u samen?
        options:
          - {key: gemeente, label: De gemeente}
          - {key: zorg, label: Een zorginstelling}
      - key: scholing
        type: table
        label: Welke scholing volgt uw team?
        columns:
          - {key: wie, type: text, label: Wie}
          - {key: wat, type: text, label: Welke scholing, required: true}
          - {key: klaar, type: number, label: Klaar in}
"""


def make_version(body: str = SMALL, *, published: bool = True) -> FormatVersion:
    """A stored version; its key, number and title are read from the text."""
    heads = dict(line.split(": ", 1) for line in body.splitlines()[:3])
    stored, _ = Format.objects.get_or_create(key=heads["key"], defaults={"title": heads["title"]})
    return FormatVersion.objects.create(
        format=stored,
        number=int(heads["version"]),
        body=body,
        sha256=sha256_of(body.encode()),
        published_at=timezone.now() if published else None,
    )


def long_format(questions: int) -> str:
    """A format with one chapter of `questions` long texts, the last of which hangs on the first."""
    items = [
        f"      - {{key: vraag-{number}, type: long_text, label: Vraag nummer {number}}}"
        for number in range(1, questions)
    ]
    last = f"      - {{key: vraag-{questions}, type: long_text, label: Slot, condition: {{not: {{empty: vraag-1}}}}}}"
    head = [
        "key: lang",
        "version: 1",
        "title: Lang format",
        "chapters:",
        "  - key: alles",
        "    title: Alles",
    ]
    return "\n".join([*head, "    items:", *items, last]) + "\n"
