"""What people and programs send that no form expects, by kind of field, and whether it must be taken or refused.

Emoji, long words and signs of other scripts are texts like any other. What cannot be kept is refused with a sentence.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.adoption.story import PDF

EMOJI = "👩‍🏫 🏳️‍🌈 🇳🇱 zó €"
WORD = "a" * 200
SCRIPT = "</textarea><script>alert('&amp;')</script> {{ 7|add:7 }} {% now %}"
CONTROLS = "voor\x00\x07\x1b\u202ena"
NOTHING = "\x00\x1f\u202e\u200b \n"
LONG = "é" * 20_000
TOO_LONG = "é" * 20_001
ABSENT = object()
"""The field is not sent at all."""


@dataclass(frozen=True)
class Sent:
    """One hostile value. `kept` is what must stand there afterwards, where it is taken."""

    value: object
    taken: bool
    kept: str = ""

    def __str__(self) -> str:
        return "absent" if self.value is ABSENT else repr(self.value)[:60]


@dataclass(frozen=True)
class Words:
    """Plain text of at most `most` characters. `by` is the rule beside it that asks for words or not."""

    required: bool = True
    most: int = 20_000

    def values(self) -> Iterator[Sent]:
        yield Sent(EMOJI, taken=True, kept=EMOJI)
        yield Sent(SCRIPT, taken=len(SCRIPT) <= self.most, kept=SCRIPT)
        yield Sent(CONTROLS, taken=True, kept="voorna")
        yield Sent(WORD, taken=len(WORD) <= self.most, kept=WORD)
        yield Sent(LONG, taken=len(LONG) <= self.most)
        yield Sent(TOO_LONG, taken=False)
        for value in ("", NOTHING, ABSENT):
            yield Sent(value, taken=not self.required)


class Day:
    """A date; whatever is a real one is judged by the step itself."""

    def values(self) -> Iterator[Sent]:
        for value in (
            "", ABSENT, NOTHING, EMOJI, WORD, TOO_LONG, "morgen", "31-02-2026", "31-2-2026", "2026-02-31", "0-0-0",
            "1-1-0", "1-1-99999", "99999-01-01", "32-1-2027", "1-13-2027", "-1-1-2027", "2026", "1e3-1-2026",
            "31 mei", "1-januarius-", "2027-W01-1", "20270101T000000", "1-1-0000", "1 1 1",
        ):  # fmt: skip
            yield Sent(value, taken=False)


@dataclass(frozen=True)
class PastDay(Day):
    """A date that has been, and not before the text was put before somebody."""

    def values(self) -> Iterator[Sent]:
        yield from super().values()
        for value in ("31-12-9999", "1-1-0001", "1-1-1900", "1-1-2999"):
            yield Sent(value, taken=False)


@dataclass(frozen=True)
class FutureDay(Day):
    """A date that is to come."""

    def values(self) -> Iterator[Sent]:
        yield from super().values()
        for value in ("1-1-0001", "1-1-1900"):
            yield Sent(value, taken=False)


class Choice:
    def values(self) -> Iterator[Sent]:
        for value in ("", ABSENT, "verzonnen", "POSITIVE", NOTHING, EMOJI, TOO_LONG, "0", "-1", "None"):
            yield Sent(value, taken=False)


class Tick:
    """A statement that must be ticked."""

    def values(self) -> Iterator[Sent]:
        for value in (ABSENT, "", "false", "False"):
            yield Sent(value, taken=False)


class File:
    """PDF, JPEG or PNG of at most 10 MB."""

    def values(self) -> Iterator[Sent]:
        yield Sent(ABSENT, taken=False)
        yield Sent("geen bestand", taken=False)
        for name, data in (
            ("leeg.pdf", b""),
            ("groot.pdf", PDF + b"0" * (30 * 1024 * 1024)),
            ("brief.pdf", b"MZ\x90\x00 een programma"),
            ("brief.svg", b"<svg onload=alert(1)>"),
            ("brief.html", b"<script>alert(1)</script>"),
        ):
            yield Sent(SimpleUploadedFile(name, data, content_type="application/pdf"), taken=False)
        for name in (
            EMOJI + ".pdf",
            "a" * 250 + ".pdf",
            "../../etc/passwd",
            "con\x00.pdf",
            "'; rm -rf.pdf",
        ):
            yield Sent(SimpleUploadedFile(name, PDF, content_type="text/html"), taken=True)


class Email:
    def values(self) -> Iterator[Sent]:
        for value in ("", ABSENT, NOTHING, EMOJI, WORD, TOO_LONG, "a@b", "a b@school.nl", "a@school.nl\nBcc: x@y.nl",
                      "a@b@c.nl", f"{WORD}@{WORD}.nl", "naam@school\u202eln.nl"):  # fmt: skip
            yield Sent(value, taken=False)


class Name(Words):
    """A name of at most 120 characters."""


class Password:
    """At least twelve characters, none of the common ones."""

    def values(self) -> Iterator[Sent]:
        for value in ("", ABSENT, "kort", "password1234"):
            yield Sent(value, taken=False)


Kind = Words | Day | Choice | Tick | File | Email | Password
