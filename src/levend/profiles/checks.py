"""What must hold for profiles."""

import json
from collections.abc import Iterator

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from levend.audit.engine.invariants import Fault, invariant
from levend.core.canonical import canonical_json, sha256_of
from levend.formats.engine.offers import offers
from levend.formats.engine.visibility import visible_answers
from levend.formats.queries import definition_of
from levend.profiles.engine.revisions import is_same
from levend.profiles.enums import RevisionKind
from levend.profiles.models import Answer, AnswerRevision, FrozenContent, ProfileSnapshot, SupportProfile
from levend.profiles.queries.answers import answers_of

CHUNK = 100


@invariant("frozen-contents")
def contents_have_their_hash() -> Iterator[Fault]:
    """A frozen text is canonical JSON and the one that was frozen."""
    for content in FrozenContent.objects.order_by("id").iterator(chunk_size=CHUNK):
        where = f"content:{content.pk}"
        if sha256_of(content.body.encode()) != content.sha256:
            yield Fault(where, _("de vastgezette tekst hoort niet bij zijn hash"))
        elif not _is_canonical(content.body):
            yield Fault(where, _("de vastgezette tekst is geen canonieke JSON"))


@invariant("snapshots")
def snapshots_are_their_content() -> Iterator[Fault]:
    """An adopted version is a frozen text of the same profile, by the same hash."""
    wrong = ProfileSnapshot.objects.filter(
        ~Q(sha256=F("content__sha256")) | ~Q(profile_id=F("content__profile_id"))
    )
    for pk in wrong.order_by("id").values_list("pk", flat=True).iterator(chunk_size=CHUNK):
        yield Fault(f"snapshot:{pk}", _("de vastgestelde versie wijst niet naar haar eigen tekst"))


@invariant("offers")
def offers_follow_the_tags() -> Iterator[Fault]:
    """Coverage counts offers, so they are what the adopted text and the tags of its format give."""
    rows = ProfileSnapshot.objects.select_related("content", "profile").prefetch_related("offers")
    for snapshot in rows.order_by("id").iterator(chunk_size=CHUNK):
        definition = definition_of(snapshot.profile.format_version_id)
        wanted = {
            (offered.code, offered.level.value, offered.state.value, offered.by, offered.capacity)
            for offered in offers(definition, json.loads(snapshot.content.body).get("answers", {}))
        }
        kept = {
            (offer.support_type, offer.level, offer.state, offer.providers, offer.capacity)
            for offer in snapshot.offers.all()
        }
        for code, level in sorted({(code, level) for code, level, *_rest in wanted ^ kept}):
            yield Fault(
                f"snapshot:{snapshot.pk}",
                _("het aanbod %(code)s (%(level)s) volgt niet uit de vastgestelde tekst")
                % {"code": code, "level": level},
            )


@invariant("answers")
def answers_are_their_newest_revision() -> Iterator[Fault]:
    """What an answer is now is what was saved last; no number is missing."""
    saved = _numbered().filter(answer=OuterRef("pk")).order_by("-number")
    rows = Answer.objects.annotate(
        last_number=Subquery(saved.values("number")[:1]), last_value=Subquery(saved.values("value")[:1])
    )
    for answer in rows.order_by("id").iterator(chunk_size=1_000):
        if answer.last_number != answer.revision:
            yield Fault(f"answer:{answer.pk}", _("de laatste bewaarde versie is niet die van het antwoord"))
        elif not is_same(answer.value, answer.last_value):
            yield Fault(
                f"answer:{answer.pk}", _("het antwoord is anders dan wat er als laatste is opgeslagen")
            )
    yield from _missing_numbers()


@invariant("questions")
def answers_have_a_question() -> Iterator[Fault]:
    """Every answer is one to a question of its profile's format."""
    rows = Answer.objects.order_by("profile_id", "id").values_list(
        "pk", "question_key", "profile__format_version_id"
    )
    for pk, key, version_id in rows.iterator(chunk_size=1_000):
        if not _has(version_id, key):
            yield Fault(f"answer:{pk}", _("het format kent geen vraag “%(key)s”") % {"key": key})


@invariant("locked-texts")
def locked_texts_stand_still() -> Iterator[Fault]:
    """While a text lies with the council or the board, the answers say what that text says."""
    rows = SupportProfile.objects.exclude(locked_sha256="").order_by("id")
    for profile in rows.iterator(chunk_size=CHUNK):
        content = FrozenContent.objects.filter(profile=profile, sha256=profile.locked_sha256).first()
        if content is None:
            yield Fault(f"profile:{profile.pk}", _("het profiel staat vast op een tekst die er niet is"))
            continue
        now = visible_answers(definition_of(profile.format_version_id), answers_of(profile.pk))
        if canonical_json(now) != canonical_json(json.loads(content.body).get("answers", {})):
            yield Fault(f"profile:{profile.pk}", _("de antwoorden zijn anders dan de tekst die vaststaat"))


def _is_canonical(body: str) -> bool:
    try:
        return canonical_json(json.loads(body)) == body.encode()
    except ValueError:
        return False


def _missing_numbers() -> Iterator[Fault]:
    """Gaps show as a saved number whose forerunner does not exist."""
    before = _numbered().filter(answer=OuterRef("answer"), number=OuterRef("number") - 1)
    orphans = _numbered().filter(number__gt=1).annotate(forerunner=Subquery(before.values("pk")[:1]))
    rows = orphans.filter(forerunner=None).order_by("id").values_list("answer_id", "number")
    for answer_id, number in rows.iterator(chunk_size=1_000):
        yield Fault(
            f"answer:{answer_id}", _("versie %(number)d van dit antwoord ontbreekt") % {"number": number - 1}
        )


def _numbered() -> "QuerySet[AnswerRevision]":
    """The revisions that were the answer."""
    return AnswerRevision.objects.exclude(kind=RevisionKind.SET_ASIDE)


def _has(version_id: int, key: str) -> bool:
    return definition_of(version_id).has(key)
