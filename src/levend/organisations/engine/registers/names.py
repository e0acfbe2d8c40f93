"""Names of places as people write them, out of the capitals of the register; web addresses made whole."""

import re

_SMALL = frozenset(
    {"aan", "bij", "de", "den", "der", "en", "het", "in", "met", "op", "over", "'s", "'t"}
    | {"te", "ten", "ter", "van", "voor"}
)
_BEHIND = {
    **{word: word for word in ("NH", "ZH", "NB")},
    **{word: word.capitalize() for word in ("GLD", "OV", "LB", "L", "GN", "FR", "DR", "UT", "ZE", "ZL")},
    "CA": "ca",
}
"""What tells two places of one name apart stands last: *Bergen NH*, *Elst Gld*, *Nuenen ca*."""
_WORDS = {"GEM": "gem.", "GEM.": "gem.", "FRYSLAN": "Fryslân", "SUDWEST": "Súdwest"}
_WHOLE = {
    "NIEUWERKERK AD IJSSEL": "Nieuwerkerk aan den IJssel",
    "WESTERHAAR-VRIEZENV WIJK": "Westerhaar-Vriezenveensewijk",
    "WEHE-DEN HOORN": "Wehe-den Hoorn",
}
_APOSTROPHE = re.compile(r"^['’`]?(S[ -])(?=GRAVEN|HERTOGEN|HEER)|^['’`]?(T )")
_HOST = re.compile(
    r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\.[a-z]{2,24}(:[0-9]{1,5})?"
)
_ADDRESS = re.compile(r"(?:(https?):/{1,2})?([^/?#\s]+)([/?#]\S*)?", re.IGNORECASE)
_PHONE = re.compile(r"\+?[0-9][0-9 ()/-]{5,18}")
MOST_ADDRESS = 300


def readable_place(name: str) -> str:
    """`S GRAVENHAGE` as *'s-Gravenhage*, `CAPELLE AAN DEN IJSSEL` as *Capelle aan den IJssel*.

    A name that has small letters already is left as it stands.
    """
    name = " ".join(name.split())
    if name != name.upper():
        return name
    if name in _WHOLE:
        return _WHOLE[name]
    prefix = ""
    if match := _APOSTROPHE.match(name):
        # With the apostrophe the register knows how it goes on; without, it lost the hyphen too.
        glue = "-" if match[1] and name[0] == "S" else (match[1] or match[2])[1]
        prefix, name = f"'{(match[1] or match[2])[0].lower()}{glue}", name[match.end() :]
    words = name.split(" ")
    shown = [_word(word, first=not place, last=place == len(words) - 1) for place, word in enumerate(words)]
    return prefix + " ".join(shown)


def whole_address(address: str) -> str:
    """`www.school.nl` with its scheme before it; nothing for what is no web address."""
    match = _ADDRESS.fullmatch(address.strip())
    if match is None or not _HOST.fullmatch(match[2].lower()):
        return ""
    whole = f"{(match[1] or 'https').lower()}://{match[2].lower()}{match[3] or ''}"
    return whole if len(whole) <= MOST_ADDRESS else ""


def phone_number(text: str) -> str:
    """The number as it stands; nothing for what is none."""
    return text if _PHONE.fullmatch(text) else ""


def _word(word: str, *, first: bool, last: bool) -> str:
    if word in _WORDS and not first:
        return _WORDS[word]
    if last and not first and word in _BEHIND:
        return _BEHIND[word]
    if not first and word.lower() in _SMALL:
        return word.lower()
    return "-".join(_part(part) for part in word.split("-"))


def _part(part: str) -> str:
    if part in _WORDS:
        return _WORDS[part]
    if part.startswith("IJ"):
        return "IJ" + part[2:].lower()
    if part[:1] in {"'", "’"}:
        return part.lower()
    return part.capitalize()
