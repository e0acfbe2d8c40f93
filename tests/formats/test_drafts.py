"""A coordinator makes a format, changes it with others, and publishes it."""

import pytest

from levend.accounts.actor import Actor
from levend.accounts.enums import PlaceKind, Role
from levend.audit.models import AuditEvent
from levend.core.errors import Invalid, NotAllowed, NotFound, NotNow
from levend.formats.engine.editing import Place, item_at
from levend.formats.engine.faults import FormatFaults
from levend.formats.engine.yaml_source import read_yaml
from levend.formats.engine.yaml_writing import to_yaml
from levend.formats.models import DraftRevision, Format, FormatVersion
from levend.formats.queries import definition_of, versions_for
from levend.formats.queries.drafts import Draft, draft_for, history_of
from levend.formats.queries.kept import kept_formats, owners_for
from levend.formats.services import (
    add_chapter,
    add_item,
    begin_empty,
    begin_from_file,
    begin_version,
    copy_format,
    discard_draft,
    import_draft,
    import_format,
    install_shipped,
    move_item,
    publish_draft,
    remove_item,
    save_head,
    save_item,
    undo_change,
)
from levend.formats.shipped import shipped_definition, shipped_text
from tests.factories.formats import SMALL, make_version
from tests.factories.region import Region, make_region

pytestmark = pytest.mark.django_db
ELEMENTS = (
    '"element:basic-support", "element:extra-support", "element:ambitions", "element:expertise-present", '
    '"element:expertise-to-develop", "element:training-consequences"'
)
WHOLE = SMALL.replace('tags: ["summary:mission"]', f'tags: ["summary:mission", {ELEMENTS}]')
"""The small format with a question about everything that the law asks."""


@pytest.fixture
def region() -> Region:
    make_version(WHOLE)
    return make_region()


@pytest.fixture
def anna(region: Region) -> Actor:
    return region.linde.actor(Role.COORDINATOR)


def begun(actor: Actor) -> Draft:
    return copy_format(actor=actor, owner=owners_for(actor)[0], source="klein", number=1, title="Ons format")


def published(actor: Actor) -> FormatVersion:
    draft = begun(actor)
    return publish_draft(actor=actor, key=draft.key, base=draft.revision, confirmed=False)


def test_an_own_format_is_a_copy_under_the_code_of_its_consortium(region: Region, anna: Actor) -> None:
    draft = begun(anna)

    assert (draft.key, draft.title, draft.number, draft.revision) == ("po9901-klein", "Ons format", 1, 1)
    assert draft.judged.findings == ()
    assert begun(anna).key == "po9901-klein-2"
    assert [each.key for each in kept_formats(anna) if each.is_kept] == ["po9901-klein", "po9901-klein-2"]
    assert AuditEvent.objects.filter(event="format_draft_begun").count() == 2


def test_nobody_else_sees_or_changes_it(region: Region, anna: Actor) -> None:
    key = begun(anna).key
    stranger, group = region.beuk.actor(Role.COORDINATOR), region.linde.actor(Role.GROUP_COORDINATOR)
    owner = owners_for(anna)[0]

    for other in (stranger, group):
        with pytest.raises(NotFound):
            draft_for(other, key)
        with pytest.raises(NotFound):
            undo_change(actor=other, key=key, base=1)
        with pytest.raises(NotAllowed):
            copy_format(actor=other, owner=owner, source="klein", number=1, title="Gekaapt")
        assert [each.key for each in kept_formats(other)] == ["klein"]
    with pytest.raises(NotFound):
        kept_formats(region.linde.actor(Role.DIRECTOR))


def test_a_format_of_a_group_serves_its_consortia_and_is_kept_by_the_group(region: Region) -> None:
    group = region.linde.actor(Role.GROUP_COORDINATOR)
    owner = owners_for(group)[0]
    assert owner.kind is PlaceKind.GROUP
    draft = copy_format(actor=group, owner=owner, source="klein", number=1, title="Samen")
    publish_draft(actor=group, key=draft.key, base=1, confirmed=False)

    of_consortium = {each.key: each.is_kept for each in kept_formats(region.beuk.actor(Role.COORDINATOR))}

    assert of_consortium == {"klein": False, "samen-klein": False}
    with pytest.raises(NotFound):
        begin_version(actor=region.beuk.actor(Role.COORDINATOR), key="samen-klein")


