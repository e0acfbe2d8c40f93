"""Models of the legal chain."""

from levend.adoption.models.adoption import Adoption
from levend.adoption.models.advice import Advice, AdviceCondition, AdvisedText
from levend.adoption.models.case import AdoptionCase, CaseStep
from levend.adoption.models.confirmation import PlaceConfirmation
from levend.adoption.models.example import GoodExample
from levend.adoption.models.paper import PaperRecord
from levend.adoption.models.submission import Submission

__all__ = [
    "Adoption",
    "AdoptionCase",
    "Advice",
    "AdviceCondition",
    "AdvisedText",
    "CaseStep",
    "GoodExample",
    "PaperRecord",
    "PlaceConfirmation",
    "Submission",
]
