"""Freeze a profile's text: steps of adoption, inside its transaction and its record."""

import json

from levend.core import clock
from levend.core.canonical import canonical_json, sha256_of
from levend.core.errors import NotFound
from levend.formats.engine.offers import offers
from levend.formats.queries import definition_of
from levend.profiles.locks import lock_exclusive
from levend.profiles.models import FrozenContent, Offer, ProfileSnapshot
from levend.profiles.queries.content import live_body


def freeze_content(*, profile_id: int) -> FrozenContent:
    """Keep the present text under its hash. The same text is kept once.

    The exclusive lock makes savers wait: an answer that was acknowledged before is in the text, one that comes
    after meets the lock that adoption sets in this transaction.
    """
    profile = lock_exclusive(profile_id)
    body = canonical_json(live_body(profile))
    content, _made = FrozenContent.objects.get_or_create(
        profile=profile,
        sha256=sha256_of(body),
        defaults={"body": body.decode(), "frozen_at": clock.now()},
    )
    return content


def freeze_snapshot(*, profile_id: int, sha256: str) -> ProfileSnapshot:
    """Make the frozen text with this hash the adopted version, and write down what it offers.

    A second time gives the same snapshot. Raises `NotFound` when no text of this profile has this hash.
    """
    profile = lock_exclusive(profile_id)
    content = FrozenContent.objects.filter(profile=profile, sha256=sha256).first()
    if content is None:
        raise NotFound(sha256)
    snapshot, made = ProfileSnapshot.objects.get_or_create(
        content=content, defaults={"profile": profile, "sha256": sha256, "frozen_at": clock.now()}
    )
    if made:
        definition = definition_of(profile.format_version_id)
        Offer.objects.bulk_create(
            Offer.of(snapshot, offered) for offered in offers(definition, json.loads(content.body)["answers"])
        )
    return snapshot
