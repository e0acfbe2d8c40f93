"""A region decides about the catalogue, adds to it, and never takes a code back."""

import pytest
from django.db import IntegrityError, transaction

from levend.accounts.actor import Actor
from levend.accounts.enums import Role
from levend.audit.queries import events_of
from levend.catalogue.checks import settings_are_about_known_codes
from levend.catalogue.enums import Kind
from levend.catalogue.models import OwnEntry, RegionalSetting
from levend.catalogue.queries import RegionEntry, own_codes, own_support_types, region_entries, settings_of
from levend.catalogue.services import add_own_entry, close_own_entry, save_settings
from levend.catalogue.values import Setting
from levend.core import clock
from levend.core.errors import Invalid, NotAllowed, NotFound
from levend.formats.engine.faults import FormatFaults
from levend.formats.services import import_format
from levend.organisations.models import Consortium
from tests.factories.accounts import make_actor
from tests.factories.organisations import make_board, make_consortium

pytestmark = pytest.mark.django_db


@pytest.fixture
def consortium() -> Consortium:
    return make_consortium()


@pytest.fixture
def coordinator(consortium: Consortium) -> Actor:
    return make_actor(Role.COORDINATOR, consortium)


def entry_of(consortium: Consortium, code: str) -> RegionEntry:
    return next(entry for entry in region_entries(consortium.pk) if entry.code == code)


def add(actor: Actor, consortium: Consortium, **changes: str) -> OwnEntry:
    texts = {
        "suffix": "rust",
        "domain": "WERK",
        "nl": "Rustklas",
        "plain": "Klas met rust",
        "en": "Calm class",
    }
    return add_own_entry(actor=actor, consortium_id=consortium.pk, **{**texts, **changes})


def test_what_regions_added_is_told_in_the_words_of_its_kind_also_once_it_is_closed(
    consortium: Consortium, coordinator: Actor
) -> None:
    code = add(coordinator, consortium).code
    close_own_entry(actor=coordinator, consortium_id=consortium.pk, code=code)

    (entry,) = own_support_types()

    assert (entry.code, entry.domain) == (code, "WERK")
    assert [entry.label(plain=True), entry.label("en")] == ["Klas met rust", "Calm class"]


def test_without_a_decision_everything_is_offered_and_nothing_agreed(consortium: Consortium) -> None:
    found = region_entries(consortium.pk)

    assert len(found) == 39 + 17 + 10 + 32 + 16 + 17
    assert all(entry.is_offered and entry.setting == Setting() for entry in found)


def test_a_region_says_what_is_basic_support_in_a_norm_or_not_used(
    consortium: Consortium, coordinator: Actor
) -> None:
    changed = save_settings(
        actor=coordinator,
        consortium_id=consortium.pk,
        settings={
            "TAAL-DYS": Setting(in_basic_support=True, in_national_norm=True),
            "G-KOPK": Setting(switched_off=True),
            "REKEN-DYSC": Setting(),
        },
    )

    assert changed == ("TAAL-DYS", "G-KOPK")
    assert entry_of(consortium, "TAAL-DYS").setting == Setting(True, True, False)
    assert not entry_of(consortium, "G-KOPK").is_offered
    assert settings_of(make_consortium().pk) == {}
    event = events_of(f"consortium:{consortium.pk}")[-1]
    assert (event.event, event.data["TAAL-DYS"]) == ("catalogue_settings_changed", [True, True, False])


def test_deciding_the_same_again_changes_nothing(consortium: Consortium, coordinator: Actor) -> None:
    settings = {"TAAL-DYS": Setting(in_basic_support=True)}
    save_settings(actor=coordinator, consortium_id=consortium.pk, settings=settings)
    before = len(events_of(f"consortium:{consortium.pk}"))

    assert save_settings(actor=coordinator, consortium_id=consortium.pk, settings=settings) == ()
    assert len(events_of(f"consortium:{consortium.pk}")) == before


