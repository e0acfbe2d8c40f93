"""A small region, and browsers of its people."""

from tests.web.people.conftest import browse, region

__all__ = ["browse", "region"]
