"""Changes of formats."""

from levend.formats.services.begin_draft import begin_empty, begin_from_file, begin_version, copy_format
from levend.formats.services.close_draft import discard_draft, publish_draft, undo_change
from levend.formats.services.edit_chapters import (
    add_chapter,
    move_chapter,
    remove_chapter,
    save_chapter_head,
    save_head,
)
from levend.formats.services.edit_items import add_item, move_item, move_to_chapter, remove_item, save_item
from levend.formats.services.import_draft import import_draft
from levend.formats.services.import_format import import_format
from levend.formats.services.install_shipped import install_shipped
from levend.formats.services.try_change import try_chapter, try_head, try_item

__all__ = [
    "add_chapter",
    "add_item",
    "begin_empty",
    "begin_from_file",
    "begin_version",
    "copy_format",
    "discard_draft",
    "import_draft",
    "import_format",
    "install_shipped",
    "move_chapter",
    "move_item",
    "move_to_chapter",
    "publish_draft",
    "remove_chapter",
    "remove_item",
    "save_chapter_head",
    "save_head",
    "save_item",
    "try_chapter",
    "try_head",
    "try_item",
    "undo_change",
]
