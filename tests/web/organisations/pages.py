"""Addresses and reading of pages of organisations."""

from django.test import Client

HERE = "/werk/organisaties/"
OURS = f"{HERE}verband/PO9901/"
LINDE = f"{HERE}vestiging/12AB00/"
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9"/></svg>'
FACTS = {
    "name": "De Es",
    "school_type": "bao",
    "street": "Brink 1",
    "postcode": "9451 AA",
    "city": "Rolde",
}


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()
