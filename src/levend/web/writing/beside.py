"""What other schools of the consortium wrote, beside the questions of one chapter."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.safestring import SafeString

from levend.adoption.queries.examples import Example, examples_beside
from levend.profiles.queries.writing import Writing
from levend.web.writing.prose import as_html


@dataclass(frozen=True)
class ExampleView:
    school: str
    adopted_on: date
    shown: SafeString


@dataclass(frozen=True)
class Beside:
    """The examples to these questions, asked for once and only when a card shows them."""

    profile: Writing
    keys: tuple[str, ...]

    def of(self, key: str) -> tuple[ExampleView, ...]:
        return tuple(
            ExampleView(each.school, each.adopted_on, as_html(each.passage))
            for each in self._found.get(key, ())
        )

    @cached_property
    def _found(self) -> dict[str, tuple[Example, ...]]:
        draft = self.profile.draft
        return examples_beside(draft.profile_id, draft.definition.key, self.keys)
