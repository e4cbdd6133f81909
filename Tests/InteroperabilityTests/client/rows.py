"""Merged rows as ROW frames carry them (SPEC.md, section 9.1)."""

from __future__ import annotations

from dataclasses import dataclass

from body import COUNTER_LIMIT, ORIGIN_LIMIT, WRITES_LIMIT
from columns import ColumnReader, check_code, encode_column
from encoding import Reader, difference, signed, unsigned
from merge import Head, Row
from model import MAXIMUM_DOT, counter_of, origin_of
from planes import PlaneReader
from primitives import ProtocolError

ROW_LIMIT = 1_000
HEAD_LIMIT = 65_536

Cell = list[Head]


@dataclass
class RowBlock:
    """Rows of one table of one scope; where it is cut, the last row goes on in the next."""

    scope: int
    table: int
    rows: list[Row]
    is_cut: bool = False

    def encoded(self) -> bytes:
        """The payload of ROW."""
        cells = [[(number, row.cell(number)) for number in row.fields()] for row in self.rows]
        shapes: dict[bytes, int] = {}
        chosen = [
            shapes.setdefault(_shape(row, of), len(shapes)) for row, of in zip(self.rows, cells)
        ]
        edited = [
            (row, cell) for row, of in zip(self.rows, cells) for _, cell in of
            if not _is_as_created(row, cell)
        ]
        origins = sorted({origin_of(head.dot) for _, cell in edited for head in cell})
        out = unsigned(self.scope) + unsigned(self.table) + bytes([self.is_cut])
        out += unsigned(len(self.rows)) + unsigned(len(origins))
        out += b"".join(map(unsigned, origins)) + unsigned(len(shapes)) + b"".join(shapes)
        out += b"".join(map(unsigned, chosen)) + _steps([row.dot for row in self.rows])
        out += self._creations()
        out += b"".join(unsigned(len(cell)) for _, cell in edited)
        last = dict.fromkeys(origins, 0)
        for head in (head for _, cell in edited for head in cell):
            origin, counter = origin_of(head.dot), counter_of(head.dot)
            out += unsigned(origins.index(origin)) + signed(counter - last[origin])
            last[origin] = counter
        for row, cell in edited:
            out += b"".join(difference(head.time, row.created or 0) for head in cell)
        columns: dict[int, list] = {}
        for number, cell in (entry for of in cells for entry in of):
            columns.setdefault(number, []).extend(head.value for head in cell)
        for number in sorted(columns):
            column = encode_column(columns[number])
            out += bytes([column.code]) + column.lengths + column.numbers + column.low
            out += column.contents
        return out

    def _creations(self) -> bytes:
        missing = [index for index, row in enumerate(self.rows) if row.created is None]
        steps = [index - before for before, index in zip([-1, *missing], missing)]
        out, before = unsigned(len(missing)) + b"".join(map(unsigned, steps)), 0
        for row in self.rows:
            if row.created is not None:
                out += difference(row.created, before)
                before = row.created
        return out


def _is_as_created(row: Row, cell: Cell) -> bool:
    return len(cell) == 1 and (cell[0].dot, cell[0].time) == (row.dot, row.created)


def _shape(row: Row, cells: list[tuple[int, Cell]]) -> bytes:
    out, before = unsigned(len(cells)), 0
    for number, cell in cells:
        out += unsigned((number - before) << 1 | (not _is_as_created(row, cell)))
        before = number
    return out


def _steps(numbers: list[int]) -> bytes:
    return b"".join(unsigned(n - before) for before, n in zip([0, *numbers], numbers))


def read_rows(payload: bytes) -> RowBlock:
    """The payload of ROW."""
    reader = Reader(payload)
    scope, table, cut = reader.dot(), reader.unsigned(0xFFFF), reader.byte(1) == 1
    count = reader.count(ROW_LIMIT, least=1)
    origins = _read_ascending(reader, reader.count(len(payload)), ORIGIN_LIMIT)
    shapes = [_read_shape(reader) for _ in range(reader.count(count))]
    chosen: list[list[tuple[int, bool]]] = []
    for _ in range(count):
        index = reader.unsigned()
        if index >= len(shapes):
            raise ProtocolError("malformed:no-such-entry")
        chosen.append(shapes[index])
    if sum(map(len, chosen)) > HEAD_LIMIT:
        raise ProtocolError("malformed:number-out-of-range")
    rows = [Row(table, dot) for dot in _read_ascending(reader, count, MAXIMUM_DOT)]
    _read_creations(reader, rows)
    names = _read_names(reader, rows, chosen, origins)
    cells: dict[int, list[tuple[Row, Head]]] = {}
    remaining = iter(names)
    for row, shape in zip(rows, chosen):
        for number, edited in shape:
            heads = next(remaining) if edited else [Head(row.dot, row.created or 0, 0)]
            cells.setdefault(number, []).extend((row, head) for head in heads)
    for number in sorted(cells):
        planes = PlaneReader(reader)
        column = ColumnReader(check_code(reader.byte()), len(cells[number]))
        column.read_lengths(reader)
        column.read_numbers(reader, planes)
        planes.read_low()
        column.read_contents(reader)
        for (row, head), value in zip(cells[number], column.values):
            row.heads[number, head.dot] = Head(head.dot, head.time, value)
    reader.end()
    return RowBlock(scope, table, rows, cut)


