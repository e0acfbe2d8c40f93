"""What a consortium brings from elsewhere: last year's answers of its schools."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from levend.accounts.models import User
from levend.formats.models import Format, FormatVersion
from levend.organisations.models import Consortium, Location


class BroughtFile(models.Model):
    """A file with answers of schools, read once and kept until it is taken over.

    Its rows go as soon as they are taken over. Of a spreadsheet, `mapping` says which column is about which question of
    `format_version`; filled forms say themselves which version they ask. `outcome` has numbers and reasons, never an
    answer.
    """

    class Kind(models.TextChoices):
        SHEET = "sheet", _("spreadsheet")
        FORMS = "forms", _("ingevulde formulieren")

    class State(models.TextChoices):
        READING = "reading", _("wordt gelezen")
        READ = "read", _("gelezen")
        ASKED = "asked", _("wordt overgenomen")
        TAKEN = "taken", _("overgenomen")

    consortium = models.ForeignKey(Consortium, on_delete=models.PROTECT, related_name="brought_files")
    format_version = models.ForeignKey(
        FormatVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    state = models.CharField(max_length=8, choices=State)
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    headers = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    outcome = models.JSONField(default=dict)
    brought_at = models.DateTimeField()
    brought_by = models.CharField(max_length=40)
    brought_by_name = models.CharField(max_length=120)
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.CharField(max_length=40, blank=True)
    trouble = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-brought_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["reading", "read"], taken_at=None, taken_by="")
                | Q(state="asked", taken_at=None) & ~Q(taken_by="")
                | Q(state="taken", taken_at__isnull=False) & ~Q(taken_by=""),
                name="brought_file_taken_by_somebody_some_day",
            ),
            models.CheckConstraint(
                condition=Q(kind="sheet", format_version__isnull=False)
                | Q(kind="forms", format_version=None),
                name="brought_sheet_has_one_format",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.file_name}"


class BroughtRow(models.Model):
    """One school's row of a file that was not taken over yet, with the words of the school in it.

    `code` is that of the school as the row gives it; `cells` are those of a spreadsheet by their place, or what a form
    holds (`BroughtForm`). Where something looked like data of a pupil there is none of it, only a note that it did.
    """

    brought = models.ForeignKey(BroughtFile, on_delete=models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    code = models.CharField(max_length=20, blank=True)
    cells = models.JSONField()

    class Meta:
        ordering = ["brought_id", "line"]
        constraints = [
            models.UniqueConstraint(fields=["brought", "line"], name="one_row_a_line_of_a_brought_file")
        ]

    def __str__(self) -> str:
        return f"{self.brought_id} {self.line}"


class ColumnMapping(models.Model):
    """Which column of a consortium's spreadsheet is about which question, to be offered again for the same headers.

    `columns` gives per header the key of a question, in the order of the file; empty where a column is left out.
    """

    consortium = models.ForeignKey(Consortium, on_delete=models.PROTECT, related_name="+")
    format = models.ForeignKey(Format, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("naam"), max_length=80)
    headers_sha256 = models.CharField(max_length=64)
    code_column = models.PositiveIntegerField()
    columns = models.JSONField()
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=40)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["consortium", "format", "name"], name="one_mapping_of_a_name"),
            models.CheckConstraint(condition=~Q(name=""), name="mapping_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class FormerAnswers(models.Model):
    """Answers of a location as it gave them elsewhere: proposals for its next profile, never a version, never public.

    A later file adds a row with the answers that it says otherwise; of one question the last row counts.
    """

    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="former_answers")
    format_version = models.ForeignKey(FormatVersion, on_delete=models.PROTECT, related_name="+")
    brought = models.ForeignKey(BroughtFile, on_delete=models.PROTECT, related_name="former_answers")
    source = models.CharField(max_length=400)
    answers = models.JSONField()
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    imported_by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ["location_id", "id"]
        constraints = [
            models.UniqueConstraint(fields=["location", "brought"], name="former_answers_once_a_file"),
            models.CheckConstraint(condition=~Q(source=""), name="former_answers_say_their_source"),
        ]

    def __str__(self) -> str:
        return f"{self.location_id} {self.source}"
