"""The reading process: a PDF comes in, lines of JSON go out, each a part of `PdfFacts`.

    python -m levend.documents.reading.child sop.json < FILE.pdf

Parts are printed as they are found, the safest first, so that a file that ends this process still has shown something.
"""

import json
import logging
import sys

from levend.documents.reading.facts import Trouble
from levend.documents.reading.limits import limit


def main(wanted: list[str]) -> None:
    """Read standard input; `wanted` are names of attachments."""
    from levend.documents.reading.contents import Encrypted, attached_texts, field_values, opened
    from levend.documents.reading.seals import certificates_in, judge_seal

    logging.disable()
    limit()
    pdf = sys.stdin.buffer.read()
    _say(certificates=sorted(certificates_in(pdf)))
    try:
        reader = opened(pdf)
        _say(**judge_seal(pdf))
        _say(attachments=attached_texts(reader, wanted))
        _say(fields=field_values(reader))
    except Encrypted:
        _say(trouble=Trouble.ENCRYPTED)
    except MemoryError:
        _say(trouble=Trouble.TOO_MUCH_WORK)
    except Exception:  # no list of what a broken file does to a reader is complete
        _say(trouble=Trouble.DAMAGED)


def _say(**part: object) -> None:
    print(json.dumps(part), flush=True)  # noqa: T201  (its only way to speak)


if __name__ == "__main__":
    main(sys.argv[1:])
