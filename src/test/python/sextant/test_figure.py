import re
from pathlib import Path

import matplotlib.colors
from sextant import figure

DRAW = Path(__file__).parents[3] / "main/java/io/sextant/report/draw"


def colors(file, after, before):
    text = (DRAW / file).read_text()
    return ["#" + rgb for rgb in re.findall(r"0x([0-9a-f]{6})", text.split(after)[1].split(before)[0])]


def test_colours_are_those_of_the_report():
    assert list(figure.SHARES) == colors("ColorScale.java", "SEQUENTIAL(", ")")
    assert list(figure.DIFFERENCES) == colors("ColorScale.java", "DIVERGING(", ")")
    assert figure.COLORS == colors("HeadColors.java", "List.of(", ")")
    assert figure.INK == colors("Pen.java", "INK =", ";")[0]


def test_a_colour_map_has_its_first_and_last_colour_at_its_ends():
    shades = figure.color_map(figure.DIFFERENCES)
    assert [matplotlib.colors.to_hex(shades(x)) for x in (0.0, 1.0)] == ["#2b1e66", "#642908"]
