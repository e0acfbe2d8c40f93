"""The addresses of a chapter and of the questions in it."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

_ANY = "vraag"


@dataclass(frozen=True)
class ChapterAddresses:
    """Each kind of address is looked up once, and not anew for each of 150 questions."""

    code: str
    chapter: str

    @cached_property
    def page(self) -> str:
        return reverse("profile_chapter", args=[self.code, self.chapter])

    @cached_property
    def remarks(self) -> str:
        return reverse("remarks", args=[self.code, self.chapter])

    def answer(self, key: str) -> str:
        return self._answer.format(key)

    def history(self, key: str) -> str:
        return self._history.format(key)

    def judge(self, key: str) -> str:
        return self._judge.format(key)

    @cached_property
    def _answer(self) -> str:
        return self._with_room("profile_answer")

    @cached_property
    def _history(self) -> str:
        return self._with_room("profile_history")

    @cached_property
    def _judge(self) -> str:
        return self._with_room("judge_answer")

    def _with_room(self, name: str) -> str:
        """The address of any question, with room for its key; keys hold nothing that an address has to escape."""
        before, _, after = reverse(name, args=[self.code, self.chapter, _ANY]).rpartition(_ANY)
        return f"{before}{{}}{after}"
