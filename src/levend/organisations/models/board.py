from django.db import models
from django.utils.translation import gettext_lazy as _

from levend.organisations.codes import validate_board_code


class Board(models.Model):
    """Bevoegd gezag: the legal body that runs schools and adopts their profiles."""

    code = models.CharField(_("bestuursnummer"), max_length=5, unique=True, validators=[validate_board_code])
    name = models.CharField(_("naam"), max_length=200)

    class Meta:
        ordering = ["name", "code"]

    def __str__(self) -> str:
        return self.name
