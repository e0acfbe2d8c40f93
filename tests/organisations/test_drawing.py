"""Of a drawing only shapes and paints come out; what can act, load or refer elsewhere is refused."""

import pytest

from levend.demo.engine.region import region
from levend.organisations.engine.drawing import LARGEST, safe_drawing
from levend.organisations.errors import DrawingFault, UnsafeDrawing

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">%s</svg>'


def drawing(inside: str) -> bytes:
    return (SVG % inside).encode()


def test_shapes_and_paints_come_out_as_they_went_in() -> None:
    written = safe_drawing(
        drawing('<g fill="none" stroke="#123456"><path d="M0 0L9 9"/><title>Golf &amp; dal</title></g>')
    )

    assert written == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        '<g fill="none" stroke="#123456"><path d="M0 0L9 9"></path><title>Golf &amp; dal</title></g></svg>'
    )
    assert safe_drawing(written.encode()) == written


def test_a_style_becomes_paints_and_what_paints_nothing_is_left_out() -> None:
    written = safe_drawing(drawing('<path style="fill:#fff;-inkscape-font:x" class="a" d="M0 0"/>'))

    assert '<path fill="#fff" d="M0 0">' in written
    assert "inkscape" not in written
    assert "class" not in written


def test_a_gradient_of_the_same_drawing_may_be_used() -> None:
    inside = '<defs><linearGradient id="a"><stop offset="1"/></linearGradient></defs><rect fill="url(#a)"/>'

    assert 'fill="url(#a)"' in safe_drawing(drawing(inside))


def test_notes_of_a_drawing_program_are_left_out() -> None:
    inside = '<x:namedview xmlns:x="http://elders.example/x"><x:grid/></x:namedview><metadata><a>b</a></metadata><g/>'

    written = safe_drawing(drawing(inside))

    assert "elders" not in written
    assert written.endswith("<g></g></svg>")


HOSTILE = {
    "script": "<script>alert(1)</script>",
    "script elsewhere": '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
    "script in a note": '<x:a xmlns:x="urn:x"><script>alert(1)</script></x:a>',
    "handler": '<rect onload="alert(1)"/>',
    "handler in a note's space": '<rect xmlns:x="urn:x" x:onload="alert(1)"/>',
    "foreign": "<foreignObject><p>a</p></foreignObject>",
    "style sheet": "<style>@import 'https://elders.example/a.css'</style>",
    "image": '<image href="https://elders.example/a.png"/>',
    "link": '<a xlink:href="javascript:alert(1)"><rect/></a>',
    "use": '<use xlink:href="#a"/>',
    "reference": '<rect xlink:href="https://elders.example"/>',
    "paint from elsewhere": '<rect fill="url(https://elders.example/a.svg#b)"/>',
    "paint in a style": '<rect style="fill:url(https://elders.example/a.svg#b)"/>',
    "other property": '<rect style="background:url(https://elders.example)"/>',
    "escaped": r'<rect style="fill:u\72l(https://elders.example)"/>',
    "comment in a style": '<rect style="fill:ur/**/l(//elders.example)"/>',
    "animation": '<animate attributeName="href" to="javascript:alert(1)"/>',
    "set": '<set attributeName="onload" to="alert(1)"/>',
    "letters": "<text>Hallo</text>",
    "shape in a title": "<title><rect/></title>",
    "instruction": '<?xml-stylesheet href="https://elders.example/a.css"?><g/>',
    "colon": '<rect fill="javascript:alert(1)"/>',
}


@pytest.mark.parametrize("inside", HOSTILE.values(), ids=HOSTILE)
def test_what_can_act_or_load_is_refused(inside: str) -> None:
    with pytest.raises(UnsafeDrawing) as refused:
        safe_drawing(drawing(inside))

    assert refused.value.fault is DrawingFault.FORBIDDEN
    assert refused.value.part


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
        b'<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    ],
)
def test_a_doctype_is_refused_before_anything_is_read(data: bytes) -> None:
    with pytest.raises(UnsafeDrawing) as refused:
        safe_drawing(data)

    assert refused.value.fault is DrawingFault.DECLARES


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"\x89PNG\r\n\x1a\n", DrawingFault.NO_DRAWING),
        (b"", DrawingFault.NO_DRAWING),
        (b"<svg viewBox='0 0 1 1'/>", DrawingFault.NO_DRAWING),
        (b"<html/>", DrawingFault.NO_DRAWING),
        (b"\xff\xfe<\x00s\x00v\x00g\x00/\x00>\x00", DrawingFault.NO_DRAWING),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">\xff</svg>', DrawingFault.NO_DRAWING),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', DrawingFault.NO_SIZE),
        (drawing("<g>" * 60 + "</g>" * 60), DrawingFault.TOO_LARGE),
        (drawing("<g/>" * 2_100), DrawingFault.TOO_LARGE),
        (drawing(" " * LARGEST), DrawingFault.TOO_LARGE),
    ],
)
def test_what_is_no_drawing_or_too_much_is_refused(data: bytes, fault: DrawingFault) -> None:
    with pytest.raises(UnsafeDrawing) as refused:
        safe_drawing(data)

    assert refused.value.fault is fault


def test_the_logos_of_the_demo_are_safe() -> None:
    logos = [each.logo for each in region().consortia]

    assert logos
    assert all(safe_drawing(logo.encode()).startswith("<svg ") for logo in logos)
