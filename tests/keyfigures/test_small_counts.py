"""No count that is hidden can be worked out from the counts that are shown and the totals, by who knows the rule too."""

from hypothesis import given, settings
from hypothesis import strategies as st

from levend.keyfigures.engine.small_counts import Counts, is_small, withheld_rows

ROWS = st.integers(1, 3).flatmap(
    lambda columns: st.lists(
        st.tuples(*[st.one_of(st.integers(0, 6), st.integers(0, 60))] * columns), min_size=1, max_size=7
    )
)


@settings(max_examples=50, deadline=None)
@given(ROWS)
def test_another_set_of_counts_with_the_same_totals_looks_the_same(rows: list[Counts]) -> None:
    """For every hidden small count: change two hidden rows round, and nothing that is shown or known tells the difference."""
    hidden = withheld_rows(rows)

    shown = [row for index, row in enumerate(rows) if index not in hidden]
    assert not any(is_small(count) for row in shown for count in row)
    if len(hidden) == len(rows):
        return  # nothing is shown, so nothing can be taken from a total that is
    for one in hidden:
        for column in [place for place, count in enumerate(rows[one]) if is_small(count)]:
            other = next(each for each in hidden if rows[each][column] != rows[one][column])
            turned = list(rows)
            turned[one], turned[other] = rows[other], rows[one]
            assert withheld_rows(turned) == hidden
            assert [sum(part) for part in zip(*turned, strict=True)] == [
                sum(part) for part in zip(*rows, strict=True)
            ]
