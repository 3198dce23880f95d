"""A terminal drawn as SVG, from the colors the command prints.

    postlint check FILE --color

No font and no style comes from elsewhere, so that the picture is the same on a
page, in the README and offline.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape

_CODE = re.compile(r"\x1b\[([\d;]*)m")
_WIDE, _HIGH, _LEFT, _TOP = 8.4, 20, 18, 52
_SPACE = 'xmlns="http://www.w3.org/2000/svg"'
_FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
# What the codes of the eight colors become on a dark ground.
_COLORS = {
    "31": "#ff7b72",
    "32": "#7ee787",
    "33": "#e3b341",
    "34": "#79c0ff",
    "35": "#d2a8ff",
    "36": "#76e3ea",
    "91": "#ff7b72",
    "92": "#7ee787",
    "93": "#e3b341",
    "94": "#79c0ff",
    "96": "#76e3ea",
}


def picture(command: str, output: str) -> str:
    """Return the picture of a command and what it printed."""
    rows = [f"$ {command}", *output.rstrip("\n").split("\n")]
    columns = max(_cells(_CODE.sub("", row)) for row in rows)
    wide, high = int(columns * _WIDE + 2 * _LEFT), _TOP + len(rows) * _HIGH
    said = escape(" ".join(_CODE.sub("", output).split()))
    size = f'width="{wide}" height="{high}"'
    lines = [
        f'<svg {_SPACE} viewBox="0 0 {wide} {high}" {size} role="img" aria-labelledby="t d">',
        f'<title id="t">{escape(command)}</title>',
        f'<desc id="d">{said}</desc>',
        f'<rect {size} rx="10" fill="#1c2128"/>',
        '<g fill="#545d68">',
        *(f'<circle cx="{x}" cy="18" r="5"/>' for x in (22, 40, 58)),
        "</g>",
        f'<g font-family="{_FONTS}" font-size="14" fill="#d1d7e0" xml:space="preserve">',
    ]
    for number, row in enumerate(rows):
        lines += _row(row, _TOP + number * _HIGH)
    return "\n".join([*lines, "</g>", "</svg>", ""])


def _row(row: str, y: int) -> list[str]:
    """Return the stretches of a line, each at its own column so that no font shifts it."""
    out: list[str] = []
    style: set[str] = set()
    column = 0
    for number, part in enumerate(_CODE.split(row)):
        if number % 2:
            codes = part.split(";") if part else ["0"]
            style = set() if "0" in codes else style | set(codes)
        elif part:
            if part.strip():
                x = round(_LEFT + (column + len(part) - len(part.lstrip())) * _WIDE, 1)
                size = round(_cells(part.strip()) * _WIDE, 1)
                out.append(
                    f'<text x="{x}" y="{y}" textLength="{size}"{_look(style)}>'
                    f"{escape(part.strip())}</text>"
                )
            column += _cells(part)
    return out


def _look(style: set[str]) -> str:
    color = next((_COLORS[code] for code in sorted(style) if code in _COLORS), None)
    look = f' fill="{color}"' if color else ""
    if "2" in style:
        look += ' opacity=".65"'
    return look + (' font-weight="700"' if "1" in style else "")


def _cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
