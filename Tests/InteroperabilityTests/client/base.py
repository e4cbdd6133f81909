"""Rows of a scope that came whole, below the log that is kept (SPEC.md, 10.3 and 10.7)."""

from __future__ import annotations

from dataclasses import dataclass

from batch import Cursor
from encoding import Reader
from frontier import Frontier, read_frontier
from home import Home


@dataclass
class Base:
    """Rows as payloads of ROW, and the place of the centre's log that they stand for."""

    cursor: Cursor
    rows: bytes
    applied: Frontier
    below: Frontier


def read_base(home: Home, scope: int) -> Base | None:
    """The base of a scope, if it has one."""
    row = home.one("SELECT * FROM base WHERE scope = ?", scope)
    if row is None:
        return None
    cursor = Cursor(scope, *row[1:4])
    return Base(cursor, row[4], *(read_frontier(Reader(part)) for part in row[5:]))


def write_base(home: Home, scope: int, base: Base | None) -> None:
    """Puts a base in place of the one before, or none."""
    home.run("DELETE FROM base WHERE scope = ?", scope)
    if base:
        home.run(
            "INSERT INTO base VALUES (?, ?, ?, ?, ?, ?, ?)", scope, base.cursor.epoch,
            base.cursor.arrival, base.cursor.running, base.rows, base.applied.encoded(),
            base.below.encoded(),
        )
