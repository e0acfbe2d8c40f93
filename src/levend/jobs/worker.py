"""The worker: takes tasks one by one, or several that are quick; beside it a thread gives signs of life, gives back lost tasks and keeps time."""

import logging
import os
import secrets
import socket
import sys
import threading
from datetime import timedelta
from types import FrameType

from django.db import OperationalError, close_old_connections, connection
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker as DatabaseWorker
from django_tasks_db.models import DBTaskResult

from levend.core import clock
from levend.jobs import cron
from levend.jobs.attempts import attempt, reap
from levend.jobs.batches import attempt_all, take_along
from levend.jobs.models import Heartbeat

logger = logging.getLogger("levend.jobs")


def new_worker_id() -> str:
    """Host, process and something unique: a process id comes back after a restart."""
    return f"{socket.gethostname()[:30]}-{os.getpid()}-{secrets.token_hex(4)}"


class Attendant(threading.Thread):
    """The thread beside the worker, so that a long task does not look like a dead worker."""

    def __init__(self, worker_id: str, *, beat: timedelta, silence: timedelta) -> None:
        super().__init__(name="attendant", daemon=True)
        self.worker_id = worker_id
        self.pause = beat.total_seconds()
        self.silence = silence
        self.stopped = threading.Event()

    def run(self) -> None:
        while not self.stopped.wait(self.pause):
            try:
                self.round()
            except Exception:  # a database that is away comes back; the thread must be there then
                logger.exception("The worker's round failed.")
            finally:
                connection.close()

    def round(self) -> None:
        """One sign of life, and what is due."""
        Heartbeat.objects.update_or_create(worker_id=self.worker_id, defaults={"at": clock.now()})
        reap(silence=self.silence)
        cron.start_due()

    def stop(self) -> None:
        self.stopped.set()
        self.join(timeout=5)
        Heartbeat.objects.filter(worker_id=self.worker_id).delete()


class Worker(DatabaseWorker):
    """The task backend's worker, with our attempts and a stop that never cuts into a claim."""

    def __init__(self, *, interval: float, batch: bool = False) -> None:
        super().__init__(
            queue_names=["*"],
            interval=interval,
            batch=batch,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=new_worker_id(),
            excluded_queue_names=[],
        )

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """Finish the task at hand, then stop; a second signal stops at once."""
        if not self.running:
            sys.exit(1)
        self.running = False

    def run_task(self, db_task_result: "DBTaskResult[..., object]") -> None:
        """The task, with others of its kind where that is quicker."""
        others = take_along(db_task_result, self.worker_id)
        if others:
            attempt_all([db_task_result, *others], self.worker_id, lambda: self.running)
        else:
            attempt(db_task_result, self.worker_id)

    def work(self, *, beat: timedelta, silence: timedelta) -> None:
        """Take tasks until told to stop; a database that is away for a while is waited for."""
        attendant = Attendant(self.worker_id, beat=beat, silence=silence)
        attendant.round()
        attendant.start()
        cron.start_first()
        logger.info("Worker %s started.", self.worker_id)
        try:
            while self.running:
                try:
                    self.run()
                except OperationalError:
                    logger.exception("The database does not answer.")
                    close_old_connections()
                    attendant.stopped.wait(self.interval)
                    continue
                if self.batch:
                    break
        finally:
            attendant.stop()
            logger.info("Worker %s stopped.", self.worker_id)
