from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from levend.core.canonical import sha256_of
from levend.core.errors import NotFound
from levend.organisations.engine.drawing import safe_drawing
from levend.organisations.errors import UnsafeDrawing
from levend.organisations.queries.themes import logo_of, theme_of
from levend.web.theme.stylesheet import declarations


def _etag(request: HttpRequest, code: str) -> str:
    return f'"{sha256_of(declarations(code, theme_of(code)).encode())[:16]}"'


@require_safe
@cache_control(public=True, max_age=3600)
@condition(etag_func=_etag)
def stylesheet(request: HttpRequest, code: str) -> HttpResponse:
    """The colours of one consortium; the same address after a change, so a browser asks again each hour."""
    return HttpResponse(declarations(code, theme_of(code)), content_type="text/css; charset=utf-8")


def _logo_etag(request: HttpRequest, code: str) -> str:
    return f'"{sha256_of(logo_of(code).encode())[:16]}"'


@require_safe
@cache_control(public=True, max_age=3600)
@condition(etag_func=_logo_etag)
def logo(request: HttpRequest, code: str) -> HttpResponse:
    """The logo of one consortium, for an `<img>`. Opened by itself it can load nothing and run nothing.

    Read anew here: whatever stands in the database, nothing but shapes and paints goes out.
    """
    try:
        drawing = safe_drawing(logo_of(code).encode())
    except UnsafeDrawing:
        raise NotFound(code) from None
    response = HttpResponse(drawing, content_type="image/svg+xml")
    response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
