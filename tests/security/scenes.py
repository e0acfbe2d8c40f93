"""Situations of De Linde, each with words of its own in every place that not everybody may read.

The planted words are rare birds: none stands in a page by itself, so a body that holds one leaked it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.accounts.models import Invitation, Membership, User
from levend.accounts.services import invite
from levend.adoption.enums import AdviceKind, State, Step
from levend.adoption.models import AdoptionCase, PaperRecord
from levend.adoption.services import open_case
from levend.audit.models import Erasure
from levend.catalogue.models import OwnEntry
from levend.core import clock
from levend.formats.models import FormatVersion
from levend.jobs.testing import run_jobs
from levend.organisations.models import Consortium, ConsortiumMembership, PublicContact
from levend.publication.models import Artefact
from levend.publication.services.erasure import ask_erasure
from tests.adoption.story import LEGAL, PDF, WAYS, Story, letter
from tests.factories import accounts, organisations
from tests.factories.formats import make_version
from tests.factories.region import LocationPlaces, Region, make_region
from tests.security.scenes_formats import own_format
from tests.security.scenes_receipt import asked, joined
from tests.security.scenes_rounds import ROUND_SCENES
from tests.security.scenes_together import together

ANSWER = "kwikstaart"  # in an answer
ADVICE = "ijsvogel"  # in the words of an advice
REASON = "grutto"  # in the reason of a step
PAPER = b"boomkruiper"  # in a registered file
FILE_NAME = "wielewaal.pdf"
PERSON = "Roerdomp"  # the name of the editor of De Linde
INVITED = "nachtegaal@levend.example"  # invited at De Linde


@dataclass
class Scene:
    """The region with De Linde in some situation; `strange_group` coordinates consortia of elsewhere."""

    region: Region
    strange_group: User
    story: Story | None = None
    token: str = "geraden"
    link: str = "geraden"
    chapter: str = "alles"
    question: str = "ambitions"

    @property
    def linde(self) -> LocationPlaces:
        return self.region.linde

    @property
    def code(self) -> str:
        return self.linde.location.code

    @property
    def case(self) -> AdoptionCase:
        assert self.story is not None
        return self.story.reload()

    @property
    def sha256(self) -> str:
        """The text as it lies before somebody now."""
        return self.case.content_sha256

    @property
    def advised_sha256(self) -> str:
        """The text about which the council gave its first advice."""
        assert self.story is not None
        step = self.story.case.steps.filter(step=Step.ASK_ADVICE).order_by("number")[0]
        return step.content_sha256

    @property
    def document_sha256(self) -> str:
        """The document that was made last: of a published version, or a concept."""
        artefact = Artefact.objects.filter(media_type="application/pdf").last()
        return artefact.sha256 if artefact else "0" * 64

    @property
    def paper_id(self) -> int:
        return PaperRecord.objects.latest("id").pk

    @property
    def erasure_id(self) -> int:
        return Erasure.objects.latest("id").pk

    @property
    def contact_id(self) -> int:
        """Whom parents of De Linde can call; put on the list when first asked for."""
        row, _made = PublicContact.objects.get_or_create(
            location=self.linde.location, position=1, function="directeur", phone="0399 12 34 50"
        )
        return row.pk

    @property
    def version_id(self) -> int:
        return FormatVersion.objects.latest("id").pk

    @property
    def membership_id(self) -> int:
        return Membership.objects.get(user=self.linde.user(Role.EDITOR), ended_at=None).pk

    @property
    def invitation_id(self) -> int:
        return Invitation.objects.get(email=INVITED, withdrawn_at=None).pk

    @property
    def belonging_id(self) -> int:
        return ConsortiumMembership.objects.get(location=self.linde.location).pk

    @property
    def own_entry_code(self) -> str:
        consortium = self.linde.consortium
        names = {"domain": "WERK", "nl": "Buitenklas", "plain": "Les buiten", "en": "Outdoor class"}
        entry, _made = OwnEntry.objects.get_or_create(
            code=f"{consortium.code}-BUITEN",
            defaults={"consortium": consortium, "added_by": "system", "added_at": clock.now(), **names},
        )
        return entry.code

    def fellow(self, role: Role) -> User:
        """Who holds the role at another school of the same board, or at the same board or consortium."""
        return self.region.wilg.user(role)

    def stranger(self, role: Role) -> User:
        """Who holds the role somewhere that has nothing to do with De Linde."""
        return self.strange_group if role is Role.GROUP_COORDINATOR else self.region.beuk.user(role)


def _begin() -> Scene:
    region = make_region()
    elsewhere = organisations.make_group(name="Elders samen")
    editor = region.linde.user(Role.EDITOR)
    editor.name = f"Rita {PERSON}"
    editor.save()
    invite(
        actor=region.linde.actor(Role.DIRECTOR), email=INVITED, role=Role.EDITOR, place=region.linde.location
    )
    return Scene(region, accounts.make_member(Role.GROUP_COORDINATOR, elsewhere))


def _at(state: State, **replaced: Callable[[Story], object]) -> Callable[[], Scene]:
    """The shortest way to a state, with planted words; `replaced` takes a step of that way differently."""

    def build() -> Scene:
        scene = _begin()
        story = scene.story = Story.begin(scene.linde)
        story.complete(f"Hier broedt de {ANSWER}.")
        for step in WAYS[state]:
            if step is Step.ASK_CONFIRMATION:
                story.write("ambitions", f"De {ANSWER} blijft, de rest wordt anders.")
            (replaced.get(step.value) or _WITH_WORDS.get(step) or _plain(step))(story)
        assert story.state == state
        return scene

    return build


def _plain(step: Step) -> Callable[[Story], object]:
    return lambda story: story.take(step)


_WITH_WORDS: dict[Step, Callable[[Story], object]] = {
    Step.GIVE_ADVICE: lambda story: story.take(Step.GIVE_ADVICE, words=f"De raad zag een {ADVICE}."),
    **{
        step: (lambda story, step=step: story.take(step, reason=f"Er vloog een {REASON} over."))
        for step in (Step.REOPEN, Step.RETURN_TO_SCHOOL, Step.CORRECT, Step.ASK_CORRECTION)
    },
}


def _paper_advice(story: Story) -> object:
    return story.take(
        Step.REGISTER_ADVICE, words=f"De raad zag een {ADVICE}.", letter=letter(FILE_NAME, PDF + PAPER)
    )


def _paper_adoption(story: Story) -> object:
    return story.take(Step.REGISTER_ADOPTION, minutes=letter(FILE_NAME, PDF + PAPER))


def _conditional(story: Story) -> object:
    return story.take(
        Step.GIVE_ADVICE,
        kind=AdviceKind.CONDITIONAL,
        words=f"De raad zag een {ADVICE}.",
        conditions=["Geef de vogels rust."],
    )


def _nothing() -> Scene:
    scene = _begin()
    make_version(LEGAL)
    return scene


def _with(add: Callable[[LocationPlaces], object]) -> Scene:
    scene = _begin()
    add(scene.linde)
    return scene


def _late() -> Scene:
    """The council let its term pass."""
    scene = _at(State.AWAITING_ADVICE)()
    AdoptionCase.objects.update(due_on=clock.today() - timedelta(days=1))
    return scene


def _worked(state: State) -> Scene:
    """The worker made what this state asks for: the document of a text under advice, the public page."""
    scene = _at(state)()
    run_jobs()
    return scene


def _handed_in(add: Callable[[LocationPlaces, AdoptionCase], object]) -> Scene:
    """Handed in, with what came of it: a question of the consortium, a place in a round."""
    scene = _at(State.SUBMITTED)()
    add(scene.linde, scene.case)
    return scene


def _shared() -> Scene:
    """Handed in to a consortium that lets its group read along; the documents are made."""
    scene = _worked(State.SUBMITTED)
    Consortium.objects.filter(pk=scene.linde.consortium.pk).update(group_sees="content")
    return scene


def _erasing() -> Scene:
    """The director asked to erase what stands in every answer."""
    scene = _at(State.DRAFT)()
    ask_erasure(actor=scene.linde.actor(Role.DIRECTOR), code=scene.code, passage=ANSWER, why="Op verzoek.")
    return scene


def _together() -> Scene:
    scene = _at(State.DRAFT)()
    scene.link = together(scene.linde, scene.case.profile, scene.chapter, scene.question)
    return scene


def _again() -> Scene:
    """A year later: a profile that begins with the answers of the version in force."""
    scene = _at(State.RECEIVED)()
    case = open_case(
        actor=scene.linde.actor(Role.DIRECTOR),
        location_id=scene.linde.location.pk,
        version_id=scene.version_id,
    )
    scene.story = Story(scene.linde, case)
    return scene


SCENES: dict[str, Callable[[], Scene]] = {
    "nothing": _nothing,
    "draft": _at(State.DRAFT),
    "erasing": _erasing,
    "asked": _at(State.AWAITING_ADVICE),
    "concept": partial(_worked, State.AWAITING_ADVICE),
    "late": _late,
    "advised": _at(State.ADVICE_GIVEN),
    "on_condition": _at(State.ADVICE_GIVEN, give_advice=_conditional),
    "letter": _at(State.ADVICE_GIVEN, give_advice=_paper_advice),
    "reopened": _at(State.REOPENED),
    "confirming": _at(State.AWAITING_CONFIRMATION),
    "adopted": _at(State.ADOPTED),
    "minutes": _at(State.ADOPTED, adopt=_paper_adoption),
    "correcting": _at(State.CORRECTING),
    "corrected": _at(State.AWAITING_CORRECTION),
    "submitted": _at(State.SUBMITTED),
    "questioned": partial(_handed_in, asked),
    "looking_back": partial(_handed_in, joined),
    "shared": _shared,
    "published": partial(_worked, State.RECEIVED),
    "again": _again,
    "together": _together,
    "formats": partial(_with, own_format),
    **{name: partial(_with, add) for name, add in ROUND_SCENES.items()},
}
"""Every situation by the word that the table uses for it."""


def invitation_token(scene: Scene) -> str:
    """A fresh link for somebody without an account."""
    from levend.notifications.models import OutboxMessage

    invite(actor=Actor.system(), email="nieuw@levend.example", role=Role.EDITOR, place=scene.linde.location)
    url: str = OutboxMessage.objects.filter(to="nieuw@levend.example").latest("id").context["url"]
    return url.rstrip("/").rsplit("/", 1)[-1]
