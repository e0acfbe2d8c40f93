import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from levend.accounts.enums import Role
from tests.factories.accounts import PASSWORD
from tests.factories.region import make_region

pytestmark = pytest.mark.urls("tests.web.look.urls")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("403", "Alleen het bestuur kan dit."),
        ("404", "Deze bladzijde is er niet"),
        ("409", "De raad gaf nog geen advies."),
        ("413", "groter dan wij kunnen aannemen"),
        ("422", "Deze dag is voorbij."),
        ("500", "Er ging bij ons iets mis"),
    ],
)
def test_a_refusal_is_a_page_in_plain_words_that_needs_no_database(
    client: Client, kind: str, said: str
) -> None:
    """No database mark: a query would fail this test."""
    client.raise_request_exception = False
    response = client.get(f"/weiger/{kind}/")
    assert response.status_code == int(kind)
    page = response.content.decode()
    assert said in page
    assert '<html lang="nl"' in page
    assert "zorgplicht" in page


def test_a_page_that_is_not_there_does_not_say_what_is_hidden(client: Client) -> None:
    assert "geheim" not in client.get("/weiger/404/").content.decode()


@pytest.mark.django_db
def test_a_refused_form_leads_back_to_its_page(client: Client) -> None:
    region = make_region()
    client.login(email=region.linde.user(Role.DIRECTOR).email, password=PASSWORD)
    response = client.post(
        "/werk/weiger/409/", headers={"Referer": "http://testserver/werk/profielen/12AB00/stappen/"}
    )
    assert 'href="/werk/profielen/12AB00/stappen/"' in response.content.decode()
    response = client.post("/werk/weiger/409/", headers={"Referer": "https://elders.example/werk/"})
    assert 'href="/werk/"' in response.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_changes_nothing_and_says_what_to_do() -> None:
    response = Client(enforce_csrf_checks=True).post("/inloggen/", {"login": "x", "password": "y"})
    assert response.status_code == 403
    assert "laad de bladzijde opnieuw" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/werk/", "/werk/account/", "/werk/bestaat-niet/"])
def test_the_working_side_asks_for_a_login_first(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 302
    assert response.headers["Location"] == f"/inloggen/?next={path}"
    assert response.headers["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
def test_a_fragment_asks_the_whole_page_to_log_in(client: Client) -> None:
    """A redirect would put the login form inside the fragment's place."""
    response = client.post("/werk/", headers={"HX-Request": "true"})
    assert response.headers["HX-Redirect"] == "/inloggen/?next=/werk/"


@pytest.mark.django_db
def test_no_cache_keeps_the_working_side_or_the_login(client: Client) -> None:
    assert client.get("/inloggen/").headers["Cache-Control"] == "private, no-store"
    client.login(email=make_region().linde.user(Role.EDITOR).email, password=PASSWORD)
    response = client.get("/werk/account/")
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "Cookie" in response.headers["Vary"]


@pytest.mark.django_db
def test_the_language_is_the_account_s_and_not_the_browser_s(client: Client) -> None:
    user = make_region().linde.user(Role.EDITOR)
    client.login(email=user.email, password=PASSWORD)
    english = {"Accept-Language": "en"}
    assert '<html lang="nl"' in client.get("/werk/account/", headers=english).content.decode()
    assert '<html lang="nl"' in Client().get("/inloggen/", headers=english).content.decode()
    user.language = "en"
    user.save()
    assert '<html lang="en"' in client.get("/werk/account/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_header_and_menu_cost_few_queries(client: Client, role: Role) -> None:
    user = make_region().linde.user(role)
    client.login(email=user.email, password=PASSWORD)
    cache.clear()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page = client.get("/werk/account/").content.decode()
    assert user.name in page
    # Session, user, memberships; places, consortium, whether there is a profile; what the page itself shows.
    assert len(queries) <= 7, [query["sql"] for query in queries]
