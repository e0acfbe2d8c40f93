"""Places in a text that look like data about one person. No pupil data belongs in a profile (AVG art. 4 and 9).

A finding is a question to the writer, never a verdict: a number may be an order number, a name that of a teacher. So
precision comes first: a list that is full of ordinary words is clicked away unread.
"""

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from stdnum import iban
from stdnum.nl import bsn

from levend.core.canonical import sha256_of
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.extra import extra_questions
from levend.formats.engine.values import Answers, is_empty
from levend.formats.engine.visibility import visible_answers
from levend.profiles.engine.conditions import CONDITIONS
from levend.profiles.engine.erasing import written_words
from levend.profiles.engine.first_names import FIRST_NAMES

AROUND = 60
"""Characters of the text shown before and after a place."""


class PersonalKind(StrEnum):
    """What a place looks like. The values are stored with confirmations: never rename one."""

    BSN = "bsn"
    ACCOUNT = "account"
    CONTACT = "contact"
    BIRTH = "birth"
    PUPIL = "pupil"
    NAME = "name"
    INITIAL = "initial"


@dataclass(frozen=True)
class Place:
    """`text[start:end]` looks like personal data. `part` counts the texts inside one answer: the cells of a table.

    `digest` is the SHA-256 of question, kind, place and the whole text around it: the same words in another text
    are another place.
    """

    question: str
    part: int
    start: int
    end: int
    kind: PersonalKind
    text: str
    digest: str

    @property
    def passage(self) -> str:
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        cut = self.text[max(0, self.start - AROUND) : self.start]
        return f"…{cut}" if self.start > AROUND else cut

    @property
    def after(self) -> str:
        cut = self.text[self.end : self.end + AROUND]
        return f"{cut}…" if self.end + AROUND < len(self.text) else cut


def places_in(definition: FormatDefinition, answers: Answers) -> tuple[Place, ...]:
    """Every place in the answers that count, in reading order, then in what stands beside them; what a condition hides
    is in no text."""
    extra = extra_questions(definition)
    beside = {key: answers[key] for key in extra if not is_empty(answers.get(key))}
    visible = visible_answers(definition, answers) | beside
    return tuple(
        place
        for question in (*definition.questions, *extra.values())
        if question.key in visible
        for part, text in enumerate(written_words(question, visible[question.key]))
        for place in places_in_text(text, question.key, part)
    )


def places_in_text(text: str, question: str = "", part: int = 0) -> tuple[Place, ...]:
    """The places in one text, in order; where two findings overlap, the first one stands."""
    found: list[Place] = []
    spans = sorted(_spans(text), key=lambda span: (span[1], -span[2]))
    for kind, start, end in spans:
        if not found or start >= found[-1].end:
            digest = sha256_of([question, part, kind.value, start, end, text])
            found.append(Place(question, part, start, end, kind, text, digest))
    return tuple(found)


_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATE = rf"(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})|\d{{1,2}} (?:{_MONTHS}) \d{{4}})\b"
_CHILD = r"(?:leerling|kind|jongen|meisje|kleuter|peuter)"

