"""The edition of a profile: whose colours, which procedure."""

from datetime import date

from levend.adoption.queries.in_force import PublicationFacts
from levend.core import clock
from levend.documents.values import Mark, Theme
from levend.organisations.models import Consortium
from levend.publication.values import Edition, Procedure
from levend.regimes.queries import regime


def concept_edition(
    *, consortium: Consortium, school_year: str, on: date, sha256: str, unchanged_year: str = ""
) -> Edition:
    """For a text that is not handed in: says *concept*, tells no procedure but the text's own mark."""
    return Edition(
        school_year=school_year,
        publisher=consortium.name,
        on=on,
        mark=Mark.CONCEPT,
        theme=theme_of(consortium),
        logo_svg=consortium.logo,
        procedure=Procedure(sha256=sha256, unchanged_year=unchanged_year),
    )


def official_edition(
    *, consortium: Consortium, school_year: str, board: str, facts: PublicationFacts
) -> Edition:
    """For a profile that was handed in: with advice, adoption and declaration. Carries the date of submission, and
    tells nothing of what came after it."""
    return Edition(
        school_year=school_year,
        publisher=consortium.name,
        on=clock.local_date(facts.submitted_at),
        theme=theme_of(consortium),
        logo_svg=consortium.logo,
        procedure=Procedure(
            advice=str(facts.advice_kind.label),
            advice_given_on=facts.advice_given_on,
            advice_words=facts.advice_words,
            unchanged_year=facts.unchanged_year,
            board=board,
            board_reaction=facts.deviation_explanation,
            adopted_on=facts.adopted_on,
            valid_from=facts.valid_from,
            valid_until=facts.valid_until,
            declared_by_function=facts.declared_function,
            submitted_on=clock.local_date(facts.submitted_at),
            regime=regime(facts.regime).title.in_language("nl"),
            sha256=facts.sha256,
        ),
    )


def theme_of(consortium: Consortium) -> Theme:
    """The consortium's colours for paper; ours when it has none."""
    colours = consortium.theme
    if not colours:
        return Theme()
    return Theme(
        c900=colours["900"],
        c800=colours["800"],
        c700=colours["700"],
        c600=colours["600"],
        c200=colours["200"],
        c100=colours["100"],
        c50=colours["50"],
        sun=colours["sun"],
        sun_ground=colours["sun-bg"],
        on_brand=colours["on-brand"],
        on_brand_soft=colours["200"],
    )
