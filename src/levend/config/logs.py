"""What stands in a log: never the key that is part of an address."""

import logging
import re

_KEY = re.compile(r"(/meelezen/|/inloggen/uitnodiging/|/post/afmelden/|/agenda/)[^/\s\"']+")


class WithoutKeys(logging.Filter):
    """Puts an ellipsis in place of the secret part of addresses that open something."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        masked = _KEY.sub(r"\1…", text)
        if masked != text:
            record.msg, record.args = masked, None
        return True
