from hypothesis import given
from hypothesis import strategies as st

from reportcli.comparison.grids import Grid, lay_grid
from reportcli.rendering.plain import columns_of
from reportcli.rendering.terminal import draw

GRID = Grid(
    "地方",
    ("东湖街道", "西山街道"),
    tuple(f"指标名称{n}" for n in range(9)),
    (tuple(f"{n}.5亿元" for n in range(9)), ("--",) * 9),
)


def lines(grid: Grid, width: int | None) -> list[str]:
    return "".join(draw(lay_grid(grid, "指标", width), width)).splitlines()


def test_without_a_width_it_is_one_table_with_the_places_as_rows():
    (table,) = lay_grid(GRID, "指标", None)
    assert [row[0] for row in table.rows] == ["东湖街道", "西山街道"]
    assert len(table.columns) == 10


def test_it_is_turned_where_it_is_too_wide():
    (table,) = lay_grid(GRID, "指标", 50)
    assert (table.columns[0].heading, [column.heading for column in table.columns[1:]]) == ("指标", [*GRID.rows])
    assert [row[0] for row in table.rows] == [*GRID.columns]


def test_it_is_split_where_it_is_still_too_wide():
    tables = lay_grid(Grid("地方", GRID.columns, GRID.columns, (GRID.cells[0],) * 9), "指标", 50)
    assert len(tables) > 1
    assert [column.heading for table in tables for column in table.columns[1:]] == [*GRID.columns]


WORDS = st.text("一二三亿元%1.", min_size=1, max_size=9)


@given(st.data(), st.integers(1, 6), st.integers(1, 6), st.sampled_from([44, 80, 120]))
def test_every_cell_is_shown_and_no_line_is_too_long(data, high, broad, width):
    def some(size: int) -> st.SearchStrategy[list[str]]:
        return st.lists(WORDS, min_size=size, max_size=size)

    cells = tuple(tuple(data.draw(some(broad))) for _ in range(high))
    grid = Grid("地方", tuple(data.draw(some(high))), tuple(data.draw(some(broad))), cells)
    assert max(map(columns_of, lines(grid, width))) <= width
    shown = [cell for table in lay_grid(grid, "指标", width) for row in table.rows for cell in row[1:]]
    assert sorted(shown) == sorted(cell for row in cells for cell in row)
