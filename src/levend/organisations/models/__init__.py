"""Models of organisations."""

from levend.organisations.models.board import Board
from levend.organisations.models.consortium import Consortium, ConsortiumGroup, ConsortiumMembership
from levend.organisations.models.contact import PublicContact
from levend.organisations.models.council import CouncilSeat, ParticipationCouncil
from levend.organisations.models.register import ConsortiumArea, PostcodePoint, RegisterImport
from levend.organisations.models.school import Location, School

__all__ = [
    "Board",
    "Consortium",
    "ConsortiumArea",
    "ConsortiumGroup",
    "ConsortiumMembership",
    "CouncilSeat",
    "Location",
    "ParticipationCouncil",
    "PostcodePoint",
    "PublicContact",
    "RegisterImport",
    "School",
]
