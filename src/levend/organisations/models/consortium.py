from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from levend.organisations.codes import validate_consortium_code
from levend.organisations.values import theme_faults


def validate_theme(value: object) -> None:
    """Refuse colours that a stylesheet cannot hold."""
    if theme_faults(value):
        raise ValidationError(_("Geef tien kleuren op als #rrggbb."))


class ConsortiumGroup(models.Model):
    """Bovenverbandelijk: consortia that work together on formats and one overview."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(_("naam"), max_length=200)

    class Meta:
        ordering = ["name", "code"]

    def __str__(self) -> str:
        return self.name


class Consortium(models.Model):
    """Samenwerkingsverband passend onderwijs: must offer every child in its region a fitting place."""

    class GroupView(models.TextChoices):
        """What the group may see of this consortium's profiles before publication."""

        STATE = "state", _("alleen de stand")
        CONTENT = "content", _("ook de tekst")

    code = models.CharField(_("code"), max_length=6, unique=True, validators=[validate_consortium_code])
    name = models.CharField(_("naam"), max_length=200)
    group = models.ForeignKey(
        ConsortiumGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="consortia"
    )
    group_sees = models.CharField(max_length=8, choices=GroupView, default=GroupView.STATE)
    website = models.URLField(max_length=300, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    support_desk = models.CharField(_("ouder- en jeugdsteunpunt"), max_length=200, blank=True)
    support_desk_phone = models.CharField(max_length=20, blank=True)
    theme = models.JSONField(_("kleuren"), default=dict, blank=True, validators=[validate_theme])
    logo = models.TextField(_("logo (SVG)"), blank=True)

    class Meta:
        ordering = ["name", "code"]
        verbose_name_plural = "consortia"

    def __str__(self) -> str:
        return self.name


class ConsortiumMembership(models.Model):
    """A location belongs to a consortium over time; special schools may belong to several at once."""

    location = models.ForeignKey(
        "organisations.Location", on_delete=models.PROTECT, related_name="consortium_memberships"
    )
    consortium = models.ForeignKey(Consortium, on_delete=models.PROTECT, related_name="memberships")
    valid_from = models.DateField()
    valid_until = models.DateField(_("tot en met"), null=True, blank=True)

    class Meta:
        ordering = ["location_id", "valid_from", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["location", "consortium"],
                condition=Q(valid_until=None),
                name="one_open_consortium_membership",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="consortium_membership_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.location_id} in {self.consortium_id}"
