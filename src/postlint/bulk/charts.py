"""Charts as SVG that stands in a page by itself: no network, no script, readable without colour."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import matplotlib as mpl

mpl.use("svg")

from matplotlib.figure import Figure  # after the choice above

# Lines are distinguished by their marks and dashes, bars by their pattern.
_LINES = (("o", "-"), ("s", "--"), ("^", "-."), ("D", ":"), ("v", (0, (5, 1))))
_INK = "currentColor"
# A colour that no chart uses otherwise, replaced by the page's own ink.
_STAND_IN = "#010203"
_SETTINGS: Any = {  # matplotlib types its settings by their names
    "svg.fonttype": "none",
    "svg.hashsalt": "postlint",
    "font.family": ["sans-serif"],
    "font.size": 9,
    "text.color": _STAND_IN,
    "axes.edgecolor": _STAND_IN,
    "axes.labelcolor": _STAND_IN,
    "xtick.color": _STAND_IN,
    "ytick.color": _STAND_IN,
    "text.usetex": False,
    "text.parse_math": False,
}


def bars(
    names: Sequence[str],
    shares: Sequence[float],
    about: str,
    bounds: Sequence[tuple[float, float]] | None = None,
) -> str:
    """Draw shares as bars, the largest at the top, each with its number; `about` is said aloud."""
    with mpl.rc_context(_SETTINGS):
        figure, axes = _figure(0.28 * len(names) + 0.7)
        places = range(len(names))
        axes.barh(
            list(places),
            [100 * share for share in shares],
            color="none",
            edgecolor=_STAND_IN,
            hatch="////",
            height=0.62,
        )
        if bounds is not None:
            for place, (low, high) in zip(places, bounds, strict=True):
                axes.plot([100 * low, 100 * high], [place, place], color=_STAND_IN, lw=2.4)
        for place, share in zip(places, shares, strict=True):
            edge = share if bounds is None else bounds[place][1]
            axes.text(100 * edge + 1, place, f"{100 * share:.0f}%", va="center")
        axes.set_yticks(list(places), names)
        axes.invert_yaxis()
        axes.set_xlim(0, 112)
        axes.set_xticks([0, 25, 50, 75, 100], ["0", "25", "50", "75", "100%"])
        return _svg(figure, about)


def lines(months: Sequence[str], shares: Mapping[str, Sequence[float | None]], about: str) -> str:
    """Draw a share for each month, a line for each name."""
    with mpl.rc_context(_SETTINGS):
        figure, axes = _figure(3.2)
        for (name, values), (mark, dash) in zip(shares.items(), _LINES, strict=False):
            axes.plot(
                range(len(months)),
                [float("nan") if value is None else 100 * value for value in values],
                marker=mark,
                linestyle=dash,
                color=_STAND_IN,
                markerfacecolor="none",
                lw=1.1,
                ms=4,
                label=name,
            )
        step = max(1, len(months) // 12)
        axes.set_xticks(list(range(0, len(months), step)), list(months)[::step])
        axes.tick_params(axis="x", rotation=45)
        axes.set_ylim(0, 104)
        axes.set_yticks([0, 25, 50, 75, 100], ["0", "25", "50", "75", "100%"])
        axes.legend(frameon=False, loc="upper left", bbox_to_anchor=(1.0, 1.0))
        return _svg(figure, about)


def _figure(height: float) -> tuple[Figure, Any]:
    figure = Figure(figsize=(8.2, height), layout="constrained")
    axes = figure.subplots()
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return figure, axes


def _svg(figure: Figure, about: str) -> str:
    drawn = io.StringIO()
    figure.savefig(drawn, format="svg", transparent=True, metadata={"Date": None})
    text = drawn.getvalue()
    text = text[text.index("<svg") :].replace(_STAND_IN, _INK)
    text = re.sub("<metadata>.*?</metadata>", "", text, flags=re.DOTALL)
    # What it shows is said to those who do not see it; the numbers stand in a table beside it.
    opening = f'<svg role="img" aria-label="{escape(about)}" style="max-width:100%;height:auto" '
    return text.replace("<svg ", opening, 1)
