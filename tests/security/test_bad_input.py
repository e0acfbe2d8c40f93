"""Every form of Levend, sent with what no form expects.

What is refused is said near its field in Dutch, keeps what was typed and changes nothing; what is taken is kept whole and
shown escaped. Nothing is a fault of the server: an error in a view would fail the test by itself.
"""

import html
import re
from dataclasses import dataclass, field

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from levend.accounts.enums import Role
from tests.security.asking import address, payload
from tests.security.database import changed, contents, undone
from tests.security.hostile import (
    ABSENT,
    Choice,
    Day,
    Email,
    File,
    FutureDay,
    Kind,
    Name,
    Password,
    PastDay,
    Sent,
    Tick,
    Words,
)
from tests.security.scenes import SCENES
from tests.security.table import ROWS

pytestmark = pytest.mark.django_db  # answers and addresses, which are many more, are asked of PostgreSQL
MESSAGE, REASON = Words(required=False, most=2_000), Words()


@dataclass(frozen=True)
class Form:
    """A form with the kind of each field; sent by `role`, nobody when `None`. `more` goes along each time."""

    key: str
    scene: str
    role: Role | None
    fields: dict[str, Kind]
    more: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return "+".join([self.key, *map(str, self.more.values())])


D, C, B, S = Role.DIRECTOR, Role.COUNCIL_CHAIR, Role.BOARD_MEMBER, Role.COORDINATOR
FORMS = (
    Form("accept_invitation", "nothing", None, {"name": Name(most=120), "password": Password()}),
    Form("people_at:school", "draft", D, {"email": Email(), "role": Choice()}),
    Form("begin", "nothing", D, {"version": Choice(), "school_year": Choice()}),
    Form("step:advies-vragen", "draft", D, {"words": MESSAGE}),
    Form("step:bevestiging-vragen", "reopened", D, {"words": MESSAGE}),
    Form("step:correctie-voorleggen", "correcting", D, {"words": MESSAGE}),
    Form("step:advies-geven", "asked", C, {"kind": Choice(), "words": Words(required=False)}),
    Form("step:advies-geven", "asked", C, {"words": Words()}, {"kind": "negative"}),
    Form("step:advies-geven", "asked", C, {"conditions": Words()}, {"kind": "conditional"}),
    Form(
        "step:advies-registreren",
        "asked",
        D,
        {"kind": Choice(), "words": Words(required=False), "given_on": PastDay(), "file": File()},
    ),
    Form("step:vaststellen", "advised", B, {"meeting_date": PastDay()}),
    Form("step:vaststelling-registreren", "advised", D, {"meeting_date": PastDay(), "file": File()}),
    Form("condition", "on_condition", B, {"reaction": Choice(), "explanation": Words(required=False)}),
    Form("condition", "on_condition", B, {"explanation": Words()}, {"reaction": "declined"}),
    Form(
        "step:indienen",
        "adopted",
        D,
        {
            "declares_advice": Tick(),
            "declares_adoption": Tick(),
            "function": Name(most=120),
            "words": MESSAGE,
        },
    ),
    Form("step:correctie-vragen", "submitted", S, {"reason": REASON, "due_on": FutureDay()}),
    Form("step:heropenen", "asked", D, {"reason": REASON}),
    Form("step:teruggeven", "advised", B, {"reason": REASON}),
    Form("step:corrigeren", "adopted", D, {"reason": REASON}),
    Form("step:correctie-teruggeven", "corrected", B, {"reason": REASON}),
    Form("step:bezwaar-advies", "letter", C, {"reason": REASON}),
    Form("step:bezwaar-vaststelling", "minutes", B, {"reason": REASON}),
    Form("decide:vaststellen", "advised", B, {"meeting_date": Day()}),
    Form("decide:adviseren", "asked", C, {"words": Words(required=False)}),
)


def test_every_step_that_asks_something_is_here() -> None:
    from levend.web.chain.steps import BY_SLUG

    asking = {
        f"step:{slug}" for slug, page in BY_SLUG.items() if page.form.base_fields and slug != "voorwaarde"
    }
    assert asking == {form.key for form in FORMS if form.key.startswith("step:")}


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_a_form_takes_what_is_text_and_refuses_the_rest(form: Form) -> None:
    scene = SCENES[form.scene]()
    row = next(row for row in ROWS if row.method == "POST" and row.key == form.key)
    url = address(row, scene)
    client = Client()
    if form.role:
        client.force_login(scene.linde.user(form.role))
    valid = {**payload(row, scene), **form.more}
    before = contents()
    faults = []
    for name, kind in form.fields.items():
        for sent in kind.values():
            data = {key: value for key, value in {**valid, name: sent.value}.items() if value is not ABSENT}
            with undone() as writes:
                response = _post(client, url, data)
                touched = changed(before, contents()) if writes else set()
                page = (
                    client.get(response.headers["Location"]).content.decode()
                    if response.status_code == 302
                    else ""
                )
            if (
                fault := _taken(sent, response, page)
                if sent.taken
                else _refused(name, sent, response, touched)
            ):
                faults.append(f"{name}={sent}: {fault}")
    assert not faults, "\n" + "\n".join(faults)