_NINE_DIGITS = re.compile(
    r"(?<![\d.,/+-])(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3}|\d{3}[ .]\d{3}[ .]\d{3})(?![\d/-])"
)
_ACCOUNT = re.compile(r"\bNL\d{2} ?[A-Z]{4} ?\d{4} ?\d{4} ?\d{2}\b")
_MOBILE = re.compile(r"(?<![\d+])(?:\+31 ?\(?0?\)? ?|0031 ?|0)6[ -]?(?:\d[ -]?){7}\d(?!\d)")
_PRIVATE_MAIL = re.compile(
    r"\b[\w.+-]{1,64}@(?:gmail|googlemail|hotmail|outlook|live|icloud|yahoo|proton|protonmail|ziggo|kpnmail|planet|home"
    r"|casema|chello|upcmail|xs4all|telfort|hetnet|solcon|msn|me)\.(?:com|nl|net|me|ch)\b",
    re.IGNORECASE,
)
_BORN = re.compile(
    rf"(?:\bgeboren\b|\bgeboortedatum\b|\bgeb\.)[^.\n\d]{{0,30}}{_DATE}"
    rf"|\b(?:[3-9]|1\d|20) jaar(?: oud)?[ ,;(]{{1,3}}{_DATE}"
    rf"|\b{_CHILD}[^.\n\d]{{0,30}}\({_DATE}\)",
    re.IGNORECASE,
)
_ONE_PUPIL = re.compile(
    rf"\b(?:een|één|1|onze|deze|die|dit|dat|de|het) {_CHILD} (?:met [^,;]{{1,40}} )?(?:\(|(?:in|uit|van) )(?:onze |de )?"
    r"(?:groep|klas|leerjaar|brugklas) ?[1-8]\w?\b"
    rf"|\bin (?:groep|klas|leerjaar) ?[1-8]\w? zit (?:een|één|1) {_CHILD}\b"
    rf"|\b(?:een|één|onze|deze) (?:jongen|meisje|leerling|kind|kleuter) (?:\(|van )(?:[3-9]|1\d) jaar\b",
    re.IGNORECASE,
)
_IN_GENERAL = re.compile(
    r"\b(?:als|wanneer|indien|zodra|mocht|stel|elk\w*|ieder\w*|bijvoorbeeld)\b|^\W*(?:heeft|krijgt|komt|zit|is|kan|gaat)\b",
    re.IGNORECASE,
)
"""Before *een leerling in groep 5* these say that any pupil is meant: the profile tells what the school does then."""
_INITIAL = re.compile(
    r"\b(?:[Ll]eerling|[Kk]ind|[Jj]ongen|[Mm]eisje) (?:[A-Z]\.(?:[A-Z]\.)*|[A-Z])(?![\w’'-])"
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\S)[^.!?\n]+)*")
_WORD = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]+\b")
_CONDITION = re.compile(
    r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, CONDITIONS), key=len, reverse=True)) + r")(?![\w-])",
    re.IGNORECASE,
)
_SOMEBODY_HAS = re.compile(
    r"(?<![\w.])([A-ZÀ-Þ][a-zà-ÿ]+) (?:heeft|kreeg|is|lijdt aan) (?:een |de diagnose |ernstige )?$"
)
_NO_NAMES = """
Hij Zij Ze Wie Iemand Niemand Dit Dat Het Er Kind Leerling School Team Een Eén Iedereen Soms Daar Hier Wat Deze Die Nu
Wij Alles Niets
"""
_NOBODY = frozenset(_NO_NAMES.split())


def _spans(text: str) -> Iterator[tuple[PersonalKind, int, int]]:
    for match in _NINE_DIGITS.finditer(text):
        if bsn.is_valid(re.sub(r"\D", "", match.group())):
            yield PersonalKind.BSN, *match.span()
    for match in _ACCOUNT.finditer(text):
        if iban.is_valid(match.group()):
            yield PersonalKind.ACCOUNT, *match.span()
    for pattern, kind in (
        (_MOBILE, PersonalKind.CONTACT),
        (_PRIVATE_MAIL, PersonalKind.CONTACT),
        (_BORN, PersonalKind.BIRTH),
        (_INITIAL, PersonalKind.INITIAL),
    ):
        for match in pattern.finditer(text):
            yield kind, *match.span()
    for sentence in _SENTENCE.finditer(text):
        yield from _about_one(sentence.group(), sentence.start())


def _about_one(sentence: str, offset: int) -> Iterator[tuple[PersonalKind, int, int]]:
    for match in _ONE_PUPIL.finditer(sentence):
        if not _IN_GENERAL.search(sentence[: match.start()]):
            yield PersonalKind.PUPIL, offset + match.start(), offset + match.end()
    conditions = [match.span() for match in _CONDITION.finditer(sentence)]
    if not conditions:
        return
    for name in _WORD.finditer(sentence):
        nearest = _nearest(conditions, name.start())
        if name.group() in FIRST_NAMES or _has_it(sentence, name, nearest):
            start, end = min(name.start(), nearest[0]), max(name.end(), nearest[1])
            yield PersonalKind.NAME, offset + start, offset + end


def _nearest(spans: list[tuple[int, int]], place: int) -> tuple[int, int]:
    """Of spans in order, the one that begins closest to a place."""
    after = bisect(spans, (place, place))
    return min(spans[max(0, after - 1) : after + 1], key=lambda span: abs(span[0] - place))


def _has_it(sentence: str, name: "re.Match[str]", condition: tuple[int, int]) -> bool:
    """*Jayvano heeft ADHD*: a name that no list knows, right before what somebody has."""
    if condition[0] < name.end() or name.group() in _NOBODY or name.group().lower() in CONDITIONS:
        return False
    return _SOMEBODY_HAS.fullmatch(sentence[name.start() : condition[0]]) is not None
