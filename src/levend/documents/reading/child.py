"""The reading process: a PDF comes in, lines of JSON go out, each a part of `PdfFacts`.

    python -m levend.documents.reading.child sop.json < FILE.pdf

`--words` asks for the words of the first page too, of a file without fields.
Parts are printed as they are found, the safest first, so that a file that ends this process still has shown something.
"""

import json
import logging
import sys

from levend.documents.reading.facts import Trouble
from levend.documents.reading.limits import limit

MAY_BE_SIGNED = (b"/ByteRange", b"/ObjStm")
"""A signature stands in the open, unless a program has packed it with other objects. Other files need half the libraries."""
WORDS = "--words"


def main(wanted: list[str]) -> None:
    """Read standard input; `wanted` are names of attachments."""
    logging.disable()
    limit()
    pdf = sys.stdin.buffer.read()
    from levend.documents.reading.contents import Encrypted, attached_texts, first_words, form_fields, opened

    try:
        if any(mark in pdf for mark in MAY_BE_SIGNED):
            _say_seal(pdf)
        reader = opened(pdf)
        _say(attachments=attached_texts(reader, wanted))
        form = form_fields(reader)
        _say(fields=form.values, defaults=form.defaults, field_count=form.count)
        if WORDS in wanted and not form.count:
            _say(words=first_words(reader))
    except Encrypted:
        _say(trouble=Trouble.ENCRYPTED)
    except MemoryError:
        _say(trouble=Trouble.TOO_MUCH_WORK)
    except Exception:  # no list of what a broken file does to a reader is complete
        _say(trouble=Trouble.DAMAGED)


def _say_seal(pdf: bytes) -> None:
    from levend.documents.reading.seals import certificates_in, judge_seal

    _say(certificates=sorted(certificates_in(pdf)))
    _say(**judge_seal(pdf))


def _say(**part: object) -> None:
    print(json.dumps(part), flush=True)  # noqa: T201  (its only way to speak)


if __name__ == "__main__":
    main(sys.argv[1:])