def _post(client: Client, url: str, data: dict[str, object]) -> HttpResponse:
    cache.clear()
    kept = client.cookies.copy()
    response = client.post(url, data)
    client.cookies = kept
    for value in data.values():
        if hasattr(value, "seek"):
            value.seek(0)
    return response


def _taken(sent: Sent, response: HttpResponse, page: str) -> str:
    if response.status_code not in {200, 302}:
        return f"refused with {response.status_code}: {_errors(response)}"
    if "<script>alert" in page + response.content.decode():
        return "shown without being escaped"
    return ""


def _refused(name: str, sent: Sent, response: HttpResponse, touched: set[str]) -> str:
    body = response.content.decode()
    if response.status_code != 422:
        return f"answered with {response.status_code}"
    if touched:
        return f"changed {sorted(touched)}"
    if not _errors(response):
        return "no sentence on the page"
    if not re.search(rf'id="id_{name}_error"|id="[a-z]+_{name}_error"', body):
        return f"nothing said near the field, only {_errors(response)}"
    if "<script>alert" in body:
        return "shown without being escaped"
    typed = sent.value if isinstance(sent.value, str) else ""
    if typed.strip("\x00\x1f\u202e\u200b \n") and "password" not in name and not _shows(body, typed):
        return "what was typed is gone"
    return ""


def _errors(response: HttpResponse) -> list[str]:
    """The sentences at the fields."""
    found = re.findall(r'<p class="error">.*?<span>(.*?)</span></p>', response.content.decode(), re.DOTALL)
    return [text.strip() for text in found if text.strip()]


def _shows(body: str, typed: str) -> bool:
    """Choices, ticks and files are not shown again; a text is."""
    return html.escape(typed)[:60].split("\n")[0] in body or bool(
        re.search(r'type="(radio|checkbox|file)"', body)
    )


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("31-12-9999", "ligt in de toekomst"),
        ("1-1-2999", "ligt in de toekomst"),
        ("1-1-0001", "ligt voor de dag"),
    ],
)
def test_a_day_that_cannot_be_is_said_for_each_of_many_and_changes_nothing(day: str, sentence: str) -> None:
    scene = SCENES["advised"]()
    client = Client()
    client.force_login(scene.linde.user(B))
    before = contents()
    data = {"besluit": "vaststellen", "cases": [str(scene.case.pk)], "meeting_date": day}
    page = client.post("/werk/besluiten/", data).content.decode()
    assert sentence in page
    assert "De Linde" in page
    assert contents() == before


# --- the limits of a whole request


def test_a_form_of_many_megabytes_is_too_large_and_changes_nothing() -> None:
    scene = SCENES["asked"]()
    client = Client()
    client.force_login(scene.linde.user(C))
    before = contents()
    response = client.post(
        "/werk/12AB00/stappen/advies-geven/", {"kind": "positive", "words": "a" * 9_000_000}
    )
    assert response.status_code == 413
    assert "groter dan wij kunnen aannemen" in response.content.decode()
    assert contents() == before


def test_a_form_of_thousands_of_fields_is_refused_and_changes_nothing() -> None:
    scene = SCENES["asked"]()
    client = Client()
    client.force_login(scene.linde.user(C))
    before = contents()
    response = client.post(
        "/werk/12AB00/stappen/advies-geven/",
        {f"f{number}": "x" for number in range(6_000)} | {"kind": "positive"},
    )
    assert response.status_code == 400
    assert '<html lang="nl"' in response.content.decode()
    assert contents() == before


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/x-www-form-urlencoded", b"kind=positive&words=%ED%A0%80%FF%FE%00goed"),
        ("application/x-www-form-urlencoded; charset=utf-16", b"\xff\xfek\x00"),
        ("application/x-www-form-urlencoded; charset=verzonnen", b"kind=positive"),
        ("application/json", b'{"kind": "positive"}'),
        ("text/plain", b"kind=positive"),
        ("multipart/form-data", b"zonder grens"),
        ("multipart/form-data; boundary=x", b"--x\r\nafgebroken"),
        ("multipart/form-data; boundary=" + "x" * 300, b""),
        ("", b"kind=positive"),
    ],
)
def test_a_body_that_no_browser_sends_is_no_fault_of_the_server(content_type: str, body: bytes) -> None:
    scene = SCENES["asked"]()
    client = Client()
    client.force_login(scene.linde.user(C))
    response = client.generic("POST", "/werk/12AB00/stappen/advies-geven/", body, content_type=content_type)
    assert response.status_code in {302, 400, 422}
    assert '<html lang="nl"' in response.content.decode() or response.status_code == 302