def test_a_question_is_added_changed_moved_and_removed_and_undone(region: Region, anna: Actor) -> None:
    key = begun(anna).key
    question = {"type": "text", "label": "Wat is uw leus?\u202e "}

    add_item(actor=anna, key=key, base=1, place=Place(0, 2), item=dict(question))
    again = add_item(actor=anna, key=key, base=1, place=Place(0, 2), item=dict(question))
    assert again.revision == 2
    assert item_at(again.data, Place(0, 2)) == {"type": "text", "label": "Wat is uw leus?", "key": "leus"}
    save_item(
        actor=anna, key=key, base=2, place=Place(0, 2), item={**question, "key": "leus", "help": "Kort."}
    )
    move_item(actor=anna, key=key, base=3, place=Place(0, 2), step=1)
    gone = remove_item(actor=anna, key=key, base=4, place=Place(0, 3))

    assert gone.data == begun(anna).data | {"key": key}
    undone = gone
    for _ in range(4):
        undone = undo_change(actor=anna, key=key, base=undone.revision)
    assert undone.revision == 9
    assert undone.shows == 1
    with pytest.raises(NotNow):
        undo_change(actor=anna, key=key, base=9)
    assert [line.change.value for line in history_of(undone)][:5] == [*["undone"] * 4, "item_removed"]
    assert history_of(undone)[4].about == "Wat is uw leus?"
    assert DraftRevision.objects.filter(draft_id=undone.id).count() == 9


def test_two_coordinators_meet_only_where_they_change_the_same_thing(region: Region, anna: Actor) -> None:
    key = begun(anna).key
    motto = item_at(begun(anna).data, Place(0, 2))
    add_item(actor=anna, key=key, base=1, place=Place(0, 0), item={"type": "heading", "text": "Begin"})

    saved = save_item(actor=anna, key=key, base=1, place=Place(0, 2), item={**motto, "label": "Uw motto"})
    assert item_at(saved.data, Place(0, 3))["label"] == "Uw motto"
    for late in (save_item, remove_item):
        with pytest.raises(NotNow, match="Iemand anders"):
            late(
                actor=anna,
                key=key,
                base=2,
                place=Place(0, 3),
                **({"item": {**motto, "label": "Anders"}} if late is save_item else {}),
            )
    assert draft_for(anna, key).revision == 3


def test_a_part_without_the_shape_of_a_part_is_refused_at_its_field(region: Region, anna: Actor) -> None:
    key = begun(anna).key
    for item, field in (
        ({"type": "text", "label": " "}, "label"),
        ({"type": "text", "label": "x", "key": "Fout!"}, "key"),
        ({"type": "text", "label": "x", "key": "motto"}, "key"),
        ({"type": "text", "label": "x", "tags": ["onzin"]}, "tags"),
        ({"type": "text", "label": "x" * 501}, "label"),
    ):
        with pytest.raises(Invalid) as refused:
            add_item(actor=anna, key=key, base=1, place=Place(0, 0), item=item)
        assert field in refused.value.fields
    with pytest.raises(Invalid):
        save_head(actor=anna, key=key, base=1, title=" ", description="", school_types=[])
    assert draft_for(anna, key).revision == 1


def test_publishing_makes_a_version_that_is_exactly_the_draft(region: Region, anna: Actor) -> None:
    version = published(anna)
    again = publish_draft(actor=anna, key="po9901-klein", base=1, confirmed=False)

    assert again == version
    assert version.body == to_yaml(read_yaml(version.body, "x").data)  # type: ignore[arg-type]  # a mapping
    assert definition_of(version.pk).title == "Ons format"
    with pytest.raises(NotFound):
        draft_for(anna, "po9901-klein")
    linde, beuk = region.linde, region.beuk
    for place, keys in ((linde, ["klein", "po9901-klein"]), (beuk, ["klein"])):
        offered = versions_for(
            consortium_ids=frozenset({place.consortium.pk}), group_ids=frozenset(), school_type="bao"
        )
        assert [each.key for each in offered] == keys
    event = AuditEvent.objects.get(event="format_version_published")
    assert event.data["sha256"] == version.sha256


def test_the_next_version_waits_for_faults_and_for_a_yes_to_what_schools_lose(
    region: Region, anna: Actor
) -> None:
    published(anna)
    draft = begin_version(actor=anna, key="po9901-klein")
    assert begin_version(actor=anna, key="po9901-klein") == draft
    with pytest.raises(NotNow, match="hetzelfde"):
        publish_draft(actor=anna, key=draft.key, base=1, confirmed=True)
    oordeel = item_at(draft.data, Place(1, 6))
    with pytest.raises(Invalid):
        save_item(actor=anna, key=draft.key, base=1, place=Place(1, 6), item={**oordeel, "key": "nieuw"})

    faulty = remove_item(actor=anna, key=draft.key, base=1, place=Place(1, 6))
    with pytest.raises(NotNow, match="fouten"):
        publish_draft(actor=anna, key=draft.key, base=faulty.revision, confirmed=True)
    better = remove_item(actor=anna, key=draft.key, base=2, place=Place(1, 6))
    assert [len(better.judged.errors), len(better.judged.warnings)] == [0, 2]
    with pytest.raises(Invalid):
        publish_draft(actor=anna, key=draft.key, base=3, confirmed=False)
    with pytest.raises(NotNow):
        publish_draft(actor=anna, key=draft.key, base=2, confirmed=True)

    version = publish_draft(actor=anna, key=draft.key, base=3, confirmed=True)

    assert (version.number, definition_of(version.pk).has("oordeel")) == (2, False)


