"""How the addresses of formats are asked."""

from collections.abc import Callable, Mapping

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.formats.test_drafts import WHOLE
from tests.security.scenes import Scene
from tests.security.scenes_formats import FORMAT


def _of_format(*more: object) -> Callable[[Scene, str], list[object]]:
    return lambda scene, word: [FORMAT, *more]


FORMAT_ARGUMENTS: dict[str, Callable[[Scene, str], list[object]]] = {
    **dict.fromkeys(
        (
            "one_format",
            "new_format_version",
            "format_draft",
            "draft_head",
            "draft_change",
            "draft_history",
            "draft_file",
            "draft_import",
            "draft_publish",
            "draft_as_reader",
            "draft_as_pdf",
            "draft_new_chapter",
        ),
        _of_format(),
    ),
    **dict.fromkeys(
        ("format_file", "draft_as_writer", "draft_chapter", "draft_chapter_head"),
        _of_format(1),
    ),
    "draft_new_item": _of_format(1, "text"),
    "draft_item": _of_format(1, 3),
    "draft_condition": _of_format(1, 3),
}
_REVISION = {"revisie": "1"}
_FILE = WHOLE.replace("Klein format", "Uit een bestand").encode()
FORMAT_PAYLOADS: dict[str, Callable[[Scene], Mapping[str, object]]] = {
    "new_format": lambda scene: {"source": "klein 1", "title": "Nieuw"},
    "new_format_file": lambda scene: {"file": SimpleUploadedFile("klein.yaml", _FILE)},
    "draft_head": lambda scene: {**_REVISION, "title": "Anders"},
    "draft_change": lambda scene: {**_REVISION, "doe": "weg 1 3"},
    "draft_import": lambda scene: {**_REVISION, "file": SimpleUploadedFile("klein.yaml", _FILE)},
    "draft_publish": lambda scene: {**_REVISION, "confirmed": "on"},
    "draft_as_writer": lambda scene: {"motto": "Iets anders"},
    "draft_new_chapter": lambda scene: {**_REVISION, "title": "Nieuw"},
    "draft_chapter_head": lambda scene: {**_REVISION, "title": "Anders"},
    "draft_new_item": lambda scene: {
        **_REVISION,
        "label": "Nieuwe vraag?",
        "type": "text",
        "audience": "public",
    },
    "draft_item": lambda scene: {**_REVISION, "label": "Andere vraag?", "type": "text", "audience": "public"},
    "draft_condition": lambda scene: {
        **_REVISION,
        "regel-0-vraag": "missie",
        "regel-0-hoe": "filled",
        "regel-0-wat": "",
    },
}
"""What a coordinator sends; refused it must change nothing."""
