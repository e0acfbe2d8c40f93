"""The same case and browsers as for the pages of the chain."""

from tests.web.chain.conftest import browser_as, browser_of, region, story

__all__ = ["browser_as", "browser_of", "region", "story"]
