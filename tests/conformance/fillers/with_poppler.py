"""Fill a form in with poppler (Evince, Okular): `with_poppler.py IN OUT VALUES.json`, run by Debian's own Python.

The values go by the name of the field; a button or a list is set by the words that stand beside it, under `@`.
"""

import json
import sys
from pathlib import Path

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # noqa: E402

source, out, values = map(Path, sys.argv[1:])
wanted = json.loads(values.read_text())
states = wanted.pop("@")
seen = set()
document = Poppler.Document.new_from_file(source.as_uri(), None)
for number in range(document.get_n_pages()):
    page = document.get_page(number)
    for mapping in page.get_form_field_mapping():
        field = mapping.field
        name, kind = field.get_name(), field.get_field_type()
        if name not in wanted:
            continue
        seen.add(name)
        if kind == Poppler.FormFieldType.TEXT:
            field.text_set_text(wanted[name])
        elif kind == Poppler.FormFieldType.CHOICE:
            for item in range(field.choice_get_n_items()):
                if states.get(f"{name}: {field.choice_get_item(item)}") == wanted[name]:
                    field.choice_select_item(item)
        else:
            is_radio = field.button_get_button_type() == Poppler.FormButtonType.RADIO
            words = field.get_alternate_ui_name().rpartition(": ")[2]
            if not is_radio or states.get(f"{name}: {words}") == wanted[name]:
                field.button_set_state(True)
if set(wanted) - seen:
    sys.exit(f"no such fields: {sorted(set(wanted) - seen)}")
document.save(out.as_uri())
