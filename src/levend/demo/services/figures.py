"""How many pupils the region's schools had over the years, taken over from a file like any other open data."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from levend.core.clock import AMSTERDAM, at
from levend.demo.engine.region import SchoolFacts
from levend.demo.engine.rounds import counts_of
from levend.keyfigures.services.import_pupils import plan_pupils, write_plan


def make_figures(schools: Sequence[SchoolFacts], *, counted_on: date) -> None:
    """Bring in the overview of these schools when the last count had come out, a month after it."""
    plan = plan_pupils(_file(schools, counted_on), codes={school.code for school in schools})
    with at(datetime.combine(counted_on + timedelta(days=30), time(6), tzinfo=AMSTERDAM)):
        write_plan(plan)


def _file(schools: Sequence[SchoolFacts], counted_on: date) -> bytes:
    """A row for each school with a column per year, as the historical overview has them."""
    years = sorted(counts_of(schools[0], 0, counted_on))
    text = io.StringIO()
    table = csv.writer(text, delimiter=";")
    table.writerow(
        ["INSTELLINGSCODE", "VESTIGINGSCODE", "INSTELLINGSNAAM", *(f"LEERLINGEN_{year}" for year in years)]
    )
    for number, school in enumerate(schools):
        counts = counts_of(school, number, counted_on)
        cells = ["<5" if counts[year] is None else counts[year] for year in years]
        table.writerow([school.code[:4], school.code, school.name, *cells])
    return text.getvalue().encode("cp1252")
