"""What is filled into a Word form: controls, lists to choose from, boxes to check."""

from __future__ import annotations

from collections.abc import Mapping

from postlint.readers.word.stream import value_of
from postlint.readers.word.styles import Numbering, StyleLook
from postlint.readers.word.written import Written

OFF = frozenset({"0", "false", "off", "none"})


class Forms(Written):
    """Reads what a form's fields show."""

    def __init__(
        self, styles: Mapping[str, StyleLook], numbering: Numbering, first: int = 0
    ) -> None:
        super().__init__(styles, numbering, first)
        self._controls: list[bool] = []
        self._entries: list[str] = []
        self._entry = 0
        self._box: str | None = None

    def _start_sdt(self, _: dict[str, str]) -> None:
        self._controls.append(False)

    def _start_showingPlcHdr(self, attributes: dict[str, str]) -> None:  # noqa: N802
        if self._controls and value_of(attributes) not in OFF:
            self._controls[-1] = True

    def _start_sdtContent(self, _: dict[str, str]) -> None:  # noqa: N802
        # What Word itself puts into an empty control is a blank to fill in.
        if self._controls and self._controls[-1] and self._open:
            self._add("[")

    def _end_sdtContent(self) -> None:  # noqa: N802
        if self._controls and self._controls[-1] and self._open:
            self._add("]")

    def _end_sdt(self) -> None:
        if self._controls:
            self._controls.pop()

    def _start_ddList(self, _: dict[str, str]) -> None:  # noqa: N802
        self._entries, self._entry = [], 0

    def _start_listEntry(self, attributes: dict[str, str]) -> None:  # noqa: N802
        self._entries.append(value_of(attributes))

    def _start_result(self, attributes: dict[str, str]) -> None:
        value = value_of(attributes)
        self._entry = int(value) if value.isdecimal() and len(value) < 4 else 0

    def _end_ddList(self) -> None:  # noqa: N802
        if self._entry < len(self._entries):
            self._add(self._entries[self._entry])

    def _start_checkBox(self, _: dict[str, str]) -> None:  # noqa: N802
        self._box = "☐"

    def _start_checked(self, attributes: dict[str, str]) -> None:
        if self._box is not None:
            self._box = "☐" if value_of(attributes) in OFF else "☒"

    def _start_default(self, attributes: dict[str, str]) -> None:
        if self._box is not None and attributes and value_of(attributes) not in OFF:
            self._box = "☒"

    def _end_checkBox(self) -> None:  # noqa: N802
        if self._box is not None:
            self._add(self._box)
        self._box = None
