import pytest
from django.test import Client
pytestmark = pytest.mark.django_db

@pytest.mark.parametrize("path", ["profiel/", "profiel/school/", "profiel/hulp/", "profiel/school/missie/eerder/", "concept/"])
def test_open(editor: Client, path: str) -> None:
    r = editor.get(f"/werk/12AB00/{path}")
    assert r.status_code == 200, r.content.decode()[:500]
