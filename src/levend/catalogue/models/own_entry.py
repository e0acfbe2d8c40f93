from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from levend.organisations.models import Consortium


class OwnEntry(models.Model):
    """What a region added to a list of the catalogue; its code begins with that of the consortium.

    `domain` is the code of the domain of a support type, and the name of the list for everything else.
    It is never removed and never gets another meaning: profiles of years hang on it. What goes out of use is closed,
    with the code that takes its place where there is one.
    """

    consortium = models.ForeignKey(Consortium, on_delete=models.PROTECT, related_name="own_entries")
    code = models.CharField(_("code"), max_length=24, unique=True)
    domain = models.CharField(_("domein"), max_length=24)
    nl = models.CharField(_("naam"), max_length=90)
    plain = models.CharField(_("naam voor ouders"), max_length=90)
    en = models.CharField(_("naam in het Engels"), max_length=90)
    added_by = models.CharField(max_length=80)
    added_at = models.DateTimeField()
    closed_by = models.CharField(max_length=80, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    successor = models.CharField(max_length=24, blank=True)

    class Meta:
        ordering = ["consortium_id", "code"]
        verbose_name_plural = "own entries"
        constraints = [
            models.UniqueConstraint(fields=["consortium", "nl"], name="own_entry_name_once"),
            models.CheckConstraint(
                condition=~Q(domain="") & ~Q(nl="") & ~Q(plain="") & ~Q(en="") & ~Q(added_by=""),
                name="own_entry_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by="", successor="")
                | (Q(closed_at__isnull=False) & ~Q(closed_by="")),
                name="own_entry_closed_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return self.code
