"""Which characters a TrueType font can draw, and with which glyph: its character map (OpenType, table `cmap`)."""

import struct


def characters_of(font: bytes) -> frozenset[int]:
    """Code points with a glyph, from the Unicode subtables in format 4 and 12; raises `ValueError` without one."""
    return frozenset(glyphs_of(font))


def glyphs_of(font: bytes) -> dict[int, int]:
    """The glyph of every code point that has one. Raises as above."""
    table = table_of(font, b"cmap")
    (count,) = struct.unpack_from(">H", table, 2)
    found: dict[int, int] = {}
    readers = {4: _segments, 12: _groups}
    for index in range(count):
        _platform, _encoding, offset = struct.unpack_from(">HHI", table, 4 + 8 * index)
        (kind,) = struct.unpack_from(">H", table, offset)
        if kind in readers:
            found |= readers[kind](table[offset:])
    if not found:
        raise ValueError("a font without a Unicode character map")
    return found


def table_of(font: bytes, tag: bytes) -> bytes:
    """A table of the font; raises `ValueError` without it."""
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        name, _checksum, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        if name == tag:
            return font[offset : offset + length]
    raise ValueError(f"a font without the table {tag!r}")


def _segments(table: bytes) -> dict[int, int]:
    """Format 4: segments of the basic plane; a range offset of 0 means that `delta` alone gives the glyph."""
    (doubled,) = struct.unpack_from(">H", table, 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + doubled)
    deltas = struct.unpack_from(f">{count}H", table, 16 + 2 * doubled)
    base = 16 + 3 * doubled
    offsets = struct.unpack_from(f">{count}H", table, base)
    found = {}
    for index, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            if offset == 0:
                glyph = (code + delta) & 0xFFFF
            else:
                (glyph,) = struct.unpack_from(">H", table, base + 2 * index + offset + 2 * (code - start))
                glyph = (glyph + delta) & 0xFFFF if glyph else 0
            if glyph:
                found[code] = glyph
    return found


def _groups(table: bytes) -> dict[int, int]:
    """Format 12: groups over all planes."""
    (count,) = struct.unpack_from(">I", table, 12)
    found: dict[int, int] = {}
    for index in range(count):
        start, end, glyph = struct.unpack_from(">III", table, 16 + 12 * index)
        found.update(zip(range(start, end + 1), range(glyph, glyph + end - start + 1), strict=True))
    return found
