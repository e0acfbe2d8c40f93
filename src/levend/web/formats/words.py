"""How the pages of formats call things, in plain Dutch."""

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from levend.formats.engine.draft_findings import Finding
from levend.formats.engine.editing import Map, chapters_of, items_of
from levend.formats.engine.format_changes import Aspect
from levend.formats.engine.kinds import Audience, Level, QuestionType, RegisterName, SchoolKind
from levend.formats.engine.support_group import SupportPart
from levend.web.formats.conditions import OPERATORS

TYPES: Mapping[str, Promise] = {
    QuestionType.TEXT: gettext_lazy("Korte tekst"),
    QuestionType.LONG_TEXT: gettext_lazy("Lange tekst"),
    QuestionType.NUMBER: gettext_lazy("Getal"),
    QuestionType.DATE: gettext_lazy("Datum"),
    QuestionType.BOOLEAN: gettext_lazy("Ja of nee"),
    QuestionType.CHOICE: gettext_lazy("Eén keuze"),
    QuestionType.CHOICES: gettext_lazy("Meer keuzes"),
    QuestionType.RATING: gettext_lazy("Schaal"),
    QuestionType.TABLE: gettext_lazy("Tabel"),
    "heading": gettext_lazy("Kop"),
    "fixed_text": gettext_lazy("Vaste tekst"),
    "register": gettext_lazy("Gegeven uit het register"),
    "support": gettext_lazy("Soorten ondersteuning"),
}
"""What can stand in a chapter, in the order in which it is offered."""

ICONS: Mapping[str, str] = {
    QuestionType.TEXT: "text-cursor-input",
    QuestionType.LONG_TEXT: "file-text",
    QuestionType.NUMBER: "hash",
    QuestionType.DATE: "calendar",
    QuestionType.BOOLEAN: "toggle-left",
    QuestionType.CHOICE: "circle-dot",
    QuestionType.CHOICES: "square-check",
    QuestionType.RATING: "star",
    QuestionType.TABLE: "table",
    "heading": "heading",
    "fixed_text": "book-open",
    "register": "database",
    "support": "life-buoy",
}
AUDIENCES: Mapping[str, Promise] = {
    Audience.PUBLIC: gettext_lazy("Iedereen"),
    Audience.CONSORTIUM: gettext_lazy("Alleen school, bestuur, raad en samenwerkingsverband"),
    Audience.INTERNAL: gettext_lazy("Alleen de school zelf, haar bestuur en haar raad"),
}
REGISTER: Mapping[str, Promise] = {
    RegisterName.NAME: gettext_lazy("Naam van de school"),
    RegisterName.CODE: gettext_lazy("Vestigingscode"),
    RegisterName.BRIN: gettext_lazy("BRIN-nummer"),
    RegisterName.STREET: gettext_lazy("Straat en huisnummer"),
    RegisterName.POSTCODE: gettext_lazy("Postcode"),
    RegisterName.CITY: gettext_lazy("Plaats"),
    RegisterName.MUNICIPALITY: gettext_lazy("Gemeente"),
    RegisterName.BOARD: gettext_lazy("Bestuur"),
    RegisterName.CONSORTIUM: gettext_lazy("Samenwerkingsverband"),
    RegisterName.SCHOOL_TYPE: gettext_lazy("Soort school"),
    RegisterName.PUPILS: gettext_lazy("Aantal leerlingen"),
    RegisterName.PUPILS_ON: gettext_lazy("Teldatum"),
    RegisterName.PHONE: gettext_lazy("Telefoon"),
    RegisterName.EMAIL: gettext_lazy("E-mail"),
    RegisterName.WEBSITE: gettext_lazy("Website"),
}
SCHOOLS: Mapping[str, Promise] = {
    SchoolKind.BAO: gettext_lazy("Basisscholen"),
    SchoolKind.SBO: gettext_lazy("Scholen voor speciaal basisonderwijs"),
    SchoolKind.SO: gettext_lazy("Scholen voor speciaal onderwijs"),
    SchoolKind.VSO: gettext_lazy("Scholen voor voortgezet speciaal onderwijs"),
    SchoolKind.VO: gettext_lazy("Scholen voor voortgezet onderwijs"),
    SchoolKind.PRO: gettext_lazy("Scholen voor praktijkonderwijs"),
}
LEVELS: Mapping[str, Promise] = {
    Level.BASIC: gettext_lazy("Basisondersteuning"),
    Level.ADDITIONAL: gettext_lazy("Aanvullend"),
    Level.EXTRA: gettext_lazy("Extra ondersteuning"),
}
SUPPORT_PARTS: Mapping[str, Promise] = {
    SupportPart.BY: gettext_lazy("Wie geeft het?"),
    SupportPart.STATE: gettext_lazy("Hoever is het?"),
    SupportPart.CAPACITY: gettext_lazy("Voor hoeveel leerlingen is er plek?"),
    SupportPart.WORDS: gettext_lazy("Wat merkt een leerling ervan?"),
    SupportPart.OTHERS: gettext_lazy("Wat doen gemeente en zorg hierbij?"),
    SupportPart.FIELDS: gettext_lazy(
        "Vijf velden over extra ondersteuning: tijd, materiaal, ruimte, kennis, samenwerking"
    ),
}
ASPECTS: Mapping[Aspect, Promise] = {
    Aspect.LABEL: gettext_lazy("andere woorden"),
    Aspect.HELP: gettext_lazy("andere uitleg"),
    Aspect.TYPE: gettext_lazy("ander soort antwoord"),
    Aspect.OPTIONS: gettext_lazy("andere keuzes"),
    Aspect.COLUMNS: gettext_lazy("andere kolommen"),
    Aspect.NOW_REQUIRED: gettext_lazy("nu verplicht"),
    Aspect.NOT_REQUIRED: gettext_lazy("niet meer verplicht"),
    Aspect.CONDITION: gettext_lazy("andere voorwaarde"),
    Aspect.AUDIENCE: gettext_lazy("andere lezers"),
    Aspect.TAGS: gettext_lazy("andere betekenis"),
    Aspect.LIMITS: gettext_lazy("andere grenzen"),
    Aspect.CHAPTER: gettext_lazy("ander hoofdstuk"),
}
_FIRST = 3
_KEY = re.compile(r"‘([A-Za-z0-9_-]+)’")
_OPERATOR = re.compile(r"‘(eq|ne|gt|lt|has)’ past")
_OPTION = re.compile(r"\boptie(s?)\b")
_TYPE = re.compile(r"van het type ([a-z_]+)")


