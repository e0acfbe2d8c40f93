from hypothesis import example, given
from hypothesis import strategies as st

from levend.core import plaintext
from levend.formats.engine.text import clean


@given(text=st.text(st.characters(exclude_categories=[])))
@example("a\r\nb\rc\u2028d\u2029e\x00\u202ef\ud800g\u200dh\u00adi\U000e0067")
@example("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f")
def test_the_engine_cleans_text_as_the_rest_of_the_product(text: str) -> None:
    assert clean(text) == plaintext.clean(text)
