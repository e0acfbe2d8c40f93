"""Running background work in the process at hand, for tests."""

from django_tasks_db.models import DBTaskResult

from levend.jobs.attempts import attempt

WORKER_ID = "in-process"


class JobFailed(AssertionError):
    """A job failed where none was expected to."""


def run_jobs(*, also_later: bool = False, failures_are_expected: bool = False, at_most: int = 1000) -> int:
    """Run all ready tasks until none are left, and return how many attempts were made.

    `also_later` runs tasks that wait for a later moment too, such as a new attempt. Raises JobFailed with the
    job's own exception as its cause unless failures are expected, and when more than `at_most` attempts are needed.
    """
    for attempts in range(at_most):
        waiting = (
            DBTaskResult.objects.ready() if not also_later else DBTaskResult.objects.filter(status="READY")
        )
        row = waiting.first()
        if row is None:
            return attempts
        row.claim(WORKER_ID)
        error = attempt(row, WORKER_ID)
        if error is not None and not failures_are_expected:
            raise JobFailed(f"{row.task_path} {row.args_kwargs} failed: {error!r}") from error
    raise JobFailed(f"More than {at_most} attempts: a job that queues itself?")
