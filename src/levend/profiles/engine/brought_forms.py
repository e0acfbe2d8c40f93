"""What filled forms that came together give, school by school, with a reason for everything that cannot be taken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.paper import FieldTexts, paper_answers
from levend.formats.engine.values import Value, is_empty
from levend.profiles.engine.brought import Refusal, SchoolAnswers, Understood, Why, looks_like_a_pupil


@dataclass(frozen=True)
class Fault:
    """A question whose answer stays behind: `reason` is a sentence, or `why` a word for one."""

    label: str
    reason: str = ""
    why: Why | None = None


@dataclass(frozen=True)
class BroughtForm:
    """One file: which school it is of, and its answers; or `why` there are none.

    `about` is what a sentence names, such as a version of a format. `version_id` is 0 where there is none.
    """

    line: int
    file: str
    code: str = ""
    why: Why | None = None
    about: str = ""
    version_id: int = 0
    answers: Mapping[str, Value] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def as_json(self) -> dict[str, object]:
        """What is kept of it beside its line and its school."""
        return {
            "file": self.file,
            "why": self.why or "",
            "about": self.about,
            "version": self.version_id,
            "answers": dict(self.answers),
            "faults": [[each.label, each.reason, each.why or ""] for each in self.faults],
        }

    @classmethod
    def from_json(cls, line: int, code: str, data: Mapping[str, object]) -> "BroughtForm":
        answers, faults, version = data.get("answers"), data.get("faults"), data.get("version")
        return cls(
            line=line,
            file=str(data.get("file", "")),
            code=code,
            why=_why(data.get("why")),
            about=str(data.get("about", "")),
            version_id=version if isinstance(version, int) else 0,
            answers=answers if isinstance(answers, dict) else {},
            faults=tuple(
                Fault(label, reason, _why(why))
                for label, reason, why in (faults if isinstance(faults, list) else ())
            ),
        )


def answers_on(
    definition: FormatDefinition, fields: FieldTexts
) -> tuple[dict[str, Value], tuple[Fault, ...]]:
    """Everything that a form says, without what looks like data of a pupil: what it began with is the school's too."""
    answers: dict[str, Value] = {}
    faults: list[Fault] = []
    for key, said in paper_answers(definition, fields).items():
        label = definition.question(key).label
        if said.fault:
            faults.append(Fault(label, said.fault))
        elif is_empty(said.value):
            continue
        elif any(looks_like_a_pupil(text) for text in _texts(said.value)):
            faults.append(Fault(label, why=Why.PERSONAL))
        else:
            answers[key] = said.value
    return answers, tuple(faults)


def understood_forms(forms: Iterable[BroughtForm], locations: Mapping[str, int]) -> Understood:
    """The answers of every school of ours, in the order of the files. `locations` gives keys by code.

    Of two forms of one school the first counts, as with the rows of a spreadsheet.
    """
    schools: list[SchoolAnswers] = []
    refused: list[Refusal] = []
    seen: set[str] = set()
    for form in forms:
        why = form.why
        if why is None and form.code not in locations:
            why = Why.ELSEWHERE
        elif why is None and form.code in seen:
            why = Why.TWICE
        if why is not None:
            refused.append(Refusal(form.line, form.code, "", why=why, file=form.file, about=form.about))
            continue
        seen.add(form.code)
        key = locations[form.code]
        schools.append(SchoolAnswers(form.line, form.code, key, form.version_id, form.answers, form.file))
        refused += [
            Refusal(form.line, form.code, each.label, each.reason, each.why, file=form.file)
            for each in form.faults
        ]
    return Understood(tuple(schools), tuple(refused))


def _why(word: object) -> Why | None:
    return Why(word) if isinstance(word, str) and word else None


def _texts(value: object) -> Iterable[str]:
    """Every text in an answer, of a table those in its cells."""
    match value:
        case bool():
            return
        case str() | int():
            yield str(value)
        case list():
            for each in value:
                yield from _texts(each)
        case dict():
            for each in value.values():
                yield from _texts(each)
