"""Models of rounds."""

from levend.rounds.models.burden import CaseBurden, QuestionBurden
from levend.rounds.models.calendar import CalendarLink
from levend.rounds.models.entry import RoundEntry
from levend.rounds.models.parts import Milestone, RoundConsortium, RoundFormat
from levend.rounds.models.question import HelpRequest, QuestionLetter, SchoolQuestion
from levend.rounds.models.reminder_schedule import ReminderSchedule
from levend.rounds.models.round import CollectionRound, RoundStep
from levend.rounds.models.survey import SurveyAnswer

__all__ = [
    "CalendarLink",
    "CaseBurden",
    "CollectionRound",
    "HelpRequest",
    "Milestone",
    "QuestionBurden",
    "QuestionLetter",
    "ReminderSchedule",
    "RoundConsortium",
    "RoundEntry",
    "RoundFormat",
    "RoundStep",
    "SchoolQuestion",
    "SurveyAnswer",
]
