"""Speaking to the mail server: Django's SMTP, which forgets what the server answers, with a memory.

The answer to the text of a letter ("250 2.0.0 Ok: queued as 4F2A") is what a postmaster asks for when a letter did not
arrive. `was_underway` tells a letter that was certainly not taken from one of which nobody knows.
"""

import smtplib
from typing import Any

from django.core.mail.backends.smtp import EmailBackend

Reply = tuple[int, bytes]


class _Answering:
    """Added to a connection of smtplib. `data` is what `sendmail` calls to hand over the text (RFC 5321, 4.1.1.4)."""

    reply: Reply | None = None
    was_underway = False

    def data(self, msg: Any) -> Reply:  # text or bytes, as in smtplib
        self.reply = None
        self.was_underway = True
        reply: Reply = super().data(msg)  # type: ignore[misc]  # of smtplib.SMTP, beside this class
        self.was_underway = False
        self.reply = reply
        return reply


class _Smtp(_Answering, smtplib.SMTP):
    pass


class _SmtpOverTls(_Answering, smtplib.SMTP_SSL):
    pass


class AnsweringBackend(EmailBackend):
    """Django's backend for SMTP; its connection stays open for several letters where `open` was called first."""

    connection: _Smtp | _SmtpOverTls | None

    @property
    def connection_class(self) -> type[_Smtp | _SmtpOverTls]:
        return _SmtpOverTls if self.use_ssl else _Smtp

    @property
    def answer(self) -> Reply | None:
        """What the server said to the last letter."""
        return self.connection.reply if self.connection else None

    @property
    def was_underway(self) -> bool:
        """Whether the text went to the server without an answer coming back."""
        return self.connection is not None and self.connection.was_underway

    def drop(self) -> None:
        """End the connection without a word: after trouble the server may no longer listen."""
        connection, self.connection = self.connection, None
        if connection is not None:
            connection.close()
