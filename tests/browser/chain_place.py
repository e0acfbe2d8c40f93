"""A school of its own with six people, made inside the running application: `python -m tests.browser.chain_place`.

make CODE          location, board, council, consortium, and people `<role>.<code>@walk.example`
empty CODE         a consortium without schools, with its coordinator
fill CODE KEYS     the answers of the shipped example but for KEYS (separated by commas), saved by the editor
"""

import json
import os
import subprocess
import sys
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from tests.support.application import ROOT, Application

if TYPE_CHECKING:
    from levend.organisations.queries.places import Place

PASSWORD = "zes-mensen-een-profiel"
FORMAT = "passenderwijs"
NAME = "Basisschool De Wandeling"
ROLES = ("editor", "director", "council_chair", "board_member", "coordinator")


def email_of(role: str, code: str) -> str:
    return f"{role.replace('_', '-')}.{code.lower()}@walk.example"


def in_application(application: Application, *arguments: str) -> None:
    """Run this file in the environment of an application that serves. Raises `CalledProcessError` with its words."""
    environment = {**application.environment, "DJANGO_SETTINGS_MODULE": "levend.config.settings"}
    subprocess.run(
        [sys.executable, "-m", "tests.browser.chain_place", *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
    )


@cache
def _hashed() -> str:
    """The password as it is stored; making that takes a good part of a second, as it should."""
    from django.contrib.auth.hashers import make_password

    return make_password(PASSWORD)


def make(code: str) -> None:
    from tests.factories.organisations import make_board, make_consortium, make_council, make_location

    number = str(int.from_bytes(code.encode(), "big") % 9_000 + 1_000)
    consortium = make_consortium(f"PO{number}", f"Samenwerkingsverband Wandelland {code}")
    board = make_board(f"9{number}", f"Stichting Wandelscholen {code}")
    location = make_location(code, name=f"{NAME} {code}", board=board, consortium=consortium)
    council = make_council(location, name=f"MR {NAME}")
    places: dict[str, Place] = {"council_chair": council, "board_member": board, "coordinator": consortium}
    for role in ROLES:
        _person(role, code, places.get(role, location))


def empty(code: str) -> None:
    from tests.factories.organisations import make_consortium

    _person("coordinator", code, make_consortium(f"PO{code}00", "Samenwerkingsverband Leegland"))


def _person(role: str, code: str, place: "Place") -> None:
    from allauth.account.models import EmailAddress

    from levend.accounts.enums import Role
    from levend.accounts.models import User
    from tests.factories.accounts import give_role

    email = email_of(role, code)
    user = User.objects.create(email=email, name=f"{role.capitalize()} van {code}", password=_hashed())
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    give_role(user, Role(role), place)


def fill(code: str, left_out: frozenset[str]) -> None:
    from levend.accounts.models import User
    from levend.accounts.queries import actor_for
    from levend.profiles.queries import profile_for
    from levend.profiles.services import save_answer

    example = files("levend.formats") / "examples" / f"{FORMAT}.json"
    answers = json.loads(example.read_text(encoding="utf-8"))["answers"]
    editor = actor_for(User.objects.get(email=email_of("editor", code)))
    profile = profile_for(editor, code)
    for key, value in answers.items():
        if key not in left_out:
            save_answer(actor=editor, profile_id=profile.pk, key=key, value=value, based_on=0)


if __name__ == "__main__":
    from levend.config.sqlite import use_bundled_sqlite

    use_bundled_sqlite()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "levend.config.settings")
    import django

    django.setup()
    command, code, *rest = sys.argv[1:]
    if command == "make":
        make(code)
    elif command == "empty":
        empty(code)
    else:
        fill(code, frozenset(",".join(rest).split(",")))
