"""A soft hint beside an answer. It never keeps anything from being saved."""

from django import template
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from levend.formats.engine.definition import Question
from levend.formats.engine.values import Value
from levend.profiles.engine.erasing import written_words
from levend.profiles.engine.personal_data import places_in_text
from levend.web.looks_like import LOOKS_LIKE

register = template.Library()
MOST = 3


@register.simple_tag
def personal_data(question: Question, value: Value) -> tuple[str, ...]:
    """`{% personal_data card.question card.state.value as hints %}`: a sentence for each of the first three places."""
    places = [place for text in written_words(question, value) for place in places_in_text(text)]
    return tuple(
        _("Dit lijkt op een persoonsgegeven: “%(passage)s” (%(what)s).")
        % {"passage": Truncator(place.passage).chars(60), "what": LOOKS_LIKE[place.kind]}
        for place in places[:MOST]
    )
