"""`manage levend_worker`: run the work in the background until told to stop (SIGTERM or Ctrl-C)."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand

from levend.jobs.worker import Worker


class Command(BaseCommand):
    help = "Run tasks, events and recurring work until told to stop."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--interval", type=float, default=1.0, help="seconds between looks at an empty queue"
        )
        parser.add_argument("--beat", type=float, default=10.0, help="seconds between signs of life")
        parser.add_argument(
            "--silence",
            type=float,
            default=60.0,
            help="seconds without a sign of life after which a worker is lost",
        )
        parser.add_argument("--batch", action="store_true", help="stop when nothing is ready")

    # Django's own signature of handle() takes untyped options.
    def handle(self, *args: Any, **options: Any) -> None:
        self.check(databases=["default"])  # a database of the demo never serves in production
        worker = Worker(interval=options["interval"], batch=options["batch"])
        worker.configure_signals()
        worker.work(beat=timedelta(seconds=options["beat"]), silence=timedelta(seconds=options["silence"]))
