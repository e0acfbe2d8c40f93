"""The record, the database's refusal to change it, and the one door past that refusal."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from levend.audit.immutable import (
    DOOR_TABLE,
    FUNCTION,
    door_statements,
    function_statement,
    refuse_changes,
)


def make_door(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in door_statements():
        schema_editor.execute(statement, params=None)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(function_statement(), params=None)


def remove_door(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP FUNCTION IF EXISTS {FUNCTION}()", params=None)
    schema_editor.execute(f"DROP TABLE {DOOR_TABLE}", params=None)


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.RunPython(make_door, remove_door),
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "actor_kind",
                    models.CharField(
                        choices=[
                            ("user", "gebruiker"),
                            ("link", "deelnemer met een link"),
                            ("system", "Levend zelf"),
                        ],
                        max_length=10,
                    ),
                ),
                ("actor_ref", models.CharField(max_length=80)),
                ("event", models.CharField(max_length=80)),
                ("subject", models.CharField(max_length=120)),
                ("data", models.JSONField(default=dict)),
            ],
            options={
                "ordering": ("id",),
                "indexes": [
                    models.Index(fields=["subject", "id"], name="audit_event_subject"),
                    models.Index(fields=["actor_ref", "id"], name="audit_event_actor"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        name="audit_event_has_one_actor",
                        condition=models.Q(
                            ("actor_kind__in", ["user", "link", "system"]),
                            models.Q(("actor_ref", ""), _negated=True),
                        ),
                    ),
                    models.CheckConstraint(
                        name="audit_event_says_what",
                        condition=models.Q(
                            models.Q(("event", ""), _negated=True),
                            models.Q(("subject", ""), _negated=True),
                        ),
                    ),
                ],
            },
        ),
        refuse_changes("audit_auditevent"),
    ]
