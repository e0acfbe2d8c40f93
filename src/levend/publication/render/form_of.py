"""The form of a profile that is being written."""

from levend.accounts.actor import Actor
from levend.core import clock
from levend.documents.engine.form_parts import FormDocument
from levend.formats.queries import definition_with
from levend.profiles import rules
from levend.profiles.queries import answers_of, facts_of
from levend.profiles.queries.content import register_fields
from levend.profiles.queries.profiles import profile_in_region
from levend.publication.render.edition import theme_of
from levend.publication.render.form import FormEdition, form_document


def form_of(actor: Actor, location_code: str) -> FormDocument:
    """The format of the newest profile of a location with the answers of this moment, before typesetting.

    Answers that the public never reads are in it too, so it is for who writes. Raises `NotFound` for who may not read
    the draft, `NotAllowed` for who does not write it, `NotNow` while the text is locked.
    """
    profile, off = profile_in_region(actor, location_code)
    rules.can_write(actor, profile).require()
    edition = FormEdition(
        on=clock.today(),
        publisher=profile.consortium.name,
        school_year=profile.school_year.replace("-", "–"),
        theme=theme_of(profile.consortium),
        logo_svg=profile.consortium.logo,
    )
    return form_document(
        definition_with(profile.format_version.sha256),
        location=register_fields(
            profile.location, str(profile.consortium), facts_of(profile), until=profile.reference_date
        ),
        answers=answers_of(profile.pk),
        edition=edition,
        off=off,
    )
