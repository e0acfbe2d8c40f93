"""Is the process alive, and can it do its work?"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .checks import examine


@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers. It touches nothing else, so that a slow database does not get a healthy process killed."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 when all that the work needs is there; 503 with the names of what is not."""
    report = examine()
    body = {
        "status": "not ready" if report.failing else "ready",
        "failing": report.failing,
        "worker": {"heartbeat_age_seconds": report.heartbeat_age},
        "jobs": {"waiting": report.waiting, "oldest_waiting_seconds": report.oldest_waiting},
    }
    return JsonResponse(body, status=503 if report.failing else 200)
