"""Edges between rows, persons, and copies of households that moved (SPEC.md, section 19)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from merge import Row
from model import MAXIMUM_DOT, Operation, Value
from registry import LINKS

SAME, NOT_SAME, MOVED_TO, MOVED_FROM = 1, 2, 3, 4
JOINING = (SAME, MOVED_TO, MOVED_FROM)
MIRRORED = {SAME: SAME, NOT_SAME: NOT_SAME, MOVED_TO: MOVED_FROM, MOVED_FROM: MOVED_TO}


@dataclass(frozen=True)
class Half:
    """One half of an edge."""

    row: int
    kind: int
    other: int


def read_half(row: int, value: Value | None) -> Half | None:
    """What an element of the set says; none where it is an edge to nobody."""
    if not isinstance(value, bytes) or len(value) != 9 or value[0] not in MIRRORED:
        return None
    other = int.from_bytes(value[1:], "big")
    return Half(row, value[0], other) if other <= MAXIMUM_DOT and other != row else None


def halves_of(rows: Iterable[Row]) -> list[Half]:
    """All halves that stand in rows."""
    read = (read_half(row.dot, value) for row in rows for value in row.elements(LINKS))
    return [half for half in read if half]


def has_moved(row: Row) -> bool:
    """Whether the row lives on in a copy, which shows its conflicts."""
    return any(half.kind == MOVED_TO for half in halves_of([row]))


def components(rows: Iterable[int], halves: list[Half], kinds: tuple[int, ...]) -> list[list[int]]:
    """What edges of these kinds make of rows, ascending."""
    name = {row: row for half in halves for row in (half.row, half.other)}
    name |= {row: row for row in rows}
    for half in halves:
        if half.kind in kinds and name[half.row] != name[half.other]:
            kept, lost = sorted((name[half.row], name[half.other]))
            name = {row: kept if each == lost else each for row, each in name.items()}
    groups: dict[int, list[int]] = {}
    for row in sorted(name):
        groups.setdefault(name[row], []).append(row)
    return [groups[each] for each in sorted(groups)]


def persons(rows: Iterable[int], halves: list[Half]) -> list[list[int]]:
    """The persons, each named by its smallest row."""
    return components(rows, halves, JOINING)


def contradicted(people: list[list[int]], halves: list[Half]) -> list[int]:
    """The names of those of whom two rows are said not to be the same."""
    return [
        person[0] for person in people
        if any(h.kind == NOT_SAME and h.row in person and h.other in person for h in halves)
    ]


def count_range(people: list[list[int]], halves: list[Half]) -> tuple[int, int]:
    """The least and the greatest number of persons that these may be."""
    most, disputed = 0, contradicted(people, halves)
    for person in people:
        inside = [half for half in halves if half.row in person]
        certain = components(person, inside, (MOVED_TO, MOVED_FROM))
        most += len(certain) if person[0] in disputed else 1
    return len(people), most


def copied_dots(operations: list[Operation], centres: set[int]) -> dict[int, list[int]]:
    """For each dot of an original the operations of the centre that copy it (19.2)."""
    original_of: dict[int, int] = {}
    copies: dict[int, list[int]] = {}
    row_of = {operation.dot: operation.row for operation in operations}
    for operation in sorted(operations, key=lambda each: each.dot):
        if not operation.act or operation.dot >> 39 not in centres:
            continue
        if operation.creates:
            values = [w.value for w in operation.writes if w.field == LINKS]
            if Half(operation.row, MOVED_FROM, operation.act) not in [
                    read_half(operation.row, value) for value in values]:
                continue
            original_of[operation.row] = operation.act
        elif (
            row_of.get(operation.act) != original_of.get(operation.row, -1)
            or all(write.field == LINKS for write in operation.writes)
        ):
            continue
        copies.setdefault(operation.act, []).append(operation.dot)
    return copies
