from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from levend.core.canonical import sha256_of
from levend.organisations.queries.themes import theme_of
from levend.web.theme.stylesheet import declarations


def _etag(request: HttpRequest, code: str) -> str:
    return f'"{sha256_of(declarations(code, theme_of(code)).encode())[:16]}"'


@require_safe
@cache_control(public=True, max_age=3600)
@condition(etag_func=_etag)
def stylesheet(request: HttpRequest, code: str) -> HttpResponse:
    """The colours of one consortium; the same address after a change, so a browser asks again each hour."""
    return HttpResponse(declarations(code, theme_of(code)), content_type="text/css; charset=utf-8")
