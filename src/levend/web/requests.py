"""The request as our middleware leaves it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from levend.accounts.actor import Actor


class LevendRequest(HttpRequest):
    """`actor` is an anonymous actor for who has not logged in; under /werk/ it is always a known one."""

    actor: Actor
    htmx: HtmxDetails
