from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from levend.organisations.models import Consortium, ConsortiumGroup


class Format(models.Model):
    """A questionnaire through the years; what it asks stands in its versions.

    It belongs to a consortium, to a group of consortia, or to neither: then it came with the installation and serves
    everybody. `school_types` are those of its newest version; empty means all.
    """

    key = models.CharField(_("sleutel"), max_length=60, unique=True)
    title = models.CharField(_("titel"), max_length=500)
    consortium = models.ForeignKey(
        Consortium, on_delete=models.PROTECT, null=True, blank=True, related_name="formats"
    )
    group = models.ForeignKey(
        ConsortiumGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="formats"
    )
    school_types = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["title", "key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(consortium=None) | Q(group=None), name="format_belongs_to_one_at_most"
            ),
        ]

    def __str__(self) -> str:
        return self.title
