"""One check for each rule of plausibility: plain Python over a definition, answers, former answers and figures.

A check yields what there is to ask about. It reads answers that count only: to questions that are asked.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from levend.formats.engine.definition import FormatDefinition, Option, Question
from levend.formats.engine.kinds import Level, OfferState, Provider, QuestionType
from levend.formats.engine.offers import Offered, codes, meanings, offers, words_about
from levend.formats.engine.values import Answers, Row, Value, is_empty
from levend.formats.engine.visibility import visible_answers, visible_keys
from levend.rounds.engine.plausibility_rules import Rule
from levend.rounds.engine.plausibility_values import Finding, Former, Told

Check = Callable[[Rule, Told], Iterator[Finding]]
_LEVELS = list(Level)
NOT_OFFERED = "none"


def _offer_without_expertise(rule: Rule, told: Told) -> Iterator[Finding]:
    """Silent where the format asks about none of these roles, or while the overview is still empty."""
    asked, present = (
        _codes_asked(told.definition, "expertise"),
        codes(told.definition, told.answers, "expertise"),
    )
    pairs, levels = rule.pairs("pairs"), rule.words("levels")
    for offered in offers(told.definition, told.answers) if present else ():
        wanted = tuple(code for code in pairs.get(offered.code, ()) if code in asked)
        by_others = any(provider is not Provider.OWN for provider in offered.by)
        if wanted and offered.level in levels and not by_others and not set(wanted) & set(present):
            facts = {"support": _name(told, offered), "level": offered.level.value, "expertise": wanted}
            yield Finding(rule.key, offered.question_key, offered.code, facts)


def _level_changed(rule: Rule, told: Told) -> Iterator[Finding]:
    """Another level than in the version in force, and no word about it that was not there then.

    What only one of both formats asks about did not change: nobody could say it.
    """
    if told.former is None:
        return
    then, now = _highest(told.former.definition, told.former.answers), _highest(told.definition, told.answers)
    former_words = words_about(told.former.definition, told.former.answers)
    present_words = words_about(told.definition, told.answers)
    asked_then, asked_now = _asks(told.former.definition), _asks(told.definition)
    for code, question in asked_now.items():
        if (
            not _said(told, question)
            or code not in asked_then
            or not _was_clear(told.former, asked_then[code])
        ):
            continue
        before, after = then.get(code), now.get(code)
        words = present_words.get(code, {})
        says_why = any(text != former_words.get(code, {}).get(kind) for kind, text in words.items())
        if before is not after and not says_why:
            facts = {
                "support": _support_name(question, code),
                "before": before.value if before else NOT_OFFERED,
                "after": after.value if after else NOT_OFFERED,
            }
            yield Finding(rule.key, question.key, code, facts)


def _figure_against_register(rule: Rule, told: Told) -> Iterator[Finding]:
    """A school that says beside its number why it counts otherwise has answered already."""
    for key, value in visible_answers(told.definition, told.answers).items():
        question = told.definition.question(key)
        figures = [told.figures[code] for code in question.tag_values("keyfigure") if code in told.figures]
        if not figures or isinstance(value, bool) or not isinstance(value, int | float):
            continue
        figure = figures[0]
        apart = abs(value - figure.value)
        bound = max(rule.number("least"), figure.value * rule.number("percent") / 100)
        if apart > bound and is_empty(told.answers.get(f"{key}--reason")):
            facts = {
                "question": question.label,
                "answer": value,
                "figure": figure.value,
                "source": figure.source,
                "day": figure.on,
            }
            yield Finding(rule.key, key, "", facts)


def _ambition_without_term(rule: Rule, told: Told) -> Iterator[Finding]:
    """Each row of a table by itself; of running texts one that says when is enough for all of them."""
    says_when = re.compile(rule.words("says_when")[0])
    columns = frozenset(rule.words("columns"))
    texts: list[tuple[Question, str]] = []
    for key, value in visible_answers(told.definition, told.answers).items():
        question = told.definition.question(key)
        if "ambitions" not in question.tag_values("element"):
            continue
        if isinstance(value, str):
            texts.append((question, value))
        for number, row in enumerate(_rows(value), start=1):
            if not _has_term(question, row, columns, says_when):
                facts = {"ambition": _first_words(question, row) or question.label}
                yield Finding(rule.key, key, str(number), facts)
    if texts and not any(says_when.search(text) for _question, text in texts):
        question = texts[0][0]
        yield Finding(rule.key, question.key, "", {"ambition": question.label})


def _boundary_without_what_then(rule: Rule, told: Told) -> Iterator[Finding]:
    counting = visible_answers(told.definition, told.answers)
    (said,), (needs,), then = rule.words("said"), rule.words("needs"), rule.words("then")
    asked = told.definition
    if counting.get(said) is True and all(is_empty(counting.get(key)) for key in then if asked.has(key)):
        key = needs if asked.has(needs) else said
        yield Finding(rule.key, key, "", {"question": asked.question(key).label})
    cannot, instead = re.compile(rule.words("cannot")[0]), re.compile(rule.words("instead")[0])
    for key, value in counting.items():
        question = asked.question(key)
        offer = any(words.endswith(":offer") for words in question.tag_values("words"))
        if offer and isinstance(value, str) and cannot.search(value) and not instead.search(value):
            yield Finding(rule.key, key, "", {"question": question.label})


def _long_in_development(rule: Rule, told: Told) -> Iterator[Finding]:
    """In development now and in every version back to one that is older than the years of the rule."""
    years = int(rule.number("years"))
    for offered in offers(told.definition, told.answers):
        if offered.state is not OfferState.IN_DEVELOPMENT:
            continue
        since = _since(told, offered.code)
        if since is not None and _years_later(since, years) < told.today:
            facts = {"support": _name(told, offered), "since": since}
            yield Finding(rule.key, offered.question_key, offered.code, facts)


def _extra_without_by_whom(rule: Rule, told: Told) -> Iterator[Finding]:
    asked = {code.partition(":")[0] for code in _codes_asked(told.definition, "by")}
    for offered in offers(told.definition, told.answers):
        if offered.level is Level.EXTRA and not offered.by and offered.code in asked:
            facts = {"support": _name(told, offered)}
            yield Finding(rule.key, offered.question_key, offered.code, facts)


def _basic_support_not_offered(rule: Rule, told: Told) -> Iterator[Finding]:
    """Said to look for another place, and offered at no level: an empty answer says nothing."""
    offered = {each.code for each in offers(told.definition, told.answers)}
    for key, code in meanings(told.definition, told.answers, "referral"):
        if code in told.basic - offered:
            question = told.definition.question(key)
            yield Finding(rule.key, key, code, {"support": _referral_name(question, code)})


CHECKS: Mapping[str, Check] = {
    "offer-without-expertise": _offer_without_expertise,
    "level-changed": _level_changed,
    "figure-against-register": _figure_against_register,
    "ambition-without-term": _ambition_without_term,
    "boundary-without-what-then": _boundary_without_what_then,
    "long-in-development": _long_in_development,
    "extra-without-by-whom": _extra_without_by_whom,
    "basic-support-not-offered": _basic_support_not_offered,
}
"""By the key of the rule."""


def _name(told: Told, offered: Offered) -> str:
    return _support_name(told.definition.question(offered.question_key), offered.code)


def _support_name(question: Question, code: str) -> str:
    """The label of a question about one kind of support; of the option, where a question asks about several."""
    options = [
        option for part in (question, *question.columns) for option in part.options if _names_support(option)
    ]
    if len({tag.split(":")[1] for option in options for tag in _names_support(option)}) > 1:
        named = (option for option in options for tag in _names_support(option) if tag.split(":")[1] == code)
        return next((option.label for option in named), question.label)
    return question.label


def _referral_name(question: Question, code: str) -> str:
    """The label of a question about one kind of support; of the option, where a question names several."""
    named = {
        tag.removeprefix("referral:"): option.label
        for part in (question, *question.columns)
        for option in part.options
        for tag in option.tags
        if tag.startswith("referral:")
    }
    return named[code] if len(named) > 1 and code in named else question.label


def _names_support(option: Option) -> list[str]:
    return [tag for tag in option.tags if tag.startswith("support:")]


def _codes_asked(definition: FormatDefinition, kind: str) -> frozenset[str]:
    """What stands after `kind:` in every tag that a format has."""
    found = {
        tag.removeprefix(f"{kind}:")
        for question in definition.questions
        for part in (question, *question.columns)
        for tag in (*part.tags, *(tag for option in part.options for tag in option.tags))
        if tag.startswith(f"{kind}:")
    }
    return frozenset(found)


def _asks(definition: FormatDefinition) -> dict[str, Question]:
    """The question about the level of each code: the first one with such a tag."""
    found: dict[str, Question] = {}
    for question in definition.questions:
        for tag in (*question.tags, *(tag for option in question.options for tag in option.tags)):
            kind, code, *_rest = tag.split(":")
            if kind == "support":
                found.setdefault(code, question)
    return found


def _said(told: Told, question: Question) -> bool:
    """Whether the school said something about the level: no answer is no other level."""
    return question.key in visible_answers(told.definition, told.answers)


def _was_clear(former: Former, question: Question) -> bool:
    """Whether the former text says something about the level: by its answer, or by not asking."""
    asked = question.key in visible_keys(former.definition, former.answers)
    return not asked or not is_empty(former.answers.get(question.key))


def _highest(definition: FormatDefinition, answers: Answers) -> dict[str, Level]:
    """The highest level of each code; a code with two of them is known by the one that goes furthest."""
    found: dict[str, Level] = {}
    for offered in offers(definition, answers):
        known = found.get(offered.code)
        if known is None or _LEVELS.index(offered.level) > _LEVELS.index(known):
            found[offered.code] = offered.level
    return found


def _rows(value: Value) -> list[Row]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _has_term(
    question: Question, row: Mapping[str, object], columns: frozenset[str], says_when: re.Pattern[str]
) -> bool:
    """A filled date, a number that is a year, or words that say when in the column that asks for it.

    A table without such a column says when anywhere in the row.
    """
    asking = [each for each in question.columns if each.key in columns or each.type is QuestionType.DATE]
    for column in asking or question.columns:
        value = row.get(column.key)
        if column.type is QuestionType.DATE and not is_empty(value):
            return True
        if value is not None and says_when.search(str(value)):
            return True
    return False


def _first_words(question: Question, row: Mapping[str, object]) -> str:
    texts = (
        row.get(each.key)
        for each in question.columns
        if each.type in {QuestionType.TEXT, QuestionType.LONG_TEXT}
    )
    return next((text for text in texts if isinstance(text, str) and text.strip()), "")


def _since(told: Told, code: str) -> date | None:
    """The first day of the unbroken row of versions, back from the newest, in which this was in development."""
    since = None
    for on in sorted({past.on for past in told.history}, reverse=True):
        states = {past.state for past in told.history if past.on == on and past.code == code}
        if OfferState.IN_DEVELOPMENT not in states:
            break
        since = on
    return since


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
