"""The page of a decision on many: what can be chosen, what needs a page of its own, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from levend.accounts.actor import Actor
from levend.adoption.queries.deciding import Candidate, candidates, judged, names_of
from levend.rounds.queries.next_steps import next_steps_for
from levend.web.chain.steps import BY_STEP
from levend.web.decide.batches import Batch
from levend.web.decide.forms import ManyForm

PAGE_SIZE = 50


@dataclass(frozen=True)
class Row:
    candidate: Candidate
    chosen: bool
    short: str
    due_on: date | None


@dataclass(frozen=True)
class Section:
    """`open` can be chosen together; `closed` say why not."""

    batch: Batch
    form: ManyForm
    open: tuple[Row, ...]
    closed: tuple[Row, ...]
    page: "Page[Any]"  # any model
    slug: str
    size: str = "s"


@dataclass(frozen=True)
class Outcome:
    code: str
    name: str
    reason: str = ""


@dataclass(frozen=True)
class Result:
    batch: Batch
    done: tuple[Outcome, ...]
    refused: tuple[Outcome, ...]


def section(actor: Actor, batch: Batch, query: QueryDict, form: ManyForm | None = None) -> Section:
    """What waits for this decision. `?kies=alle` ticks everything, for who has no script."""
    page = Paginator(candidates(actor, batch.step), PAGE_SIZE).get_page(query.get("bladzijde"))
    form = form or batch.form(auto_id=f"{batch.key}_%s")
    ticked = {str(key) for key in form["cases"].value() or []}
    everything = query.get("kies") == "alle" and not form.is_bound
    found = judged(actor, batch.step, page.object_list)
    steps = next_steps_for(actor, [one.code for one in found])
    rows = [
        Row(
            one,
            everything or str(one.case_id) in ticked,
            f"{one.sha256[:4]} {one.sha256[4:8]}",
            steps[one.code].due_on,
        )
        for one in found
    ]
    return Section(
        batch=batch,
        form=form,
        open=tuple(row for row in rows if row.candidate.decision),
        closed=tuple(row for row in rows if not row.candidate.decision),
        page=page,
        slug=BY_STEP[batch.step].slug,
    )


def take(actor: Actor, batch: Batch, form: ManyForm) -> Result:
    """Run the decision on what was chosen. Cases that this actor may not see are as if they were not there."""
    names = names_of(actor, form.cleaned_data["cases"])
    given = {**form.cleaned_data, "cases": [key for key in form.cleaned_data["cases"] if key in names]}
    done, refused = batch.run(actor, given)
    return Result(
        batch,
        tuple(_outcomes(names, ((case.pk, "") for case in done))),
        tuple(_outcomes(names, ((refusal.case_id, refusal.reason) for refusal in refused))),
    )


def _outcomes(names: dict[int, tuple[str, str]], of: Iterable[tuple[int, str]]) -> list[Outcome]:
    return [Outcome(*names[key], reason) for key, reason in of]
