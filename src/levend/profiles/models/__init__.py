"""Models of profiles."""

from levend.profiles.models.answer import Answer
from levend.profiles.models.content import FrozenContent, ProfileSnapshot
from levend.profiles.models.offer import Offer
from levend.profiles.models.profile import SupportProfile
from levend.profiles.models.revision import AnswerRevision
from levend.profiles.models.seen import SeenAnswer

__all__ = [
    "Answer",
    "AnswerRevision",
    "FrozenContent",
    "Offer",
    "ProfileSnapshot",
    "SeenAnswer",
    "SupportProfile",
]
