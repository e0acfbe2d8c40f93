"""Where a letter is, and how an attempt at sending it ended."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailState(models.TextChoices):
    """What is kept. The values are stored: never rename one."""

    QUEUED = "queued", _("wacht")
    SENT = "sent", _("verzonden")
    FAILED = "failed", _("niet verzonden")
    HELD = "held", _("wacht op de weekbrief")
    GATHERED = "gathered", _("in een verzamelbrief")
    UNWANTED = "unwanted", _("niet gewenst")


class Standing(models.TextChoices):
    """What people see: a letter that is queued may be underway, or wait for another attempt."""

    QUEUED = "queued", _("wacht")
    SENDING = "sending", _("wordt verstuurd")
    WAITING = "waiting", _("wacht op een nieuwe poging")
    SENT = "sent", _("verzonden")
    FAILED = "failed", _("niet verzonden")
    HELD = "held", _("wacht op de weekbrief")
    GATHERED = "gathered", _("in een verzamelbrief")
    UNWANTED = "unwanted", _("niet gewenst")


class AttemptResult(models.TextChoices):
    """`LOST`: nobody knows whether the mail server took it, so that it may arrive twice."""

    BEGUN = "begun", _("bezig")
    ACCEPTED = "accepted", _("aangenomen")
    LATER = "later", _("later opnieuw")
    REFUSED = "refused", _("geweigerd")
    LOST = "lost", _("afgebroken, zonder antwoord")
