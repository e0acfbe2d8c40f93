"""Session, login and messages only where somebody can be known: a public page is the same for everybody.

Django's own middleware does little for who has no cookie, but does it for each request; and a page that never has a
session can neither show nor set anything of one.
"""

from collections.abc import Awaitable

from django.contrib.auth.middleware import AuthenticationMiddleware as Authentication
from django.contrib.messages.middleware import MessageMiddleware as Messages
from django.contrib.sessions.middleware import SessionMiddleware as Session
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from levend.web.areas import is_private

Answer = HttpResponseBase | Awaitable[HttpResponseBase]


class SessionMiddleware(Session):
    def __call__(self, request: HttpRequest) -> Answer:
        return super().__call__(request) if is_private(request.path) else self.get_response(request)


class AuthenticationMiddleware(Authentication):
    def __call__(self, request: HttpRequest) -> Answer:
        return super().__call__(request) if is_private(request.path) else self.get_response(request)


class MessageMiddleware(Messages):
    def __call__(self, request: HttpRequest) -> Answer:
        return super().__call__(request) if is_private(request.path) else self.get_response(request)
