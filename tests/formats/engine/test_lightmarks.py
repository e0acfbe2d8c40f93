import pytest
from hypothesis import given
from hypothesis import strategies as st

from levend.formats.engine.lightmarks import Bullets, Link, Paragraph, Strong, Text, parse, words


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", ()),
        ("  \n\n ", ()),
        ("Eén zin.", (Paragraph((Text("Eén zin."),)),)),
        ("Een\ntwee", (Paragraph((Text("Een\ntwee"),)),)),
        ("Een\n\n\ntwee", (Paragraph((Text("Een"),)), Paragraph((Text("twee"),)))),
        ("- een\n- twee", (Bullets(((Text("een"),), (Text("twee"),))),)),
        ("Wij:\n- een\n  en meer\n\nDan", (Paragraph((Text("Wij:"),)), Bullets(((Text("een en meer"),),)), Paragraph((Text("Dan"),)))),
        ("-geen lijst", (Paragraph((Text("-geen lijst"),)),)),
        ("- ", (Paragraph((Text("-"),)),)),
        ("**Let op**: nu", (Paragraph((Strong("Let op"), Text(": nu"))),)),
        ("2 ** 3 ** 4", (Paragraph((Text("2 ** 3 ** 4"),)),)),
        ("****", (Paragraph((Text("****"),)),)),
        ("**half", (Paragraph((Text("**half"),)),)),
        ("Kijk op https://delinde.example/sop.", (Paragraph((Text("Kijk op "), Link("https://delinde.example/sop"), Text("."))),)),
        ("(http://a.nl)", (Paragraph((Text("("), Link("http://a.nl"), Text(")"))),)),
        ("javascript:alert(1) ftp://a.nl", (Paragraph((Text("javascript:alert(1) ftp://a.nl"),)),)),
        ("https://", (Paragraph((Text("https://"),)),)),
        ('https://a.nl/"onclick=x', (Paragraph((Link("https://a.nl/"), Text('"onclick=x'))),)),
        ("<b>vet</b> & meer", (Paragraph((Text("<b>vet</b> & meer"),)),)),
        ("- **A:** https://a.nl", (Bullets(((Strong("A:"), Text(" "), Link("https://a.nl")),)),)),
    ],
)  # fmt: skip
def test_light_marks(text: str, blocks: tuple[Paragraph | Bullets, ...]) -> None:
    assert parse(text) == blocks


@given(text=st.text(st.sampled_from("ab *-\n:/.htps"), max_size=200))
def test_no_word_is_lost(text: str) -> None:
    assert bare(words(text)) == bare(text)


@given(text=st.text(max_size=200))
def test_links_are_web_addresses_only(text: str) -> None:
    for block in parse(text):
        runs = block.runs if isinstance(block, Paragraph) else [run for item in block.items for run in item]
        for run in runs:
            assert run.text
            if isinstance(run, Link):
                assert run.url.lower().startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "text", ["*" * 20_000, "**a " * 5_000, "https://" * 2_500, "- " * 10_000, "-\n" * 10_000, "a" * 20_000]
)
def test_twenty_thousand_hostile_characters_are_read(text: str) -> None:
    """A search that looks back from every mark would never end here."""
    assert bare(words(text)) == bare(text)


def bare(text: str) -> str:
    """What is neither a mark nor white space."""
    return "".join(letter for letter in text if letter not in " \n*-")
