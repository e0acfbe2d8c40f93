"""The region made smaller or larger, by rule, for trying scale."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from levend.demo.engine.names import names
from levend.demo.engine.region import BoardFacts, ConsortiumFacts, Region, SchoolFacts

_PER_BOARD = 14
_PER_CONSORTIUM = 200
_HEADS = "Bern Dros Elm Fluit Gors Hazel Iep Kade Loo Meer Noord Ooster Polder Riet Schans Terp Uiter Vaar Wilg Zand"
_TAILS = "broek dijk donk horst hout kerk laar rode wijk zijl"
_TREES = (
    "Abeel Berk Cipres Den Es Fazant Goudvink Hazelaar IJsvogel Jasmijn Karekiet Leeuwerik Merel Narcis Olm Pimpelmees Roerdomp "
    "Sperwer Tamarisk Uil Valk Wissel Zilverling"
)
_BOARD_KINDS = (
    "Openbaar Onderwijs",
    "Samen Leren",
    "Christelijk Onderwijs",
    "Katholieke Scholen",
    "De Brede Stroom",
    "Onderwijs op Maat",
    "Scholen in Bedrijf",
    "Vrij Onderwijs",
)
_SETTINGS = ("wijk", "dorp", "stad", "dalton", "montessori", "jenaplan", "nieuwbouw", "wijk", "dorp", "wijk")


@dataclass(frozen=True)
class _Corner:
    """Where a generated consortium lies: the south-west of a square of a fifth of a degree (WGS 84)."""

    latitude: float
    longitude: float


def sized(region: Region, locations: int) -> Region:
    """The region with this many schools: its own first ones, and more consortia and boards where it needs more."""
    if locations <= len(region.schools):
        return _smaller(region, locations)
    return _larger(region, locations - len(region.schools))


def _smaller(region: Region, locations: int) -> Region:
    schools = region.schools[:locations]
    codes = {school.code for school in schools}
    councils = [
        council.model_copy(update={"locations": tuple(code for code in council.locations if code in codes)})
        for council in region.councils
    ]
    return region.model_copy(
        update={
            "schools": schools,
            "councils": tuple(council for council in councils if council.locations),
            "moved": tuple(move for move in region.moved if move.location in codes),
        }
    )


def _larger(region: Region, more: int) -> Region:
    fresh = names(region.people)
    consortia = tuple(_consortia(-(-more // _PER_CONSORTIUM), fresh))
    boards = tuple(_boards(-(-more // _PER_BOARD), fresh))
    schools = tuple(
        _school(number, consortia[number // _PER_CONSORTIUM], boards[number // _PER_BOARD], fresh)
        for number in range(more)
    )
    return region.model_copy(
        update={
            "consortia": region.consortia + consortia,
            "boards": region.boards + boards,
            "schools": region.schools + schools,
        }
    )


def _consortia(number: int, fresh: Iterator[str]) -> Iterator[ConsortiumFacts]:
    for index, place in enumerate(islice(_places(), number)):
        word = place.lower()
        yield ConsortiumFacts(
            code=f"PO98{index:02d}",
            name=f"Samenwerkingsverband {place} en omstreken",
            regime="schoolgids",
            sees="state",
            website=f"https://www.swv-{word}.example",
            email=f"info@swv-{word}.example",
            phone=_phone(900_000 + index),
            support_desk=f"Ouder- en jeugdsteunpunt {place}",
            support_desk_phone=_phone(910_000 + index),
            coordinator=next(fresh),
            viewer=next(fresh),
            theme={},
            logo="",
        )


def _boards(number: int, fresh: Iterator[str]) -> Iterator[BoardFacts]:
    for index, (place, kind) in enumerate(islice(product(_places(), _BOARD_KINDS), number)):
        yield BoardFacts(
            code=f"{98_000 - index}",
            name=f"Stichting {kind} {place}",
            domain=f"{kind.lower().replace(' ', '')}-{place.lower()}",
            member=next(fresh),
            secretary=next(fresh),
        )


def _school(number: int, consortium: ConsortiumFacts, board: BoardFacts, fresh: Iterator[str]) -> SchoolFacts:
    """A school with a name that no other has: a tree or bird, and its place."""
    code = _code(number)
    chance = random.Random(code)  # noqa: S311  (variety, no secret)
    places, trees = tuple(_places()), _TREES.split()
    place, tree = places[number % len(places)], trees[number // len(places) % len(trees)]
    series = number // (len(places) * len(trees))
    corner = _corner(number // _PER_CONSORTIUM)
    kind = chance.choices(("bao", "sbo", "so"), (92, 5, 3))[0]
    first = {"bao": "Basisschool", "sbo": "SBO", "so": "SO"}[kind]
    return SchoolFacts.model_validate(
        {
            "code": code,
            "name": f"{first} De {tree} {place}" + (f" {series + 1}" if series else ""),
            "board": board.code,
            "consortia": consortium.code,
            "type": kind,
            "street": f"{chance.choice(places)}straat {chance.randint(1, 180)}",
            "postcode": f"{2000 + number % 7000} {chance.choice('ABCDEGHJKL')}{chance.choice('ABCEFGHJKL')}",
            "city": place,
            "municipality": place,
            "latitude": round(corner.latitude + chance.random() / 5, 5),
            "longitude": round(corner.longitude + chance.random() / 5, 5),
            "pupils": chance.randint(45, 520) if kind == "bao" else chance.randint(50, 140),
            "setting": chance.choice(_SETTINGS) if kind == "bao" else kind,
            "director": next(fresh),
            "editor": next(fresh),
        }
    )


def _code(number: int) -> str:
    """Codes from 50AA00 on; the register has never given out one above 31."""
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    digits, rest = divmod(number, len(letters) ** 2)
    first, second = divmod(rest, len(letters))
    return f"{50 + digits}{letters[first]}{letters[second]}00"


def _places() -> Iterator[str]:
    for tail, head in product(_TAILS.split(), _HEADS.split()):
        yield head + tail


def _corner(index: int) -> _Corner:
    """Squares side by side over the middle and east of the country."""
    row, column = divmod(index, 8)
    return _Corner(51.5 + row / 5, 5.0 + column / 5)


def _phone(number: int) -> str:
    digits = f"{number:06d}"
    return f"(0399) {digits[:2]} {digits[2:4]} {digits[4:]}"