def _read_ascending(reader: Reader, count: int, most: int) -> list[int]:
    """Origins as they are, rows as steps: both strictly ascending."""
    numbers: list[int] = []
    for index in range(count):
        number = reader.unsigned(most)
        if most == MAXIMUM_DOT:
            if index and number == 0:
                raise ProtocolError("malformed:not-ascending")
            number += numbers[-1] if index else 0
        elif index and number <= numbers[-1]:
            raise ProtocolError("malformed:not-ascending")
        if number > most:
            raise ProtocolError("malformed:number-out-of-range")
        numbers.append(number)
    return numbers


def _read_shape(reader: Reader) -> list[tuple[int, bool]]:
    entries, number = [], 0
    for index in range(reader.count(WRITES_LIMIT)):
        entry = reader.unsigned(0x1FFFF)
        if index and entry < 2:
            raise ProtocolError("malformed:not-ascending")
        number += entry >> 1
        if number > 0xFFFF:
            raise ProtocolError("malformed:number-out-of-range")
        entries.append((number, entry & 1 == 1))
    return entries


def _read_creations(reader: Reader, rows: list[Row]) -> None:
    missing, index, time = set(), -1, 0
    for _ in range(reader.count(len(rows))):
        index += reader.unsigned(len(rows), 1)
        if index >= len(rows):
            raise ProtocolError("malformed:number-out-of-range")
        missing.add(index)
    for index, row in enumerate(rows):
        if index not in missing:
            row.created = time = reader.difference(time)


def _read_names(
    reader: Reader, rows: list[Row], chosen: list[list[tuple[int, bool]]], origins: list[int]
) -> list[Cell]:
    """The dots and times of every edited cell; their values stand in the columns."""
    owners: list[Row] = []
    for row, shape in zip(rows, chosen):
        for _, edited in shape:
            if edited:
                owners.append(row)
            elif row.created is None:
                raise ProtocolError("malformed:no-such-entry")
    counts = [reader.count(HEAD_LIMIT, least=1) for _ in owners]
    if sum(counts) > HEAD_LIMIT:
        raise ProtocolError("malformed:number-out-of-range")
    last = [0] * len(origins)
    dots: list[list[int]] = []
    for count in counts:
        cell: list[int] = []
        for _ in range(count):
            index = reader.unsigned()
            if index >= len(origins):
                raise ProtocolError("malformed:no-such-entry")
            last[index] += reader.signed()
            if not 0 <= last[index] <= COUNTER_LIMIT:
                raise ProtocolError("malformed:number-out-of-range")
            cell.append(origins[index] << 19 | last[index])
            if len(cell) > 1 and cell[-2] >= cell[-1]:
                raise ProtocolError("malformed:not-ascending")
        dots.append(cell)
    cells = []
    for row, cell in zip(owners, dots):
        cells.append([Head(dot, reader.difference(row.created or 0), 0) for dot in cell])
        if _is_as_created(row, cells[-1]):
            raise ProtocolError("malformed:unknown-code")
    return cells


class RowsReader:
    """Puts the rows of consecutive ROW frames together."""

    def __init__(self, scope: int) -> None:
        self.scope = scope
        self.rows: list[Row] = []
        self.is_cut = False

    def add(self, payload: bytes) -> None:
        """The next frame: rows ascend, and only a cut row goes on."""
        block = read_rows(payload)
        if block.scope != self.scope:
            raise ProtocolError("malformed:unexpected-frame")
        for index, row in enumerate(block.rows):
            last = self.rows[-1] if self.rows else None
            if index == 0 and self.is_cut and last is not None:
                if (last.table, last.dot, last.created) != (row.table, row.dot, row.created):
                    raise ProtocolError("malformed:not-ascending")
                if not row.heads or max(last.heads) >= min(row.heads):
                    raise ProtocolError("malformed:not-ascending")
                last.heads |= row.heads
            elif last is not None and (last.table, last.dot) >= (row.table, row.dot):
                raise ProtocolError("malformed:not-ascending")
            else:
                self.rows.append(row)
        if block.is_cut and not block.rows[-1].heads:
            raise ProtocolError("malformed:number-out-of-range")
        self.is_cut = block.is_cut

    def end(self) -> list[Row]:
        """All rows; refuses a row that was cut and did not go on."""
        if self.is_cut:
            raise ProtocolError("malformed:truncated")
        return self.rows


def pack_rows(scope: int, rows: list[Row]) -> list[bytes]:
    """Rows as payloads of ROW, in their order."""
    payloads: list[bytes] = []
    waiting: list[Row] = []
    for row in sorted(rows, key=lambda row: (row.table, row.dot)):
        if waiting and (waiting[0].table != row.table or len(waiting) == 100):
            payloads.append(RowBlock(scope, waiting[0].table, waiting).encoded())
            waiting = []
        waiting.append(row)
    if waiting:
        payloads.append(RowBlock(scope, waiting[0].table, waiting).encoded())
    return payloads
