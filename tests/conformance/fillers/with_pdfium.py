"""Fill a form in with PDFium (Chrome, Edge) as its viewer does, by typing and clicking.

`with_pdfium.py WHEEL IN OUT VALUES.json`; values and `@` as for poppler.
"""

import ctypes
import json
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
import pypdfium2.raw as pdfium

source, out, values = map(Path, sys.argv[2:])
wanted = json.loads(values.read_text())
states = wanted.pop("@")
seen = set()
data = source.read_bytes()
pdfium.FPDF_InitLibrary()
document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
settings = pdfium.FPDF_FORMFILLINFO()
settings.version = 2
form = pdfium.FPDFDOC_InitFormFillEnvironment(document, settings)


def text_of(ask, *about):
    size = ask(*about, None, 0)
    buffer = ctypes.create_string_buffer(size)
    ask(*about, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le")


def type_into(page, widget, value):
    pdfium.FORM_SetFocusedAnnot(form, widget)
    pdfium.FORM_SelectAllText(form, page)
    encoded = f"{value}\0".encode("utf-16-le")
    pdfium.FORM_ReplaceSelection(
        form, page, (ctypes.c_ushort * (len(encoded) // 2)).from_buffer_copy(encoded)
    )
    pdfium.FORM_ForceToKillFocus(form)


def choose(page, widget, name, value):
    pdfium.FORM_SetFocusedAnnot(form, widget)
    for item in range(pdfium.FPDFAnnot_GetOptionCount(form, widget)):
        label = text_of(pdfium.FPDFAnnot_GetOptionLabel, form, widget, item)
        if states.get(f"{name}: {label}") == value:
            pdfium.FORM_SetIndexSelected(form, page, item, True)
    pdfium.FORM_ForceToKillFocus(form)


def click(page, widget, value):
    state = text_of(pdfium.FPDFAnnot_GetFormFieldExportValue, form, widget)
    if state != value or pdfium.FPDFAnnot_IsChecked(form, widget):
        return
    box = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(widget, box)
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    pdfium.FORM_OnMouseMove(form, page, 0, x, y)
    pdfium.FORM_OnLButtonDown(form, page, 0, x, y)
    pdfium.FORM_OnLButtonUp(form, page, 0, x, y)


for number in range(pdfium.FPDF_GetPageCount(document)):
    page = pdfium.FPDF_LoadPage(document, number)
    pdfium.FORM_OnAfterLoadPage(page, form)
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        widget = pdfium.FPDFPage_GetAnnot(page, index)
        if pdfium.FPDFAnnot_GetSubtype(widget) == pdfium.FPDF_ANNOT_WIDGET:
            name = text_of(pdfium.FPDFAnnot_GetFormFieldName, form, widget)
            kind = pdfium.FPDFAnnot_GetFormFieldType(form, widget)
            if name in wanted:
                seen.add(name)
                if kind == pdfium.FPDF_FORMFIELD_TEXTFIELD:
                    type_into(page, widget, wanted[name])
                elif kind == pdfium.FPDF_FORMFIELD_COMBOBOX:
                    choose(page, widget, name, wanted[name])
                else:
                    click(page, widget, wanted[name])
        pdfium.FPDFPage_CloseAnnot(widget)
    pdfium.FORM_OnBeforeClosePage(page, form)
    pdfium.FPDF_ClosePage(page)
if set(wanted) - seen:
    sys.exit(f"no such fields: {sorted(set(wanted) - seen)}")
with out.open("wb") as file:
    writer = pdfium.FPDF_FILEWRITE()
    writer.version = 1
    writer.WriteBlock = type(writer.WriteBlock)(
        lambda _self, block, size: file.write(ctypes.string_at(block, size)) == size
    )
    pdfium.FPDF_SaveAsCopy(document, writer, 0)
