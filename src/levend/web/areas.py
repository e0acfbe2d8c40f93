"""Which part of the site an address belongs to, and which language it says."""

ENGLISH = "/en/"


def is_working_side(path: str) -> bool:
    return path.startswith("/werk/")


def is_private(path: str) -> bool:
    """Pages that no cache may keep: the working side and everything about logging in."""
    return path.startswith(("/werk/", "/inloggen/"))


def is_by_link(path: str) -> bool:
    """Pages whose address is the key to them: kept by no cache, found by no search engine, named to no other site."""
    return path.startswith(("/meelezen/", "/post/afmelden/", "/agenda/"))


def language_of_address(path: str) -> str:
    return "en" if path.startswith(ENGLISH) or path == "/en" else "nl"


def in_language(path: str, language: str) -> str:
    """The address of the same public page in another language: Dutch has no sign before it, English has `/en`."""
    dutch = path.removeprefix("/en") if language_of_address(path) == "en" else path
    return f"/en{dutch}" if language == "en" else dutch
