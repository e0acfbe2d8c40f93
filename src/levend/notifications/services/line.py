"""The line to the mail server, kept open between letters: thousands go out faster over one than over as many.

Each thread of each worker has its own. A line that was idle, or carried its share, is renewed, since servers close them.
While the server cannot be reached nobody waits for it: `away_until` says when it is worth another try.
"""

import smtplib
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.mail import EmailMessage, get_connection

from levend.core import clock
from levend.notifications.services.smtp import AnsweringBackend

MOST_LETTERS = 100
MOST_IDLE = timedelta(seconds=15)
SHORTEST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(minutes=15)
CLOSING = 421
"""The server is about to close the line (RFC 5321, 3.8)."""


@dataclass(frozen=True)
class Answer:
    """What the server said; no code where there is no server, as in a demo."""

    code: int | None = None
    text: str = ""


class ServerAway(Exception):
    """There is no line to the mail server, so no letter was begun."""


class NoAnswer(Exception):
    """The line broke after the text went out: the server may have taken the letter."""


class _Line(threading.local):
    backend: AnsweringBackend | None = None
    letters = 0
    used_at: datetime | None = None
    away_until: datetime | None = None
    pause = timedelta(0)


_LINE = _Line()


def away_until() -> datetime | None:
    """Until when the mail server is left alone; None when it may be tried."""
    until = _LINE.away_until
    return until if until is not None and until > clock.now() else None


def hand_over(mail: EmailMessage) -> Answer:
    """Send one letter. Raises ServerAway, NoAnswer, or smtplib's own refusal of this letter."""
    backend = get_connection()
    if not isinstance(backend, AnsweringBackend):  # printed, or kept in memory
        mail.connection = backend
        mail.send()
        return Answer()
    is_fresh = _connect(backend)
    try:
        return _send(mail)
    except smtplib.SMTPServerDisconnected:
        if is_fresh:
            raise
    except smtplib.SMTPSenderRefused as error:
        if is_fresh or error.smtp_code != CLOSING:
            raise
    _connect(backend)  # the server had closed a line that was open for long
    return _send(mail)


def hang_up() -> None:
    """Close the line, if there is one."""
    backend, _LINE.backend = _LINE.backend, None
    if backend is not None:
        backend.drop()


def _connect(backend: AnsweringBackend) -> bool:
    """Whether the line is a new one."""
    now = clock.now()
    if _LINE.backend is not None and not _is_good(_LINE.backend, backend, now):
        hang_up()
    if _LINE.backend is None:
        try:
            backend.open()
        except (OSError, smtplib.SMTPException) as error:
            with suppress(OSError, smtplib.SMTPException):
                backend.close()
            _LINE.pause = min(max(_LINE.pause * 2, SHORTEST_PAUSE), LONGEST_PAUSE)
            _LINE.away_until = now + _LINE.pause
            raise ServerAway(f"{type(error).__name__}: {error}") from error
        _LINE.backend, _LINE.letters, _LINE.used_at = backend, 0, now
        _LINE.away_until, _LINE.pause = None, timedelta(0)
        return True
    return False


def _is_good(present: AnsweringBackend, wanted: AnsweringBackend, now: datetime) -> bool:
    return (
        (present.host, present.port) == (wanted.host, wanted.port)
        and _LINE.letters < MOST_LETTERS
        and _LINE.used_at is not None
        and now - _LINE.used_at < MOST_IDLE
    )


def _send(mail: EmailMessage) -> Answer:
    backend = _LINE.backend
    if backend is None:
        raise ServerAway
    mail.connection = backend
    try:
        mail.send()
    except (OSError, smtplib.SMTPException) as error:
        was_underway = backend.was_underway
        hang_up()
        if was_underway:
            raise NoAnswer(f"{type(error).__name__}: {error}") from error
        raise
    _LINE.letters += 1
    _LINE.used_at = clock.now()
    code, text = backend.answer or (None, b"")
    return Answer(code, text.decode("utf-8", "replace"))
