"""Thousands of reminders over a real SMTP server, by one worker that is killed half-way and another that goes on.

    python bench/mail.py [--letters 5000]

Prints letters per second before and after the kill, how many lines to the server were opened, and how many letters reached
it twice; ends with a failure when one is lost, or more than one is repeated, or the repeated one is not marked.
The peer is the same number of letters handed to the same server by smtplib alone, one line for all and one line each.
"""

import argparse
import os
import signal
import smtplib
import subprocess
import sys
import tempfile
import time
from email.message import EmailMessage
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
DATA = tempfile.mkdtemp(prefix="levend-bench-")
ENVIRONMENT = {
    "LEVEND_DATA": DATA,
    "DATABASE_URL": f"sqlite:///{DATA}/bench.sqlite3",
    "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
    "DJANGO_SETTINGS_MODULE": "tests.notifications.worker_settings",
    "MAIL_PORT": "0",
    "LEVEND_LOG_LEVEL": "WARNING",
}
os.environ |= ENVIRONMENT

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from levend.notifications.letters import example_of  # noqa: E402
from levend.notifications.models import OutboxMessage  # noqa: E402
from levend.notifications.services import queue_mail  # noqa: E402
from tests.support.mail_server import MailServer, mail_server  # noqa: E402

ALONE = 500
"""Letters for the peer."""


def worker(server: MailServer) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "django", "levend_worker", "--interval=0.1", "--beat=0.5", "--silence=2"]
    return subprocess.Popen(command, env=os.environ | {"MAIL_PORT": str(server.port)}, cwd=ROOT)


def alone(server: MailServer, *, one_line: bool) -> float:
    """Letters per second by smtplib alone."""
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "a@levend.example", "b@school.example", "Herinnering"
    letter.set_content("U bent aan zet.\n" * 12)
    began = time.monotonic()
    line = smtplib.SMTP("127.0.0.1", server.port)
    for _number in range(ALONE):
        if not one_line:
            line.quit()
            line = smtplib.SMTP("127.0.0.1", server.port)
        line.send_message(letter)
    line.quit()
    return ALONE / (time.monotonic() - began)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=5000)
    letters: int = parser.parse_args().letters
    call_command("migrate", verbosity=0)

    began = time.monotonic()
    for start in range(0, letters, 500):
        with transaction.atomic():
            for number in range(start, min(start + 500, letters)):
                queue_mail(
                    to=f"s{number}@school.example",
                    template="reminder",
                    context=example_of("reminder"),
                    key=f"reminder:{number}",
                )
    print(f"queued {letters} letters in {time.monotonic() - began:.1f} s")

    with mail_server() as server:
        print(f"peer, one line for all:  {alone(server, one_line=True):6.0f} letters/s")
        print(f"peer, one line for each: {alone(server, one_line=False):6.0f} letters/s")
    with mail_server() as server:
        first = worker(server)
        moments: list[float] = []

        def note(number: int) -> None:
            moments.append(time.monotonic())
            if number == letters // 2:
                os.kill(first.pid, signal.SIGKILL)

        server.after = note
        first.wait(timeout=1800)
        print(
            f"killed after {len(moments)} letters: {(len(moments) - 1) / (moments[-1] - moments[0]):.0f} letters/s"
        )
        second = worker(server)
        while OutboxMessage.objects.exclude(state="sent").exists():
            time.sleep(0.5)
        second.terminate()
        second.wait(timeout=30)
        rest = moments[letters // 2 :]
        print(f"the rest by another worker: {(len(rest) - 1) / (rest[-1] - rest[0]):.0f} letters/s")

    known = set(OutboxMessage.objects.values_list("message_id", flat=True))
    repeated = [found for found, times in server.ids.items() if times > 1]
    marked = list(OutboxMessage.objects.filter(possibly_double=True).values_list("message_id", flat=True))
    print(f"lost: {len(known - set(server.ids))}, repeated: {len(repeated)}, marked: {len(marked)}")
    print(f"lines to the server: {len(server.lines)} for {len(server.taken)} letters")
    return int(set(server.ids) != known or len(repeated) > 1 or not set(repeated) <= set(marked))


if __name__ == "__main__":
    sys.exit(main())
