"""A format of De Linde's consortium: its first version is published, its second is being made."""

from levend.accounts.enums import Role
from levend.formats.queries.kept import owners_for
from levend.formats.services import begin_version, copy_format, publish_draft
from tests.factories.formats import make_version
from tests.factories.region import LocationPlaces
from tests.formats.test_drafts import WHOLE

FORMAT = "po9901-klein"
TITLE = "Format van de steltkluut"  # the name of a format that only its coordinators see


def own_format(places: LocationPlaces) -> None:
    coordinator = places.actor(Role.COORDINATOR)
    make_version(WHOLE)
    owner = owners_for(coordinator)[0]
    draft = copy_format(actor=coordinator, owner=owner, source="klein", number=1, title=TITLE)
    publish_draft(actor=coordinator, key=draft.key, base=draft.revision, confirmed=False)
    begin_version(actor=coordinator, key=draft.key)
