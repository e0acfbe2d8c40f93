"""Where a letter is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailState(models.TextChoices):
    QUEUED = "queued", _("wacht")
    SENT = "sent", _("verzonden")
    FAILED = "failed", _("niet verzonden")
