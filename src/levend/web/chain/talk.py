"""What stands beside a case: questions that wait for an answer, what came in, and where to ask."""

from dataclasses import dataclass

from django.urls import reverse

from levend.accounts.actor import Actor
from levend.adoption.queries.overview import CaseOverview
from levend.rounds.queries.receipt import has_questions, open_questions
from levend.rounds.queries.survey import has_survey
from levend.rounds.rules.asking import (
    HANDED_IN,
    can_answer,
    can_ask_for_help,
    can_see_questions,
    can_see_receipt,
)


@dataclass(frozen=True)
class Talk:
    """Addresses are empty for whom they are not; `waiting` counts questions without an answer."""

    receipt_url: str
    questions_url: str
    waiting: int
    help_url: str
    survey_url: str


def talk_of(actor: Actor, about: CaseOverview) -> Talk:
    """For the page of a case; at most three queries."""
    case, reach = about.case, about.facts.reach
    code = case.location.code
    asked = bool(can_see_questions(actor, reach)) and has_questions(case)
    receives = can_see_receipt(actor, reach) and (about.state in HANDED_IN or has_questions(case))
    return Talk(
        receipt_url=reverse("receipt", args=[code]) if receives else "",
        questions_url=reverse("school_questions", args=[code]) if asked else "",
        waiting=open_questions(case) if asked else 0,
        help_url=reverse("ask_help", args=[code]) if can_ask_for_help(actor, reach) else "",
        survey_url=reverse("school_survey", args=[code])
        if about.state in HANDED_IN and can_answer(actor, reach) and has_survey(case)
        else "",
    )
