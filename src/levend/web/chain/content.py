"""What of a frozen text its reader reads.

Numbers as the school wrote them for who takes part in the procedure; for others without small counts. A group and who
reads along with a consortium decide about no school's text, so they need nobody's small numbers.
"""

from levend.adoption.queries.texts import FrozenText
from levend.publication.engine.projection import PublicContent, without_counts
from levend.publication.engine.what_changed import Side


def content_for_reader(text: FrozenText) -> PublicContent:
    """The questions that the reader may know of, with their answers."""
    if not text.sees_small_counts:
        return without_counts(text.definition, location=text.register, answers=text.answers, asked=text.asked)
    read = {key: value for key, value in text.answers.items() if key in text.asked}
    return PublicContent(location=text.register, answers=read, asked=text.asked)


def side_for_reader(text: FrozenText) -> Side:
    """The same for comparing: with the answers that are not shown, on which others hang."""
    if text.sees_small_counts:
        return Side(text.definition, text.answers, text.asked)
    unread = {key: value for key, value in text.answers.items() if key not in text.asked}
    return Side(text.definition, {**unread, **content_for_reader(text).answers}, text.asked)
