"""What happened, in sentences."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from levend.adoption.queries.record import EventLine, StepLine, WrittenLine
from levend.publication.render.words import short_hash

_EVENTS: Mapping[str, tuple[Promise, str]] = {
    "profile_published": (gettext_lazy("%(who)s zette deze versie op de openbare bladzijde."), "globe"),
    "profile_withdrawn": (gettext_lazy("%(who)s trok het vastgestelde profiel in."), "undo-2"),
    "reader_invited": (gettext_lazy("%(who)s maakte een link om mee te lezen."), "link"),
    "reader_ended": (gettext_lazy("%(who)s trok een link om mee te lezen in."), "link"),
    "chapter_given": (gettext_lazy("%(who)s verdeelde een hoofdstuk."), "users-round"),
    "concept_shared": (gettext_lazy("%(who)s deelde het concept met het samenwerkingsverband."), "eye"),
    "concept_taken_back": (
        gettext_lazy("%(who)s nam het concept terug van het samenwerkingsverband."),
        "undo-2",
    ),
    "contact_added": (gettext_lazy("%(who)s zette iemand op de lijst met contacten."), "phone"),
    "contact_changed": (gettext_lazy("%(who)s wijzigde de lijst met contacten."), "phone"),
    "contacts_ordered": (
        gettext_lazy("%(who)s zette de lijst met contacten in een andere volgorde."),
        "phone",
    ),
    "contact_removed": (gettext_lazy("%(who)s haalde iemand van de lijst met contacten."), "phone"),
    "place_confirmed": (gettext_lazy("%(who)s keek een plek na: geen persoonsgegeven."), "shield-check"),
    "form_taken_over": (gettext_lazy("%(who)s nam antwoorden over uit een ingevuld pdf."), "file-input"),
    "example_marked": (gettext_lazy("%(who)s koos een passage als goed voorbeeld."), "star"),
    "example_shared": (gettext_lazy("%(who)s deelt een voorbeeld met andere scholen."), "star"),
    "example_ended": (gettext_lazy("%(who)s nam een voorbeeld terug."), "star"),
    "erasure_asked": (gettext_lazy("%(who)s vroeg om persoonsgegevens te wissen."), "eraser"),
    "erasure_withdrawn": (gettext_lazy("%(who)s trok de vraag in om persoonsgegevens te wissen."), "eraser"),
    "erasure_confirmed": (gettext_lazy("%(who)s bevestigde dat persoonsgegevens werden gewist."), "eraser"),
    "passage_erased": (gettext_lazy("%(who)s wiste persoonsgegevens uit teksten die vaststonden."), "eraser"),
}
"""Events by name, with an icon. One that stands here not yet is told by its name: nothing is left out."""


def written_sentence(line: WrittenLine, times: int) -> str:
    """Who did what to which answer."""
    values = {"who": line.who or _("Iemand"), "label": line.label, "times": times}
    if line.was_set_aside:
        return (
            _("%(who)s schreef bij “%(label)s”, maar iemand anders was eerder. De tekst is terzijde gelegd.")
            % values
        )
    if line.still_holds:
        return _("%(who)s zag “%(label)s” na: klopt nog.") % values
    if line.before == line.after:  # nobody saves the same again: only erasing leaves both sides alike
        return _("%(who)s wiste persoonsgegevens uit “%(label)s”.") % values
    if not line.after:
        return _("%(who)s haalde het antwoord weg op “%(label)s”.") % values
    if not line.before:
        return _("%(who)s beantwoordde “%(label)s”.") % values
    return _("%(who)s wijzigde “%(label)s”.") % values


def step_sentence(line: StepLine) -> str:
    """Which step was taken, by whom in which role."""
    who = f"{line.who}, {line.role}" if line.role else line.who
    return f"{capfirst(str(line.step.label))}: {who}."


def event_sentence(line: EventLine) -> str:
    known = _EVENTS.get(line.event.event)
    if known is None:
        return _("%(who)s: %(event)s.") % {"who": line.who, "event": line.event.event.replace("_", " ")}
    return str(known[0]) % {"who": line.who}


def event_icon(event: str) -> str:
    known = _EVENTS.get(event)
    return known[1] if known else "info"


def event_notes(line: EventLine) -> tuple[str, ...]:
    """What more there is to know: which text became which, how many places."""
    data = line.event.data
    notes = []
    places = data.get("places")
    if isinstance(places, int):
        notes.append(ngettext("Op %(n)d plaats.", "Op %(n)d plaatsen.", places) % {"n": places})
    texts = data.get("texts")
    for pair in texts if isinstance(texts, list) else ():
        if isinstance(pair, list) and len(pair) == 2:
            old, new = (short_hash(str(sha256)) for sha256 in pair)
            notes.append(
                _("De tekst met kenmerk %(old)s heeft nu kenmerk %(new)s.") % {"old": old, "new": new}
            )
    return tuple(notes)
