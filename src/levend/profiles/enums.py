"""What a revision is, and what became of an answer that was sent in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RevisionKind(models.TextChoices):
    """A set-aside text met a newer one: it is kept, and was never the answer."""

    SAVED = "saved", _("opgeslagen")
    SET_ASIDE = "set_aside", _("terzijde gelegd")