def test_what_is_agreed_cannot_be_switched_off_at_once(consortium: Consortium, coordinator: Actor) -> None:
    both = Setting(in_basic_support=True, switched_off=True)

    with pytest.raises(Invalid, match="Dyslexie"):
        save_settings(actor=coordinator, consortium_id=consortium.pk, settings={"TAAL-DYS": both})
    with pytest.raises(IntegrityError), transaction.atomic():
        RegionalSetting.objects.create(
            consortium=consortium,
            code="TAAL-DYS",
            in_basic_support=True,
            switched_off=True,
            changed_by="system",
            changed_at=clock.now(),
        )
    assert settings_of(consortium.pk) == {}


def test_an_unknown_code_is_refused_by_name(consortium: Consortium, coordinator: Actor) -> None:
    with pytest.raises(Invalid, match="ONZIN"):
        save_settings(
            actor=coordinator, consortium_id=consortium.pk, settings={"ONZIN": Setting(switched_off=True)}
        )


def test_only_its_own_coordinator_decides(consortium: Consortium) -> None:
    others = [
        make_actor(Role.COORDINATOR, make_consortium()),
        make_actor(Role.BOARD_MEMBER, make_board()),
        make_actor(Role.OPERATOR, None),
    ]

    for actor in others:
        with pytest.raises(NotAllowed):
            save_settings(actor=actor, consortium_id=consortium.pk, settings={})
        with pytest.raises(NotAllowed):
            add(actor, consortium)
        with pytest.raises(NotAllowed):
            close_own_entry(actor=actor, consortium_id=consortium.pk, code="X")
    with pytest.raises(NotFound):
        save_settings(actor=others[0], consortium_id=0, settings={})


def test_an_own_kind_of_support_stands_in_its_domain_under_the_code_of_the_region(
    consortium: Consortium, coordinator: Actor
) -> None:
    code = add(coordinator, consortium).code

    entry = entry_of(consortium, code)
    assert code == f"{consortium.code}-RUST"
    assert (entry.name, entry.group, entry.is_own, entry.is_offered) == ("Rustklas", "WERK", True, True)
    codes = [each.code for each in region_entries(consortium.pk)]
    assert codes[codes.index("WERK-MOTI") + 1] == code
    assert code not in {each.code for each in region_entries(make_consortium().pk)}
    assert add(coordinator, consortium).code == code
    assert OwnEntry.objects.count() == 1


def test_every_list_takes_what_is_a_regions_own_and_only_support_can_be_agreed(
    consortium: Consortium, coordinator: Actor
) -> None:
    lists = ("groups", "protocols", "expertise", "facilities", "partners")
    codes = {
        kind: add(coordinator, consortium, domain=kind, suffix=kind[:5], nl=f"Eigen {kind}").code
        for kind in lists
    }
    found = region_entries(consortium.pk)
    for kind, code in codes.items():
        of_list = [each.code for each in found if each.group == kind]
        assert of_list[-1] == code
        save_settings(
            actor=coordinator, consortium_id=consortium.pk, settings={code: Setting(switched_off=True)}
        )
    assert own_codes() == {code: Kind(kind) for kind, code in codes.items()}
    assert [entry.kind for entry in own_support_types()] == [Kind.GROUP, Kind.PROTOCOL]
    for code in (codes["partners"], "R-DYS"):
        with pytest.raises(Invalid, match="alleen uitzetten"):
            save_settings(
                actor=coordinator,
                consortium_id=consortium.pk,
                settings={code: Setting(in_national_norm=True)},
            )
    # What takes the place of somebody is somebody.
    with pytest.raises(Invalid):
        close_own_entry(
            actor=coordinator, consortium_id=consortium.pk, code=codes["expertise"], successor="TAAL-DYS"
        )
    close_own_entry(
        actor=coordinator, consortium_id=consortium.pk, code=codes["expertise"], successor="R-DYS"
    )
    assert not list(settings_are_about_known_codes())
    RegionalSetting.objects.update(switched_off=False, in_basic_support=True)
    assert len(list(settings_are_about_known_codes())) == 3
    # A tag names a code of the list that it is about.
    text = "key: eigen\nversion: {}\ntitle: Eigen\nchapters:\n  - key: een\n    title: Een\n    items:\n"
    item = '      - {{type: boolean, key: kok, label: Kok?, tags: ["{}:{}"]}}\n'
    right = text.format(1) + item.format("expertise", codes["partners"])
    assert import_format(actor=Actor.system(), text=right).number == 1
    with pytest.raises(FormatFaults, match=codes["partners"]):
        import_format(actor=Actor.system(), text=text.format(2) + item.format("facility", codes["partners"]))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"nl": "Iets anders"}, "suffix"),
        ({"suffix": "2rust", "nl": "Ander"}, "suffix"),
        ({"suffix": "é", "nl": "Ander"}, "suffix"),
        ({"suffix": "A" * 13, "nl": "Ander"}, "suffix"),
        ({"suffix": "nieuw", "nl": "rustklas"}, "nl"),
        ({"suffix": "nieuw", "nl": "Dyslexie"}, "nl"),
        ({"suffix": "nieuw", "nl": " \u200b "}, "nl"),
        ({"suffix": "nieuw", "nl": "Ander", "plain": "x" * 91}, "plain"),
        ({"suffix": "nieuw", "nl": "Ander", "en": ""}, "en"),
        ({"suffix": "nieuw", "nl": "Ander", "domain": "ONZIN"}, "domain"),
    ],
)
def test_what_cannot_be_added_is_refused_at_its_field(
    consortium: Consortium, coordinator: Actor, changes: dict[str, str], field: str
) -> None:
    add(coordinator, consortium)

    with pytest.raises(Invalid) as refused:
        add(coordinator, consortium, **changes)

    assert list(refused.value.fields) == [field]
    assert OwnEntry.objects.count() == 1


