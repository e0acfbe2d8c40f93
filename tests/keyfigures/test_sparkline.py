"""A line over the years that says nothing of the years that are hidden."""

from levend.keyfigures.engine.sparkline import EDGE, HEIGHT, WIDTH, sparkline


def test_a_hidden_year_is_a_gap_and_a_year_between_two_of_them_a_dot() -> None:
    found = sparkline([0, 50, None, 100, None, 20, 40])

    assert [len(line.split()) for line in found.lines] == [2, 2]
    assert found.lines[0].startswith(f"{EDGE}.0,{HEIGHT - EDGE}.0 ")
    assert found.dots == ((WIDTH / 2, EDGE),)
    assert sparkline([None, None]).lines == ()
    assert sparkline([0, 0]).lines == (f"4.0,{HEIGHT - EDGE}.0 236.0,{HEIGHT - EDGE}.0",)
