from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from levend.organisations.models import Location


class KeyFigure(models.Model):
    """A figure of a location by a source, as it was on a day.

    `kind` is a code of the catalogue. Where the source hides a count because it is under five there is no value, only
    that it is. When the source says something else later, the former figure stays, with the moment that it gave way.
    """

    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="key_figures")
    kind = models.CharField(_("soort kengetal"), max_length=40)
    value = models.DecimalField(_("waarde"), max_digits=12, decimal_places=4, null=True, blank=True)
    is_under_five = models.BooleanField(_("minder dan 5"), default=False)
    reference_date = models.DateField(_("teldatum"))
    source = models.CharField(_("bron"), max_length=40)
    source_detail = models.CharField(_("waar het staat"), max_length=200, blank=True)
    imported_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["location_id", "kind", "-reference_date", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["location", "kind", "reference_date", "source"],
                condition=Q(superseded_at=None),
                name="one_figure_per_day_and_source",
            ),
            models.CheckConstraint(
                condition=Q(is_under_five=True, value__isnull=True)
                | Q(is_under_five=False, value__isnull=False),
                name="figure_is_known_or_hidden",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__gte=0), name="figure_is_not_negative"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="figure_has_a_source"),
            models.CheckConstraint(
                condition=Q(superseded_at=None) | Q(superseded_at__gte=models.F("imported_at")),
                name="figure_gave_way_after_it_came",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.location_id} {self.kind} {self.reference_date}"
