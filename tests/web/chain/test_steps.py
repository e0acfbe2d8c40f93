"""Every step by its page, as people take it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.html import escape

from levend.accounts.enums import Role
from levend.adoption.enums import AdviceKind, Reaction, State, Step
from levend.adoption.models import Advice, AdviceCondition, CaseStep, PaperRecord
from levend.adoption.transitions import ROWS
from levend.core import clock
from levend.core.plaintext import clean
from levend.web.chain.steps import BY_STEP
from tests.adoption.story import PDF, STEPS, WAYS, Story
from tests.factories.region import Region

pytestmark = pytest.mark.django_db
URL = "/werk/12AB00/stappen/"
BrowserAs = Callable[[Role], Client]


def sent(step: Step) -> dict[str, object]:
    """What a browser sends for a step."""
    today = clock.today().strftime("%d-%m-%Y")
    file = SimpleUploadedFile("brief.pdf", PDF, content_type="application/pdf")
    reason: dict[str, object] = {"reason": "Er staat iets verkeerd in hoofdstuk 4."}
    fields: dict[Step, dict[str, object]] = {
        Step.GIVE_ADVICE: {"kind": "positive", "words": "Een helder verhaal."},
        Step.REGISTER_ADVICE: {"kind": "positive", "given_on": today, "file": file},
        Step.ADOPT: {"meeting_date": today},
        Step.REGISTER_ADOPTION: {"meeting_date": today, "file": file},
        Step.SUBMIT: {"declares_advice": "on", "declares_adoption": "on", "function": "directeur"},
        Step.ASK_CORRECTION: {
            **reason,
            "due_on": (clock.today() + timedelta(days=9)).isoformat(),
        },
        **dict.fromkeys(
            [
                Step.REOPEN,
                Step.RETURN_TO_SCHOOL,
                Step.CORRECT,
                Step.RETURN_CORRECTION,
                Step.OBJECT_TO_ADVICE,
                Step.OBJECT_TO_ADOPTION,
            ],
            reason,
        ),
    }
    return fields.get(step, {})


def bring_before(story: Story, step: Step) -> None:
    """Bring the case where this step is due."""
    source = {
        Step.OBJECT_TO_ADVICE: State.ADVICE_GIVEN,
        Step.OBJECT_TO_ADOPTION: State.ADOPTED,
        Step.ASK_ADVICE: State.DRAFT,
        Step.ASK_CONFIRMATION: State.REOPENED,
        Step.OFFER_UNCHANGED: State.REOPENED,
        Step.SUBMIT: State.ADOPTED,
        Step.CORRECT: State.ADOPTED,
        Step.REOPEN: State.ADVICE_GIVEN,
        Step.GIVE_ADVICE: State.AWAITING_ADVICE,
        Step.REGISTER_ADVICE: State.AWAITING_ADVICE,
        Step.PASS_TERM: State.AWAITING_ADVICE,
    }.get(step) or min(ROWS[step].sources)
    instead = {
        Step.OBJECT_TO_ADVICE: {Step.GIVE_ADVICE: Step.REGISTER_ADVICE},
        Step.OBJECT_TO_ADOPTION: {Step.ADOPT: Step.REGISTER_ADOPTION},
    }.get(step, {})
    for one in WAYS[source]:
        if one is Step.ASK_ADVICE:
            story.complete()
        if one is Step.ASK_CONFIRMATION:
            story.write("ambitions", "Anders dan eerst.")
        story.take(instead.get(one, one))
    if step is Step.ASK_ADVICE:
        story.complete()
    if step is Step.ASK_CONFIRMATION:
        story.write("ambitions", "Anders dan eerst.")
    assert story.state == source


@pytest.mark.parametrize("step", list(STEPS))
def test_each_step_is_taken_by_its_page(step: Step, story: Story, browser_as: BrowserAs) -> None:
    bring_before(story, step)
    client = browser_as(STEPS[step][0])
    page = BY_STEP[step]
    with clock.at(clock.now() + timedelta(days=100 if step is Step.PASS_TERM else 0)):
        assert client.get(f"{URL}{page.slug}/").status_code == 200
        response = client.post(f"{URL}{page.slug}/", sent(step), follow=True)
    assert response.redirect_chain == [(URL, 302)]
    assert str(page.done) in response.content.decode()
    assert story.state == ROWS[step].target
    assert CaseStep.objects.filter(case_id=story.id).latest("number").step == step


@pytest.mark.parametrize("step", [step for step in STEPS if step is not Step.PASS_TERM])
def test_a_second_click_changes_nothing(step: Step, story: Story, browser_as: BrowserAs) -> None:
    bring_before(story, step)
    client = browser_as(STEPS[step][0])
    client.post(f"{URL}{BY_STEP[step].slug}/", sent(step))
    number = CaseStep.objects.filter(case_id=story.id).count()
    response = client.post(f"{URL}{BY_STEP[step].slug}/", sent(step))
    assert response.status_code == 302
    assert CaseStep.objects.filter(case_id=story.id).count() == number


@pytest.mark.parametrize("step", list(STEPS))
def test_whose_step_it_never_is_gets_a_reason(step: Step, story: Story, browser_as: BrowserAs) -> None:
    """A viewer of the consortium sees the state and takes no step."""
    bring_before(story, step)
    client = browser_as(Role.VIEWER)
    for response in (
        client.get(f"{URL}{BY_STEP[step].slug}/"),
        client.post(f"{URL}{BY_STEP[step].slug}/", sent(step)),
    ):
        assert response.status_code == 403
        assert "Alleen" in response.content.decode()


@pytest.mark.parametrize("step", list(STEPS))
def test_strangers_find_no_step(
    step: Step, story: Story, region: Region, browser_of: Callable[..., Client]
) -> None:
    """The colleague in the same role at another school: they take the same step, but not here."""
    bring_before(story, step)
    before = story.state
    stranger = browser_of(region.beuk.user(STEPS[step][0]))
    assert stranger.get(f"{URL}{BY_STEP[step].slug}/").status_code == 404
    assert stranger.post(f"{URL}{BY_STEP[step].slug}/", sent(step)).status_code == 404
    assert story.state == before


@pytest.mark.parametrize("step", [Step.GIVE_ADVICE, Step.ADOPT, Step.SUBMIT, Step.RECEIVE])
def test_too_early_the_page_says_why_and_taking_it_is_a_conflict(
    step: Step, story: Story, browser_as: BrowserAs
) -> None:
    client = browser_as(STEPS[step][0])
    url = f"{URL}{BY_STEP[step].slug}/"
    page = client.get(url)
    assert page.status_code == 200
    assert "Nu niet: de school is aan zet (concept)." in page.content.decode()
    response = client.post(url, sent(step))
    assert response.status_code == 409
    assert "Nu niet: de school is aan zet (concept)." in response.content.decode()
    assert story.state == State.DRAFT


def test_words_are_not_lost_when_the_step_can_no_longer_be_taken(story: Story, browser_as: BrowserAs) -> None:
    """The school reopened while the council was writing."""
    story.bring_to(State.AWAITING_ADVICE)
    story.take(Step.REOPEN)
    response = browser_as(Role.COUNCIL_CHAIR).post(
        f"{URL}advies-geven/",
        {"kind": "conditional", "words": "Een avond werk.", "conditions": ["Noem een datum."]},
    )
    assert response.status_code == 409
    text = response.content.decode()
    assert "Een avond werk." in text
    assert "Noem een datum." in text


_WRONG: list[tuple[Step, dict[str, object], str, str]] = [
    (Step.GIVE_ADVICE, {}, "id_kind_0", "Kies een van de drie vormen van advies."),
    (Step.GIVE_ADVICE, {"kind": "negative"}, "id_words", "Schrijf waarom het advies negatief is."),
    (Step.GIVE_ADVICE, {"kind": "conditional"}, "id_conditions", "Schrijf minstens één voorwaarde"),
    (
        Step.GIVE_ADVICE,
        {"kind": "positive", "conditions": ["Noem een datum."]},
        "id_kind_0",
        "Voorwaarden horen bij een positief advies met voorwaarden.",
    ),
    (Step.GIVE_ADVICE, {"kind": "positive", "words": "é" * 20_001}, "id_words", "20001 tekens"),
    (Step.GIVE_ADVICE, {"kind": "not_given"}, "id_kind_0", "Kies een van de mogelijkheden"),
    (Step.REOPEN, {}, "id_reason", "Schrijf een reden."),
    (Step.ADOPT, {}, "id_meeting_date", "Vul de datum van het besluit in"),
    (Step.ADOPT, {"meeting_date": "31-2-2026"}, "id_meeting_date", "Dit is geen datum."),
    (Step.ADOPT, {"meeting_date": "2999-01-01"}, "id_meeting_date", "Deze datum ligt in de toekomst."),
    (Step.SUBMIT, {"function": "directeur"}, "id_declares_advice", "Verklaar dat de medezeggenschapsraad"),
    (
        Step.REGISTER_ADVICE,
        {"kind": "positive", "given_on": "2026-11-22"},
        "id_file",
        "Kies de brief van de raad",
    ),
]


@pytest.mark.parametrize(("step", "wrong", "target", "sentence"), _WRONG)
def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(
    step: Step, wrong: dict[str, object], target: str, sentence: str, story: Story, browser_as: BrowserAs
) -> None:
    bring_before(story, step)
    before = story.state
    response = browser_as(STEPS[step][0]).post(f"{URL}{BY_STEP[step].slug}/", wrong)
    assert response.status_code == 422
    page = response.content.decode()
    assert sentence in page
    assert f'href="#{target}"' in page
    assert f'id="{target}"' in page
    for text in wrong.values():
        if isinstance(text, str) and text not in {"positive", "negative", "conditional", "not_given"}:
            assert text in page
    assert story.state == before


def test_another_condition_asks_for_no_script(story: Story, browser_as: BrowserAs) -> None:
    story.bring_to(State.AWAITING_ADVICE)
    client = browser_as(Role.COUNCIL_CHAIR)
    data = {"kind": "conditional", "words": "Goed.", "conditions": ["Eén.", "Twee."], "more": "1"}
    page = client.post(f"{URL}advies-geven/", data)
    assert page.status_code == 200
    text = page.content.decode()
    assert text.count('name="conditions"') == 3
    assert "Eén." in text
    assert "Goed." in text
    assert story.state == State.AWAITING_ADVICE
    del data["more"]
    client.post(f"{URL}advies-geven/", {**data, "conditions": ["Eén.", "", "Drie."]})
    assert list(AdviceCondition.objects.values_list("number", "text")) == [(1, "Eén."), (2, "Drie.")]
    assert story.reload().state == State.ADVICE_GIVEN


def test_a_declined_condition_asks_for_an_explanation(story: Story, browser_as: BrowserAs) -> None:
    story.bring_to(State.AWAITING_ADVICE)
    story.take(Step.GIVE_ADVICE, kind=AdviceKind.CONDITIONAL, conditions=["Noem een datum."])
    client = browser_as(Role.BOARD_MEMBER)
    response = client.post(f"{URL}voorwaarde/1/", {"reaction": "declined", "explanation": ""})
    assert response.status_code == 422
    assert (
        "Schrijf uw uitleg. Zonder uitleg kunt u niet afwijken van een advies." in response.content.decode()
    )
    client.post(f"{URL}voorwaarde/1/", {"reaction": "declined", "explanation": "Er is geen geld."})
    assert AdviceCondition.objects.get().reaction == Reaction.DECLINED
    page = client.get(f"{URL}vaststellen/").content.decode()
    assert "Waarom volgt het bestuur het advies niet helemaal?" in page
    response = client.post(f"{URL}vaststellen/", {"meeting_date": clock.today().isoformat()})
    assert "Vul in wanneer het bestuur hierover met de raad sprak." in response.content.decode()
    today = clock.today().isoformat()
    client.post(
        f"{URL}vaststellen/", {"meeting_date": today, "explanation": "Er is geen geld.", "talk_on": today}
    )
    assert story.state == State.ADOPTED


def test_a_condition_that_is_not_there_is_not_found(story: Story, browser_as: BrowserAs) -> None:
    story.bring_to(State.ADVICE_GIVEN)
    assert browser_as(Role.BOARD_MEMBER).get(f"{URL}voorwaarde/7/").status_code == 404
    assert browser_as(Role.BOARD_MEMBER).get(f"{URL}voorwaarde/").status_code == 404


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("groot.pdf", b"%PDF-" + b"0" * 30 * 1024 * 1024, "Dit bestand is te groot (30 MB)."),
        ("leeg.pdf", b"", "Dit bestand is leeg."),
        ("brief.docx", b"PK\x03\x04 geen pdf", "Dit is geen PDF, JPEG of PNG."),
    ],
)
def test_a_file_that_cannot_be_kept_changes_nothing(
    name: str, data: bytes, sentence: str, story: Story, browser_as: BrowserAs
) -> None:
    story.bring_to(State.AWAITING_ADVICE)
    fields = {
        "kind": "negative",
        "words": "Dit hebben wij geschreven.",
        "given_on": clock.today().isoformat(),
        "file": SimpleUploadedFile(name, data),
    }
    response = browser_as(Role.DIRECTOR).post(f"{URL}advies-registreren/", fields)
    assert response.status_code == 422
    text = response.content.decode()
    assert sentence in text
    assert "Dit hebben wij geschreven." in text
    assert story.state == State.AWAITING_ADVICE
    assert not PaperRecord.objects.exists()


@pytest.mark.parametrize(
    "words", ["é" * 20_000, "👩🏽‍🏫 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "x" * 200, "een\r\ntwee\x00\u202e", "<script>alert(1)</script>"]
)
def test_any_words_are_kept_and_shown_as_text(words: str, story: Story, browser_as: BrowserAs) -> None:
    story.bring_to(State.AWAITING_ADVICE)
    client = browser_as(Role.COUNCIL_CHAIR)
    client.post(f"{URL}advies-geven/", {"kind": "negative", "words": words, "words_public": "on"})
    advice = Advice.objects.get()
    assert advice.words == clean(words)
    assert advice.words_public
    page = client.get(URL).content.decode()
    assert "<script>alert" not in page
    assert escape(clean(words).split("\n")[0]) in page
