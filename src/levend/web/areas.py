"""Which part of the site an address belongs to."""


def is_working_side(path: str) -> bool:
    return path.startswith("/werk/")


def is_private(path: str) -> bool:
    """Pages that no cache may keep: the working side and everything about logging in."""
    return path.startswith(("/werk/", "/inloggen/"))


def language_of_address(path: str) -> str:
    return "en" if path.startswith("/en/") else "nl"
