"""Answering with a file that lies ready: asked before it is opened whether the reader has it already."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from levend.publication.queries.public_files import Served

STABLE = "public, max-age=60"
FOR_EVER = "public, max-age=31536000, immutable"


def answer(request: HttpRequest, served: Served, *, caching: str = STABLE) -> HttpResponseBase:
    """The file, 304 for who has it, or its headers alone. Raises `FileNotFoundError` when the storage lost it."""
    headers = {"ETag": f'"{served.sha256}"', "Cache-Control": caching}
    known = get_conditional_response(request, etag=headers["ETag"])
    if known is not None:
        for name, value in headers.items():
            known.headers[name] = value
        return known
    headers["Content-Type"] = _content_type(served.media_type)
    headers["Content-Length"] = str(served.size)
    if served.file_name:
        headers["Content-Disposition"] = f'inline; filename="{served.file_name}"'
    return HttpResponse(b"" if request.method == "HEAD" else served.content(), headers=headers)


def _content_type(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