def test_a_closed_code_stays_readable_has_a_successor_and_is_never_given_out_again(
    consortium: Consortium, coordinator: Actor
) -> None:
    code = add(coordinator, consortium).code

    closed = close_own_entry(actor=coordinator, consortium_id=consortium.pk, code=code, successor="WERK-CONC")
    again = close_own_entry(actor=coordinator, consortium_id=consortium.pk, code=code, successor="")

    assert again.closed_at == closed.closed_at
    entry = entry_of(consortium, code)
    assert (entry.retired, entry.successor, entry.is_offered) == (True, "WERK-CONC", False)
    assert code in own_codes()
    with pytest.raises(Invalid):
        add(coordinator, consortium, nl="Nieuwe rustklas")


def test_a_successor_is_in_use_in_the_region(consortium: Consortium, coordinator: Actor) -> None:
    code = add(coordinator, consortium).code

    for successor in ("ONZIN", code):
        with pytest.raises(Invalid):
            close_own_entry(actor=coordinator, consortium_id=consortium.pk, code=code, successor=successor)
    with pytest.raises(NotFound):
        close_own_entry(actor=coordinator, consortium_id=consortium.pk, code="WERK-CONC")


def test_a_format_may_name_a_code_of_a_region_once_it_is_added(
    consortium: Consortium, coordinator: Actor
) -> None:
    text = (
        "key: eigen\nversion: 1\ntitle: Eigen\nchapters:\n  - key: een\n    title: Een\n    items:\n"
        f"      - {{type: support, key: hulp, entries: [{{code: {consortium.code}-RUST, label: Rustklas}}]}}\n"
    )

    with pytest.raises(FormatFaults, match=f"{consortium.code}-RUST"):
        import_format(actor=Actor.system(), text=text)
    add(coordinator, consortium)
    assert import_format(actor=Actor.system(), text=text).number == 1


def test_the_checks_find_nothing_and_then_what_was_tampered_with(
    consortium: Consortium, coordinator: Actor
) -> None:
    entry = add(coordinator, consortium)
    save_settings(
        actor=coordinator, consortium_id=consortium.pk, settings={entry.code: Setting(in_basic_support=True)}
    )
    assert list(settings_are_about_known_codes()) == []

    OwnEntry.objects.filter(pk=entry.pk).update(code="VREEMD")

    assert len(list(settings_are_about_known_codes())) == 2
