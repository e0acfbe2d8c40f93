"""Answers by rule: believable, never twice the same mission, and the same for a school at every run."""

import random
import zlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict
from ruamel.yaml import YAML

from levend.demo.engine.region import SchoolFacts


class Sentences(BaseModel):
    """The parts of `data/sentences.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    opening: Mapping[str, tuple[str, ...]]
    aim: tuple[str, ...]
    promise: tuple[str, ...]
    vision: tuple[str, ...]
    partnership: tuple[str, ...]
    short_parents: tuple[str, ...]
    short_pupils: tuple[str, ...]
    noticing: tuple[str, ...]
    next_step: tuple[str, ...]
    follow_system: tuple[str, ...]
    infant_system: tuple[str, ...]
    social_system: tuple[str, ...]
    dutch: tuple[str, ...]
    languages: tuple[str, ...]
    arithmetic: tuple[str, ...]
    nature: tuple[str, ...]
    society: tuple[str, ...]
    gym: tuple[str, ...]
    social_method: tuple[str, ...]
    aids: tuple[str, ...]
    principles: tuple[str, ...]
    additional: Mapping[str, str]
    rests_on: Mapping[str, tuple[str, ...]]
    arrangement: Mapping[str, str]
    arrangement_course: tuple[str, ...]
    referral: Mapping[str, str]
    referral_steps: tuple[str, ...]
    referral_needs: tuple[str, ...]
    ambition: tuple[str, ...]
    ambition_referral: tuple[str, ...]
    plan: tuple[str, ...]
    team: tuple[str, ...]
    expertise: Mapping[str, int]
    to_learn: Mapping[str, str]
    who: tuple[str, ...]
    facilities: tuple[str, ...]
    groups: tuple[str, ...]


Value = str | int | float | bool | list[str] | list[dict[str, str | int | float]]


@cache
def sentences() -> Sentences:
    """Read the file once; a mistake in it raises pydantic's ValidationError."""
    text = (files("levend.demo") / "data" / "sentences.yaml").read_text(encoding="utf-8")
    return Sentences.model_validate(YAML(typ="safe").load(text))


def varied_answers(school: SchoolFacts) -> dict[str, Value]:
    """All answers of one school, by its code: nothing here depends on other schools or on the clock."""
    chance = random.Random(school.code)  # noqa: S311  (variety, no secret)
    return (
        {"missie": mission_of(school)}
        | _vision(school, chance)
        | _conditions(chance)
        | _methods(chance)
        | _principles(chance)
        | _support(school, chance)
        | _ambitions(chance)
    )


