"""The addresses of one public page: in every language, for people and for search engines."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language_info

from levend.web.areas import in_language, language_of_address


@dataclass(frozen=True)
class Translation:
    """The same page in another language; `name` is what that language calls itself."""

    language: str
    name: str
    href: str


@dataclass(frozen=True)
class PageAddresses:
    """`path` as the page itself has it; `query` of a filtered list, without the question mark."""

    path: str
    query: str = ""

    @property
    def others(self) -> tuple[Translation, ...]:
        """What the switch in the header leads to. A filter goes along."""
        own = language_of_address(self.path)
        asked = f"?{self.query}" if self.query else ""
        return tuple(
            Translation(language, get_language_info(language)["name_local"], self._in(language) + asked)
            for language, _ in settings.LANGUAGES
            if language != own
        )

    @property
    def canonical(self) -> str:
        """The whole address for search engines; empty for a filtered list, which none should keep."""
        return "" if self.query else settings.LEVEND_BASE_URL + self.path

    @property
    def alternates(self) -> tuple[tuple[str, str], ...]:
        """The whole address in each language (RFC 8288 `alternate` with `hreflang`)."""
        if self.query:
            return ()
        return tuple(
            (language, settings.LEVEND_BASE_URL + self._in(language)) for language, _ in settings.LANGUAGES
        )

    def _in(self, language: str) -> str:
        return in_language(self.path, language)
