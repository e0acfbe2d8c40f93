"""The codes that a region does not use as one more column of a query that is asked anyway."""

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Aggregate, OuterRef, Subquery, TextField
from django.db.models.sql.compiler import SQLCompiler

from levend.catalogue.models import RegionalSetting


class _Joined(Aggregate):
    """Texts in one, with commas."""

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, list[str | int] | tuple[str | int, ...] | tuple[()]]:
        return self.as_sql(
            compiler, connection, function="STRING_AGG", template="%(function)s(%(expressions)s, ',')"
        )


def switched_off_column(consortium: str) -> Subquery:
    """For `annotate`: the codes that the consortium in this column does not use. Read them with `codes_in`."""
    rows = RegionalSetting.objects.filter(consortium_id=OuterRef(consortium), switched_off=True)
    together = rows.order_by().values("consortium_id").annotate(codes=_Joined("code"))
    return Subquery(together.values("codes"))


def codes_in(column: str | None) -> frozenset[str]:
    """No code has a comma in it."""
    return frozenset(column.split(",")) if column else frozenset()
