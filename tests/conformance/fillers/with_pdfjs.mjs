// Fill a form in with pdf.js (Firefox), as its viewer keeps what is typed and saves it.
// node with_pdfjs.mjs PACKAGE IN OUT VALUES.json
import fs from "node:fs";
import { pathToFileURL } from "node:url";

const [, , folder, source, out, values] = process.argv;
for (const drawing of ["DOMMatrix", "Path2D", "ImageData"]) globalThis[drawing] ??= class {}; // nothing is drawn
const pdfjs = await import(pathToFileURL(`${folder}/legacy/build/pdf.mjs`));
const wanted = JSON.parse(fs.readFileSync(values, "utf8"));
delete wanted["@"];
const data = new Uint8Array(fs.readFileSync(source));
const form = await pdfjs.getDocument({ data, verbosity: 0, standardFontDataUrl: `${folder}/standard_fonts/` }).promise;
const seen = new Set();
for (let number = 1; number <= form.numPages; number++) {
  const page = await form.getPage(number);
  for (const widget of await page.getAnnotations()) {
    if (widget.subtype !== "Widget" || !(widget.fieldName in wanted)) continue;
    const value = wanted[widget.fieldName];
    seen.add(widget.fieldName);
    const kept = widget.radioButton ? widget.buttonValue === value : widget.checkBox ? widget.exportValue === value : value;
    form.annotationStorage.setValue(widget.id, { value: kept });
  }
}
const missing = Object.keys(wanted).filter((name) => !seen.has(name));
if (missing.length) throw new Error(`no such fields: ${missing}`);
fs.writeFileSync(out, await form.saveDocument());
process.exit(0);
