"""Models of profiles."""

from levend.profiles.models.answer import Answer
from levend.profiles.models.co_reader import CoReader
from levend.profiles.models.content import FrozenContent, ProfileSnapshot
from levend.profiles.models.former import BroughtFile, BroughtRow, ColumnMapping, FormerAnswers
from levend.profiles.models.offer import Offer
from levend.profiles.models.profile import SupportProfile
from levend.profiles.models.remark import Mention, Remark, RemarkThread
from levend.profiles.models.revision import AnswerRevision
from levend.profiles.models.seen import SeenAnswer
from levend.profiles.models.sharing import ChapterOwner, ConceptShare

__all__ = [
    "Answer",
    "AnswerRevision",
    "BroughtFile",
    "BroughtRow",
    "ChapterOwner",
    "CoReader",
    "ColumnMapping",
    "ConceptShare",
    "FormerAnswers",
    "FrozenContent",
    "Mention",
    "Offer",
    "ProfileSnapshot",
    "Remark",
    "RemarkThread",
    "SeenAnswer",
    "SupportProfile",
]