def mission_of(school: SchoolFacts) -> str:
    """An opening for this kind of school, an aim and a promise, far apart for schools with neighbouring codes.

    The opening or the rest names the school, so that two schools never share a mission.
    """
    parts = sentences()
    number = zlib.crc32(school.code.encode())
    openings = parts.opening[school.setting]
    opening = openings[number % len(openings)]
    number //= len(openings)
    aim = parts.aim[number % len(parts.aim)]
    promise = parts.promise[number // len(parts.aim) % len(parts.promise)]
    return f"{_filled(opening, school)} {aim} {promise}"


def _filled(text: str, school: SchoolFacts) -> str:
    for name, fact in {
        "{naam}": school.short_name,
        "{plaats}": school.city,
        "{leerlingen}": str(school.pupils),
    }.items():
        text = text.replace(name, fact)
    return text


def _vision(school: SchoolFacts, chance: random.Random) -> dict[str, Value]:
    parts = sentences()
    first, second = chance.sample(parts.vision, 2)
    return {
        "visie": f"{first} {second}\n\n{chance.choice(parts.partnership)}",
        "in-het-kort-ouders": "\n\n".join(chance.sample(parts.short_parents, 2)),
        "in-het-kort-leerlingen": chance.choice(parts.short_pupils),
    }


def _conditions(chance: random.Random) -> dict[str, Value]:
    parts = sentences()
    judged = chance.random() < 0.8
    answers: dict[str, Value] = {"inspectie-onderzoekskader": judged}
    if judged:
        answers["inspectie-datum"] = (
            f"{chance.randint(2021, 2025)}-{chance.randint(1, 6):02d}-{chance.randint(1, 28):02d}"
        )
        for key in ("op2", "op3", "ka1"):
            answers[f"inspectie-{key}"] = chance.choice(["voldoende", "voldoende", "goed"])
    return answers | {
        "veilige-leeromgeving": [
            "fysiek-veilig",
            "pedagogisch-klimaat",
            "pestprotocol",
            "meldcode",
            "medisch-handelen",
        ],
        "onderwijsbehoeften-signaleren": f"{chance.choice(parts.noticing)}\n\n{chance.choice(parts.next_step)}",
        "in-en-uitstroom": ["thuiszitters-plaatsingsprotocol", "povo-procedure"],
        "groepen": _some(chance, parts.groups, 0, 3),
    }


def _methods(chance: random.Random) -> dict[str, Value]:
    parts = sentences()
    systems = [
        "leerlingvolgsysteem",
        "kleutervolgsysteem",
        "sociaal-emotioneel-volgsysteem",
        "dyslexieprotocol",
    ]
    tailored = _some(chance, ("passende-perspectieven", "compacten-verrijken"), 1, 2)
    return {
        "preventief-handelen": systems + ["dyscalculieprotocol"] * chance.randint(0, 1),
        "leerlingvolgsysteem": chance.choice(parts.follow_system),
        "kleutervolgsysteem": chance.choice(parts.infant_system),
        "sociaal-emotioneel-volgsysteem": chance.choice(parts.social_system),
        "methode-nederlands": chance.choice(parts.dutch),
        "methode-moderne-vreemde-talen": chance.choice(parts.languages),
        "methode-rekenen-wiskunde": chance.choice(parts.arithmetic),
        "methode-natuur-techniek": chance.choice(parts.nature),
        "methode-mens-maatschappij": chance.choice(parts.society),
        "methode-bewegingsonderwijs-sport": chance.choice(parts.gym),
        "sociaal-emotionele-ontwikkeling": ["methode"],
        "sociaal-emotionele-methode": chance.choice(parts.social_method),
        "instructie-op-maat": [*tailored, "compenserende-middelen"],
        "compenserende-middelen": chance.choice(parts.aids).capitalize(),
        "zorgorganisatie": ["zorgcoordinator", "ondersteuningsroute", "kernpartners"],
    }


def _principles(chance: random.Random) -> dict[str, Value]:
    keys = (
        "1-behoeften",
        "2-afstemming",
        "3-aanbod",
        "4-samenwerking",
        "5-positief",
        "6-doelgericht",
        "7-systematisch",
    )
    young = set(chance.sample(keys, chance.randint(1, 3)))
    states: dict[str, Value] = {
        f"hgw-{key}": "in_ontwikkeling" if key in young else "geimplementeerd" for key in keys
    }
    return states | {"hgw-toelichting": chance.choice(sentences().principles)}


def _support(school: SchoolFacts, chance: random.Random) -> dict[str, Value]:
    added = _some(chance, tuple(sentences().additional), 2, 4)
    arranged = _some(chance, tuple(sentences().arrangement), 2, 4)
    return (
        _additional(school, added, chance)
        | _arrangements(arranged, chance)
        | _referral({*added, *arranged}, chance)
    )


def _additional(school: SchoolFacts, added: list[str], chance: random.Random) -> dict[str, Value]:
    """What the school adds by itself, with the people and rooms that this rests on.

    More people where there are more pupils; special schools have several times as many.
    """
    parts = sentences()
    special = school.setting in {"sbo", "so"}
    needed = {ground for key in added for ground in parts.rests_on.get(key, ())}
    rows: list[dict[str, str | int | float]] = [
        {"soort": "r-ib", "dagdelen": max(2, school.pupils // 40) + 3 * special},
        {"soort": "r-oa", "dagdelen": max(4, school.pupils // 15) * (4 if special else 1)},
    ]
    people = needed | set(_some(chance, tuple(parts.expertise), 2, 4))
    rows += [
        {"soort": key, "dagdelen": sessions + 3 * special}
        for key, sessions in parts.expertise.items()
        if key in people
    ]
    rooms = needed | set(_some(chance, parts.facilities, 3, 7))
    return {
        "aanvullend-soorten": added,
        "aanvullend": "\n\n".join(parts.additional[key] for key in added),
        "deskundigheid-aanwezig": rows,
        "gebouw": [key for key in parts.facilities if key in rooms],
    }


def _arrangements(arranged: list[str], chance: random.Random) -> dict[str, Value]:
    parts = sentences()
    voices = [f"voor {parts.arrangement[key]}" for key in arranged]
    asked = f"{'; '.join(voices[:-1])}; en {voices[-1]}"
    course = chance.choice(parts.arrangement_course)
    return {
        "arrangementen-soorten": arranged,
        "arrangementen-behoeften": f"Wij vragen een arrangement aan {asked}.\n\n{course}",
        "arrangementen-aantal": chance.randint(0, 18),
    }


def _referral(offered: set[str], chance: random.Random) -> dict[str, Value]:
    """What is not there yet; some schools refer for nothing."""
    if chance.random() < 0.15:
        return {"verwijzing": False}
    parts = sentences()
    referred = _some(chance, tuple(key for key in parts.referral if key not in offered), 1, 2)
    return {
        "verwijzing": True,
        "verwijzing-soorten": referred,
        "verwijzing-behoeften": " ".join(parts.referral[key] for key in referred),
        "verwijzing-wat-wij-doen": chance.choice(parts.referral_steps),
        "verwijzing-wat-nodig-is": chance.choice(parts.referral_needs),
    }


def _ambitions(chance: random.Random) -> dict[str, Value]:
    parts = sentences()
    learning: list[dict[str, str | int | float]] = [
        {
            "soort": key,
            "wie": chance.choice(parts.who),
            "scholing": parts.to_learn[key],
            "klaar": chance.choice(["juni {jaar+1}", "december {jaar+1}", "zomer {jaar+2}"]),
        }
        for key in _some(chance, tuple(parts.to_learn), 1, 2)
    ]
    return {
        "ambities-aanvullend-extra": " ".join(chance.sample(parts.ambition, 2)),
        "ambities-nu-verwijzing": chance.choice(parts.ambition_referral),
        "ambities-plan-termijn": chance.choice(parts.plan),
        "ambities-gevolgen-team": chance.choice(parts.team),
        "deskundigheid-te-ontwikkelen": learning,
    }


def _some(chance: random.Random, keys: tuple[str, ...], fewest: int, most: int) -> list[str]:
    """Between `fewest` and `most` of these, in their own order."""
    chosen = set(chance.sample(keys, min(len(keys), chance.randint(fewest, most))))
    return [key for key in keys if key in chosen]
