from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from levend.accounts.enums import Reminders


class UserManager(BaseUserManager["User"]):
    """Finds people by address, whatever its capitals."""

    def create_user(self, email: str, name: str, password: str | None = None) -> "User":
        """Make an account; without a password nobody can log in with it yet."""
        user = self.model(email=email.strip().lower(), name=name)
        user.set_password(password)
        user.save()
        return user


class User(AbstractBaseUser):
    """A person with an account. Roles stand in memberships; there is no superuser."""

    email = models.EmailField(_("e-mailadres"), max_length=254)
    name = models.CharField(_("naam"), max_length=120)
    language = models.CharField(max_length=2, default="nl")
    reminders = models.CharField(max_length=10, choices=Reminders, default=Reminders.DIRECT)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_per_address")]

    def __str__(self) -> str:
        return self.name
