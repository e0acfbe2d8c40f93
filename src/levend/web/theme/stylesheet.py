"""Ten colours as a stylesheet."""

from collections.abc import Mapping

from levend.organisations.values import THEME_KEYS, theme_faults


def declarations(code: str, theme: Mapping[str, str]) -> str:
    """The custom properties of a theme, for `data-theme="CODE"`.

    Checked again here: whatever stands in the database, nothing but a colour reaches a stylesheet.
    Raises `ValueError` for a theme with faults.
    """
    if faults := theme_faults(dict(theme)):
        raise ValueError(faults)
    if not code.isalnum():
        raise ValueError(code)
    lines = "".join(f"  --levend-{key}: {theme[key]};\n" for key in THEME_KEYS if key in theme)
    return f'[data-theme="{code}"] {{\n{lines}}}\n'
