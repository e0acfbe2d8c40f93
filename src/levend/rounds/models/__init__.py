"""Models of rounds."""

from levend.rounds.models.entry import RoundEntry
from levend.rounds.models.parts import Milestone, RoundConsortium, RoundFormat
from levend.rounds.models.question import HelpRequest, QuestionLetter, SchoolQuestion
from levend.rounds.models.reminder_schedule import ReminderSchedule
from levend.rounds.models.round import CollectionRound, RoundStep

__all__ = [
    "CollectionRound",
    "HelpRequest",
    "Milestone",
    "QuestionLetter",
    "ReminderSchedule",
    "RoundConsortium",
    "RoundEntry",
    "RoundFormat",
    "RoundStep",
    "SchoolQuestion",
]
