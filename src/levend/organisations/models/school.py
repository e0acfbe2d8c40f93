from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from levend.organisations.codes import validate_location_code, validate_postcode, validate_school_code
from levend.organisations.enums import SchoolType
from levend.organisations.models.board import Board


class School(models.Model):
    """An institution in the register (BRIN), run by one board."""

    code = models.CharField(_("BRIN"), max_length=4, unique=True, validators=[validate_school_code])
    name = models.CharField(_("naam"), max_length=200)
    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="schools")

    class Meta:
        ordering = ["name", "code"]

    def __str__(self) -> str:
        return self.name


class Location(models.Model):
    """Vestiging: where children come to school. A support profile is per location."""

    code = models.CharField(
        _("vestigingscode"), max_length=6, unique=True, validators=[validate_location_code]
    )
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="locations")
    name = models.CharField(_("naam"), max_length=200)
    school_type = models.CharField(_("soort school"), max_length=3, choices=SchoolType)
    street = models.CharField(_("adres"), max_length=200)
    postcode = models.CharField(_("postcode"), max_length=7, validators=[validate_postcode])
    city = models.CharField(_("plaats"), max_length=100)
    municipality = models.CharField(_("gemeente"), max_length=100, blank=True)
    municipality_code = models.CharField(_("gemeentenummer"), max_length=4, blank=True)
    latitude = models.FloatField(_("breedtegraad (WGS 84)"), null=True, blank=True)
    longitude = models.FloatField(_("lengtegraad (WGS 84)"), null=True, blank=True)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), max_length=300, blank=True)
    pupils = models.PositiveIntegerField(_("aantal leerlingen"), null=True, blank=True)
    pupils_on = models.DateField(_("teldatum"), null=True, blank=True)
    closed_on = models.DateField(_("gesloten per"), null=True, blank=True)
    contacts_changed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name", "code"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(pupils=None) & Q(pupils_on=None))
                | (Q(pupils__isnull=False) & Q(pupils_on__isnull=False)),
                name="pupils_have_a_date",
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                # One of the two alone makes a range unknown, and a check takes unknown for true.
                | Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="coordinates_are_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.name
