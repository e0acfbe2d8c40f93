"""What the profile's consortium does not ask any more: left out where nothing is said, told where an answer stands."""

from django.utils.translation import gettext as _

from levend.formats.engine.definition import Question
from levend.formats.engine.switched_off import as_offered, chosen_in, is_closed, no_longer_offered
from levend.profiles.queries.writing import Writing
from levend.web.writing.controls import Post


def offered_here(profile: Writing, question: Question, typed: Post | None) -> Question:
    """The question with the options that the region offers, those that were chosen, and those that were sent in."""
    off = profile.draft.off
    if not off:
        return question
    sent = (text for texts in (typed or {}).values() for text in texts)
    return as_offered(question, off, chosen_in(question, profile.answers.get(question.key)).union(sent))


def is_no_longer_asked(profile: Writing, question: Question) -> bool:
    """Whether only an answer that is there keeps the question on the page."""
    return bool(profile.draft.off) and is_closed(question, profile.draft.off)


def is_required(profile: Writing, question: Question) -> bool:
    return question.required and not is_no_longer_asked(profile, question)


def no_longer_words(profile: Writing, question: Question) -> str:
    """One sentence beside an answer that is no longer asked for, wholly or in part; empty beside any other."""
    off = profile.draft.off
    if not off:
        return ""
    if is_closed(question, off):
        return _(
            "Uw samenwerkingsverband vraagt hier niet meer naar. Wat er staat, blijft staan tot u het weghaalt."
        )
    labels = no_longer_offered(question, off, chosen_in(question, profile.answers.get(question.key)))
    if not labels:
        return ""
    return _(
        "Uw samenwerkingsverband vraagt hier niet meer naar: %(names)s. U kunt het laten staan of weghalen."
    ) % {"names": ", ".join(f"“{label}”" for label in labels)}
