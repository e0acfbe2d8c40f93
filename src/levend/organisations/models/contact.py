from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from levend.organisations.models.school import Location


class PublicContact(models.Model):
    """Whom parents can call at a location: function first. Named by the school for everybody to read.

    It stands outside every adopted text, so it may change any day; who is taken off the list is gone for good.
    """

    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="contacts")
    position = models.PositiveSmallIntegerField()
    function = models.CharField(_("functie"), max_length=120)
    name = models.CharField(_("naam"), max_length=120, blank=True)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    reachable = models.CharField(_("bereikbaar"), max_length=120, blank=True)

    class Meta:
        ordering = ["location_id", "position", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(function=""), name="contact_has_a_function"),
            models.CheckConstraint(
                condition=~Q(phone="") | ~Q(email=""), name="contact_can_be_called_or_written"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.function} of location {self.location_id}"
