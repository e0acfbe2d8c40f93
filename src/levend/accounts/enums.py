"""Roles and what may be done."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person is somewhere. The values are stored: never rename one."""

    EDITOR = "editor", _("schrijver")
    DIRECTOR = "director", _("directeur")
    COUNCIL_MEMBER = "council_member", _("lid van de medezeggenschapsraad")
    COUNCIL_CHAIR = "council_chair", _("voorzitter of secretaris van de medezeggenschapsraad")
    BOARD_MEMBER = "board_member", _("bestuurder")
    BOARD_SECRETARY = "board_secretary", _("bestuurssecretaris")
    COORDINATOR = "coordinator", _("coördinator van het samenwerkingsverband")
    GROUP_COORDINATOR = "group_coordinator", _("bovenverbandelijk coördinator")
    VIEWER = "viewer", _("meelezer")
    OPERATOR = "operator", _("beheerder van de installatie")


class Reminders(models.TextChoices):
    """How somebody wants to be reminded. The values are stored: never rename one."""

    DIRECT = "direct", _("meteen")
    WEEKLY = "weekly", _("in één brief per week, op maandag")
    NONE = "none", _("helemaal niet")


class PlaceKind(StrEnum):
    """Where a role is held."""

    LOCATION = "location"
    COUNCIL = "council"
    BOARD = "board"
    CONSORTIUM = "consortium"
    GROUP = "group"
    INSTALLATION = "installation"


class Permission(StrEnum):
    """What a role may do for the locations in its reach."""

    SEE_STATE = "see_state"
    READ_DRAFT = "read_draft"
    READ_ASKED = "read_asked"
    READ_SUBMITTED = "read_submitted"
    WRITE = "write"
    START_PROFILE = "start_profile"
    ASK_ADVICE = "ask_advice"
    GIVE_ADVICE = "give_advice"
    REGISTER_ON_PAPER = "register_on_paper"
    REACT_TO_ADVICE = "react_to_advice"
    ADOPT = "adopt"
    SUBMIT = "submit"
    SHARE_CONCEPT = "share_concept"
    RECEIVE = "receive"
    SEE_PEOPLE = "see_people"
    ASK_ERASURE = "ask_erasure"
    CONFIRM_ERASURE = "confirm_erasure"
    KEEP_FORMATS = "keep_formats"
    KEEP_ROUNDS = "keep_rounds"