def test_a_format_for_some_schools_is_offered_to_those_only(region: Region, anna: Actor) -> None:
    draft = begun(anna)
    save_head(actor=anna, key=draft.key, base=1, title="Voor SBO", description="", school_types=["sbo", "so"])
    publish_draft(actor=anna, key=draft.key, base=2, confirmed=False)

    own = {"consortium_ids": frozenset({region.linde.consortium.pk}), "group_ids": frozenset[int]()}

    assert [each.title for each in versions_for(**own, school_type="bao")] == ["Klein format"]
    assert [each.title for each in versions_for(**own, school_type="so")] == ["Klein format", "Voor SBO"]
    with pytest.raises(Invalid):
        save_head(actor=anna, key=begun(anna).key, base=1, title="X", description="", school_types=["hbo"])


def test_a_file_is_read_into_a_draft_and_comes_back_the_same(region: Region, anna: Actor) -> None:
    draft = begun(anna)
    file = to_yaml(draft.data)

    same = import_draft(actor=anna, key=draft.key, base=1, text=file.encode(), name="ons.yaml")
    assert (same.revision, to_yaml(same.data)) == (1, file)
    with pytest.raises(FormatFaults) as faults:
        import_draft(actor=anna, key=draft.key, base=1, text=b"key: x\ntitle: &a y\n", name="fout.yaml")
    assert str(faults.value).startswith("fout.yaml:2:8: ankers")
    other = import_draft(
        actor=anna, key=draft.key, base=1, text=shipped_text("bao").encode(), name="bao.yaml"
    )
    assert (other.key, other.number, other.revision) == (draft.key, 1, 2)
    shipped = read_yaml(shipped_text("bao"), "bao").data
    assert to_yaml({**other.data, "key": "bao", "version": 2}) == to_yaml(shipped)  # type: ignore[arg-type]  # a mapping
    assert undo_change(actor=anna, key=draft.key, base=2).data == draft.data


def test_a_format_is_begun_empty_or_from_a_file_or_put_away(region: Region, anna: Actor) -> None:
    owner = owners_for(anna)[0]
    empty = begin_empty(actor=anna, owner=owner, title="Heel kort")
    filled = begin_from_file(actor=anna, owner=owner, text=WHOLE.encode(), name="klein.yaml")

    assert (empty.key, filled.key) == ("po9901-heel-kort", "po9901-klein")
    assert empty.judged.errors
    more = add_chapter(actor=anna, key=empty.key, base=1, number="2", title="Meer", intro="")
    with pytest.raises(NotNow):
        discard_draft(actor=anna, key=empty.key, base=1)
    discard_draft(actor=anna, key=empty.key, base=more.revision)
    discard_draft(actor=anna, key=empty.key, base=more.revision)
    assert [each.key for each in kept_formats(anna) if each.is_kept] == ["po9901-klein"]
    with pytest.raises(Invalid):
        begin_empty(actor=anna, owner=owner, title=" ")


def test_the_operator_does_not_publish_over_an_own_format(region: Region, anna: Actor) -> None:
    version = published(anna)

    with pytest.raises(Invalid, match="eigen format"):
        import_format(actor=Actor.system(), text=version.body.replace("version: 1", "version: 2"))
    assert Format.objects.get(key="po9901-klein").versions.count() == 1


@pytest.mark.sqlite
def test_every_shipped_format_can_be_copied_and_published_as_it_is(region: Region, anna: Actor) -> None:
    install_shipped()
    for key in ("bao", "schoolgids"):
        draft = copy_format(
            actor=anna,
            owner=owners_for(anna)[0],
            source=key,
            number=shipped_definition(key).version,
            title="Van ons",
        )
        assert draft.judged.findings == ()
        version = publish_draft(actor=anna, key=draft.key, base=1, confirmed=False)
        assert definition_of(version.pk).questions == draft.judged.definition.questions  # type: ignore[union-attr]  # it has no faults
