"""The situation of the tests of rounds."""

from tests.web.rounds.conftest import Browse, _monday_morning, browse, region, version

__all__ = ["Browse", "_monday_morning", "browse", "region", "version"]
