"""The full profile as a document: cover, register facts, every chapter, and how the text came to hold."""

import json
from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from levend.documents.values import Block, Callout, Document, Heading, KeyValues, PageBreak, Prose, Tone
from levend.formats.engine.definition import FormatDefinition
from levend.formats.engine.display import display_register
from levend.formats.engine.kinds import RegisterName
from levend.formats.engine.values import Answers
from levend.publication.engine.chapters import ChapterText, chapter_texts, light_blocks, shows_register
from levend.publication.engine.projection import PublicContent, public_projection
from levend.publication.render.attached import attached
from levend.publication.render.words import (
    document_words,
    duty,
    duty_title,
    long_date,
    phrases,
    short_hash,
    with_type_in_words,
)
from levend.publication.values import Contact, Edition, Procedure


def full_profile(
    definition: FormatDefinition, *, location: Mapping[str, object], answers: Answers, edition: Edition
) -> Document:
    """The whole profile, of its public projection only."""
    with override(edition.language):
        content = public_projection(definition, location=with_type_in_words(location), answers=answers)
        chapters = chapter_texts(definition, content, phrases())
        return Document(
            title=_("Schoolondersteuningsprofiel"),
            subtitle=edition.school_year,
            organisation=str(location.get("name") or _("Onze school")),
            place=str(location.get("city") or ""),
            publisher=edition.publisher or str(location.get("consortium") or ""),
            language=edition.language,
            date=edition.on,
            words=document_words(),
            blocks=tuple(_blocks(definition, content, chapters, edition)),
            meta=tuple(_cover_facts(content, edition)),
            cover_note=duty(),
            mark=edition.mark,
            theme=edition.theme,
            logo_svg=edition.logo_svg,
            attachments=attached(definition, location=location, answers=answers, edition=edition),
        )


def full_profile_of_body(definition: FormatDefinition, body: str, edition: Edition) -> Document:
    """The same from a frozen text: canonical JSON with `location` and `answers`."""
    content = json.loads(body)
    return full_profile(definition, location=content["location"], answers=content["answers"], edition=edition)


def _blocks(
    definition: FormatDefinition, content: PublicContent, chapters: tuple[ChapterText, ...], edition: Edition
) -> Iterator[Block]:
    yield Callout(duty_title(), (Prose.of(duty()),), Tone.STRONG)
    if edition.contacts:
        yield KeyValues(
            _("Bij wie kunt u terecht?"),
            tuple((each.function or each.name, _reach(each)) for each in edition.contacts),
            (_("Functie"), _("Wie en hoe")),
        )
    if not shows_register(definition):
        yield Heading(1, "", _("Gegevens van de school"))
        yield KeyValues("", tuple(_register_rows(content)))
    for chapter in chapters:
        yield Heading(1, chapter.number, chapter.title)
        yield from chapter.blocks
    yield from _procedure_blocks(edition.procedure)


def _reach(contact: Contact) -> str:
    return ", ".join(part for part in (contact.name, contact.phone, contact.email, contact.reachable) if part)


def _cover_facts(content: PublicContent, edition: Edition) -> Iterator[tuple[str, str]]:
    procedure = edition.procedure
    for label, day in (
        (_("Vastgesteld op"), procedure.adopted_on),
        (_("Geldig vanaf"), procedure.valid_from),
        (_("Geldig tot en met"), procedure.valid_until),
    ):
        if day is not None:
            yield label, long_date(day)
    if procedure.adopted_on is None:
        yield _("Stand van"), long_date(edition.on)
    for label, name in ((_("Bestuur"), RegisterName.BOARD), (_("Vestigingscode"), RegisterName.CODE)):
        shown = display_register(name, content.location)
        if shown:
            yield label, shown
    if procedure.sha256:
        yield _("Kenmerk"), short_hash(procedure.sha256)


def _register_rows(content: PublicContent) -> Iterator[tuple[str, str]]:
    labels = (
        (RegisterName.NAME, _("Naam")),
        (RegisterName.STREET, _("Adres")),
        (RegisterName.POSTCODE, _("Postcode")),
        (RegisterName.CITY, _("Plaats")),
        (RegisterName.CODE, _("Vestigingscode")),
        (RegisterName.BOARD, _("Bestuur")),
        (RegisterName.CONSORTIUM, _("Samenwerkingsverband")),
        (RegisterName.PHONE, _("Telefoon")),
        (RegisterName.WEBSITE, _("Website")),
    )
    for name, label in labels:
        shown = display_register(name, content.location)
        if shown:
            yield label, shown


def _procedure_blocks(procedure: Procedure) -> Iterator[Block]:
    rows = tuple(_procedure_rows(procedure))
    if rows:
        yield PageBreak()
        yield Heading(1, "", _("Advies, vaststelling en verklaring"))
        yield KeyValues("", rows)
    if procedure.advice_words:
        yield Callout(_("Het advies in woorden"), light_blocks(procedure.advice_words))
    if procedure.board_reaction:
        yield Callout(_("Het antwoord van het bestuur"), light_blocks(procedure.board_reaction))
    if procedure.declared_by_function:
        yield Prose.of(
            _(
                "De %(function)s verklaart dat de medezeggenschapsraad om advies is gevraagd en dat het bestuur deze "
                "tekst heeft vastgesteld."
            )
            % {"function": procedure.declared_by_function}
        )
    if procedure.sha256:
        yield Prose.of(_("Kenmerk van de tekst (SHA-256): %(hash)s") % {"hash": _grouped(procedure.sha256)})


def _procedure_rows(procedure: Procedure) -> Iterator[tuple[str, str]]:
    if procedure.unchanged_year:
        yield (
            _("Ongewijzigd"),
            _("De tekst zegt hetzelfde als het profiel van %(year)s. Elk antwoord is nagegaan.")
            % {"year": procedure.unchanged_year},
        )
    if procedure.advice:
        yield _("Advies van de medezeggenschapsraad"), _with_date(procedure.advice, procedure.advice_given_on)
    if procedure.adopted_on is not None:
        board = procedure.board or _("het bestuur")
        yield _("Vastgesteld door het bestuur"), _with_date(board, procedure.adopted_on)
    for label, day in (
        (_("Geldig vanaf"), procedure.valid_from),
        (_("Geldig tot en met"), procedure.valid_until),
        (_("Verklaard en ingediend op"), procedure.submitted_on),
    ):
        if day is not None:
            yield label, long_date(day)
    if procedure.regime:
        yield _("Wettelijke regeling"), procedure.regime


def _with_date(what: str, day: date | None) -> str:
    return f"{what}, {long_date(day)}" if day is not None else what


def _grouped(sha256: str) -> str:
    """In groups of eight, which break over lines and can be read out."""
    return " ".join(sha256[start : start + 8] for start in range(0, len(sha256), 8))
