"""Switching reminders off by the link that stands in one: without an account's password, by one click.

Looking changes nothing, since mail scanners open every link. The button of a mail program sends a form of its own
(RFC 8058), which can carry no mark against forgery: the signed address is what proves who may.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from levend.accounts.enums import Reminders
from levend.accounts.queries.stop_link import choices_of, user_id_of
from levend.accounts.services import choose_by_link


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop_letters(request: HttpRequest, token: str) -> HttpResponse:
    user_id = user_id_of(token)
    if request.method == "POST":
        wish = request.POST.get("reminders", "")
        choose_by_link(token=token, reminders=Reminders(wish) if wish in Reminders.values else Reminders.NONE)
    wished = choices_of(user_id)
    with translation.override(wished["language"]):
        context = {
            "now": Reminders(wished["reminders"]),
            "choices": Reminders.choices,
            "is_done": request.method == "POST",
        }
        return render(request, "post/stop.html", context)
