"""A real SMTP server on loopback, with a mind of its own about some addresses."""

import socket
from asyncio import WriteTransport
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

LATER, NOBODY, HANG_UP = "later@", "nobody@", "hangup@"
"""Addresses that begin so are put off once, refused, and taken without an answer the first time."""


class MailServer:
    """`taken` are the letters that it answered for with 250 or took before the line broke, in order."""

    def __init__(self) -> None:
        self.taken: list[Message] = []
        self.lines: set[object] = set()
        self.asked: Counter[str] = Counter()
        self.after: Callable[[int], None] = lambda number: None
        self.port = 0

    @property
    def ids(self) -> Counter[str]:
        """How often each Message-ID was taken."""
        return Counter(str(letter["Message-ID"]) for letter in self.taken)

    async def handle_RCPT(  # noqa: N802  # aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.lines.add(session.peer)
        self.asked[address] += 1
        if address.startswith(NOBODY):
            return "550 5.1.1 user unknown"
        if address.startswith(LATER) and self.asked[address] == 1:
            return "451 4.7.1 greylisted, try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.taken.append(message_from_bytes(envelope.content))
        self.after(len(self.taken))
        address = envelope.rcpt_tos[0]
        if address.startswith(HANG_UP) and self.asked[address] == 1:
            assert isinstance(server.transport, WriteTransport)
            server.transport.abort()
        return f"250 2.0.0 Ok: queued as {len(self.taken):08X}"


@contextmanager
def mail_server(port: int = 0) -> Iterator[MailServer]:
    """Run one on a free port, or on this one."""
    handler = MailServer()
    controller = Controller(handler, hostname="127.0.0.1", port=port or free_port())
    controller.start()
    handler.port = controller.port
    try:
        yield handler
    finally:
        controller.stop()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
