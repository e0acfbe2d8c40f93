"""Answers for property tests: for the sample format, right, wrong and of another version."""

from hypothesis import strategies as st

from levend.formats.engine.values import Value

words = st.text(st.characters(exclude_categories=["C"]), max_size=40)

_right = st.fixed_dictionaries(
    {},
    optional={
        "naam": words,
        "verhaal": words,
        "aantal": st.integers(0, 40) | st.none(),
        "dag": st.dates().map(str),
        "bezocht": st.booleans(),
        "soort": st.sampled_from(["a", "b"]),
        "soort-b": words,
        "hulp": st.lists(st.sampled_from(["lezen", "rekenen"]), unique=True) | st.just(["geen"]),
        "oordeel": st.sampled_from(["onvoldoende", "voldoende", "goed"]),
        "scholing": st.lists(
            st.fixed_dictionaries({}, optional={"wie": words, "uren": st.integers(0, 9)}), max_size=3
        ),
    },
)
_any_value = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | words
    | st.lists(words, max_size=2)
)
_keys = st.sampled_from(
    ["naam", "verhaal", "aantal", "dag", "bezocht", "soort", "soort-b", "hulp", "oordeel", "scholing", "weg"]
)

right_answers: st.SearchStrategy[dict[str, Value]] = _right
"""Answers that suit the format; their conditions may hide any of them."""

any_answers: st.SearchStrategy[dict[str, Value]] = st.one_of(_right, st.dictionaries(_keys, _any_value))
"""Also answers that a former version took and this one does not."""
