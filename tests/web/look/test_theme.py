import pytest
from django.test import Client

from levend.accounts.enums import Role
from levend.organisations.values import THEME_KEYS
from levend.web.theme.stylesheet import declarations
from tests.factories.accounts import PASSWORD
from tests.factories.organisations import make_consortium
from tests.factories.region import make_region

pytestmark = pytest.mark.urls("tests.web.look.urls")
THEME = {key: f"#0000{number:02d}" for number, key in enumerate(THEME_KEYS)}


@pytest.mark.django_db
def test_a_consortium_has_its_own_colours(client: Client) -> None:
    consortium = make_consortium("PO9901")
    consortium.theme = THEME
    consortium.save()
    response = client.get("/thema/PO9901.css")
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "public" in response.headers["Cache-Control"]
    text = response.content.decode()
    assert text.startswith('[data-theme="PO9901"] {')
    assert "--levend-sun-bg: #000008;" in text
    assert text.count("--levend-") == 10
    again = client.get("/thema/PO9901.css", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.django_db
def test_no_colours_for_a_consortium_that_is_not_there(client: Client) -> None:
    assert client.get("/thema/PO0000.css").status_code == 404


@pytest.mark.parametrize(
    "theme", [THEME | {"900": "red; } body { display: none"}, THEME | {"900": "#FFF"}, {"900": "#000000"}]
)
def test_nothing_but_ten_colours_reaches_a_stylesheet(theme: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="900|800"):
        declarations("PO9901", theme)


def test_a_code_cannot_break_out_of_the_selector() -> None:
    with pytest.raises(ValueError, match="PO"):
        declarations('PO"] body', THEME)


@pytest.mark.django_db
def test_the_working_side_wears_the_colours_of_the_school_s_consortium(client: Client) -> None:
    region = make_region()
    region.linde.consortium.theme = THEME
    region.linde.consortium.save()
    client.login(email=region.linde.user(Role.DIRECTOR).email, password=PASSWORD)
    page = client.get("/werk/account/").content.decode()
    assert 'data-theme="PO9901"' in page
    assert 'href="/thema/PO9901.css"' in page
    client.login(email=region.beuk.user(Role.DIRECTOR).email, password=PASSWORD)
    assert 'data-theme="levend"' in client.get("/werk/account/").content.decode()
