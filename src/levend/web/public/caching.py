"""Public pages carry a strong ETag, so that a browser or a cache asks cheaply whether anything changed."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control

from levend.core.canonical import sha256_of

P = ParamSpec("P")
MINUTE = 60


def public_page(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Let caches keep a page for a minute, and answer 304 to who has it already. A 404 is not kept."""

    @wraps(view)
    def cached(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code != 200:
            return response
        response.headers["ETag"] = f'"{sha256_of(response.content)[:32]}"'
        patch_cache_control(response, public=True, max_age=MINUTE)
        kept = get_conditional_response(request, etag=response.headers["ETag"], response=response)
        return kept if kept is not None else response

    return cached