def finding_words(finding: Finding, labels: Mapping[str, str]) -> str:
    """A finding of the engine as a sentence: questions by their label, types by their name on the page."""
    text = _OPERATOR.sub(lambda match: f"“{OPERATORS[match[1]]}” past", finding.what)
    text = _KEY.sub(lambda match: f"“{labels.get(match[1], match[1])}”", text)
    text = _TYPE.sub(lambda match: _("van de soort “%(type)s”") % {"type": type_name(match[1])}, text)
    text = _OPTION.sub(r"keuze\1", text)
    return f"{text[:1].upper()}{text[1:]}."


def type_name(word: str) -> str:
    return str(TYPES.get(word, word))


def labels_of(data: Map) -> dict[str, str]:
    """What the questions of a draft are called, by key."""
    return {
        str(item["key"]): str(item["label"])
        for chapter in chapters_of(data)
        for item in items_of(chapter)
        if "key" in item and "label" in item
    }


def titled(chapter: Map) -> str:
    number, title = str(chapter.get("number", "")), str(chapter.get("title", ""))
    return f"{number}. {title}" if number else title


def label_of(item: Map) -> str:
    """What something in a chapter is called; a list of kinds of support after the first of them."""
    entries = item.get("entries")
    if item.get("type") == "support" and isinstance(entries, list):
        labels = [str(each["label"]) for each in entries if isinstance(each, dict) and "label" in each]
        shown = ", ".join(labels[:_FIRST])
        if len(labels) > _FIRST:
            return _("%(first)s en %(n)d andere") % {"first": shown, "n": len(labels) - _FIRST}
        return shown or str(item.get("key", ""))
    return str(item.get("label") or item.get("text") or item.get("key") or "")
