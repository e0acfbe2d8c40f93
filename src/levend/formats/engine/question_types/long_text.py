"""Text of any number of lines, with light marks."""

from ..kinds import QuestionType
from .text import Text

USUAL_LENGTH = 6_000


class LongText(Text):
    """An answer in sentences: empty lines part paragraphs, `- ` makes a list (see `lightmarks`)."""

    type = QuestionType.LONG_TEXT
    operators = frozenset()
    usual_length = USUAL_LENGTH

    def normal(self, text: str) -> str:
        """Spaces at line ends and more than one empty line carry no meaning and would show up as changes."""
        lines: list[str] = []
        for line in text.split("\n"):
            bare = line.rstrip()
            if bare or (lines and lines[-1]):
                lines.append(bare)
        return "\n".join(lines).strip()
