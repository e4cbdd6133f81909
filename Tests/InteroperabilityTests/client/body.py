"""Operations as the body of a batch, and back (SPEC.md, section 7.1)."""

from __future__ import annotations

from columns import ColumnReader, check_code, encode_column
from encoding import Reader, signed, unsigned
from model import MAXIMUM_DOT, Operation, Write, as_signed, counter_of, origin_of
from planes import PlaneReader, write_planes
from primitives import ProtocolError

OPERATIONS_LIMIT = 1_000
WRITES_LIMIT = 256
PREVIOUS_LIMIT = 256
BODY_LIMIT = 262_144
COUNTER_LIMIT = (1 << 19) - 1
ORIGIN_LIMIT = (1 << 44) - 1


class _Origins:
    """The origins a body names, in order of first use; the header's own is the first."""

    def __init__(self, own: int) -> None:
        self.indices = {own: 0}

    def index(self, dot: int) -> int:
        return self.indices.setdefault(origin_of(dot), len(self.indices))


def encode_body(operations: list[Operation]) -> list[bytes]:
    """The five sections of a body, with the recommended choices."""
    origins = _Origins(origin_of(operations[0].dot))
    shapes: dict[bytes, int] = {}
    latest: dict[tuple[int, int, int], int] = {}
    columns: dict[tuple[int, int], list] = {}
    shape_indices, row_codes, row_counters, previous, listed = [], [], [], [], []
    for operation in operations:
        shape_indices.append(shapes.setdefault(_shape(operation), len(shapes)))
        row_codes.append(0 if operation.creates else origins.index(operation.row) + 1)
        if not operation.creates:
            row_counters.append(counter_of(operation.row))
        for write in operation.writes:
            cell = (operation.table, operation.row, write.field)
            if not write.previous:
                previous.append(b"\0")
            elif write.previous == [operation.row]:
                previous.append(b"\1")
            elif write.previous == [latest.get(cell)]:
                previous.append(b"\2")
            else:
                indices = [unsigned(origins.index(dot)) for dot in write.previous]
                previous.append(unsigned(len(indices) + 2) + b"".join(indices))
                listed += [counter_of(dot) for dot in write.previous]
            latest[cell] = operation.dot
            if write.value is not None:
                columns.setdefault((operation.table, write.field), []).append(write.value)
    encoded = [encode_column(columns[place]) for place in sorted(columns)]
    counters = [counter_of(operation.dot) for operation in operations]
    structure = unsigned(len(operations)) + unsigned(len(origins.indices) - 1)
    structure += b"".join(map(unsigned, list(origins.indices)[1:]))
    structure += unsigned(len(shapes)) + b"".join(shapes)
    structure += b"".join(map(unsigned, shape_indices))
    structure += b"".join(unsigned(c - before) for before, c in zip([0, *counters], counters))
    structure += b"".join(map(unsigned, row_codes))
    structure += _runs([o.author + 1 if o.author else 0 for o in operations])
    structure += _runs([o.act + 1 if o.act else 0 for o in operations])
    structure += _runs([o.because + 1 if o.because else 0 for o in operations])
    structure += b"".join(previous) + bytes(column.code for column in encoded)
    parts = [write_planes(row_counters), write_planes(_time_steps(operations))]
    parts.append(write_planes(listed))
    numbers = parts[0][0] + signed(operations[0].time) + parts[1][0] + parts[2][0]
    return [
        structure,
        b"".join(column.lengths for column in encoded),
        numbers + b"".join(column.numbers for column in encoded),
        b"".join(low for _, low in parts) + b"".join(column.low for column in encoded),
        b"".join(column.contents for column in encoded),
    ]


def _shape(operation: Operation) -> bytes:
    out = unsigned(operation.table) + unsigned(len(operation.writes))
    before = 0
    for write in operation.writes:
        out += unsigned((write.field - before) << 1 | (write.value is None))
        before = write.field
    return out


def _runs(values: list[int]) -> bytes:
    out, start = b"", 0
    while start < len(values):
        end = start
        while end < len(values) and values[end] == values[start]:
            end += 1
        out += unsigned(end - start) + unsigned(values[start])
        start = end
    return out


def _time_steps(operations: list[Operation]) -> list[int]:
    steps, greatest = [], operations[0].time
    for operation in operations[1:]:
        steps.append(as_signed(operation.time - greatest))
        greatest = max(greatest, operation.time)
    return steps


def decode_body(body: bytes, own: int) -> list[Operation]:
    """The operations of a body; `own` is the header's origin."""
    reader = Reader(body)
    count = reader.count(OPERATIONS_LIMIT, least=1)
    origins = [own] + [
        reader.unsigned(ORIGIN_LIMIT) for _ in range(reader.count(len(body)))
    ]
    shapes = [_read_shape(reader) for _ in range(reader.count(count))]
    chosen = [_entry(shapes, reader.unsigned()) for _ in range(count)]
    counters, counter = [], 0
    for _ in range(count):
        step = reader.unsigned()
        if step == 0:
            raise ProtocolError("malformed:not-ascending")
        counter += step
        if counter > COUNTER_LIMIT:
            raise ProtocolError("malformed:number-out-of-range")
        counters.append(counter)
    row_origins = [
        _entry(origins, code - 1) if code else None
        for code in (reader.unsigned() for _ in range(count))
    ]
    authors = _read_runs(reader, count)
    acts = _read_runs(reader, count)
    because = _read_runs(reader, count)
    previous = [
        _read_previous(reader, origins) for _, entries in chosen for _ in entries
    ]
    columns = _read_columns(reader, chosen)
    planes = PlaneReader(reader)
    for column in columns.values():
        column.read_lengths(reader)
    row_counters = planes.read(sum(origin is not None for origin in row_origins))
    first_time = reader.signed()
    time_steps = planes.read(count - 1)
    listed = planes.read(sum(len(p) for p in previous if isinstance(p, list)))
    for column in columns.values():
        column.read_numbers(reader, planes)
    planes.read_low()
    for column in columns.values():
        column.read_contents(reader)
    reader.end()

    rows, dots, values = iter(row_counters), iter(listed), {
        place: iter(column.values) for place, column in columns.items()
    }
    times = _times(first_time, time_steps)
    operations: list[Operation] = []
    latest: dict[tuple[int, int, int], int] = {}
    plans = iter(previous)
    for index, (table, entries) in enumerate(chosen):
        dot = own << 19 | counters[index]
        origin = row_origins[index]
        row = dot if origin is None else _dot(origin, next(rows))
        if origin is not None and row == dot:
            raise ProtocolError("malformed:unknown-code")
        writes = []
        for field, withdraws in entries:
            cell = (table, row, field)
            plan = next(plans)
            if plan == 0:
                seen = []
            elif plan == 1:
                seen = [row]
            elif plan == 2:
                if cell not in latest:
                    raise ProtocolError("malformed:no-such-entry")
                seen = [latest[cell]]
            else:
                seen = [_dot(origin, next(dots)) for origin in plan]
            latest[cell] = dot
            value = None if withdraws else next(values[table, field])
            writes.append(Write(field, value, seen))
        operations.append(Operation(
            dot, table, row, times[index], writes, authors[index], acts[index], because[index]
        ))
    return operations


def _entry(table: list, index: int):
    if index >= len(table):
        raise ProtocolError("malformed:no-such-entry")
    return table[index]


def _dot(origin: int, counter: int) -> int:
    if not 0 <= counter <= COUNTER_LIMIT:
        raise ProtocolError("malformed:number-out-of-range")
    return origin << 19 | counter


def _read_shape(reader: Reader) -> tuple[int, list[tuple[int, bool]]]:
    table, entries, field = reader.unsigned(0xFFFF), [], 0
    for index in range(reader.count(WRITES_LIMIT)):
        entry = reader.unsigned(0x1FFFF)
        if index and entry < 2:
            raise ProtocolError("malformed:not-ascending")
        field += entry >> 1
        if field > 0xFFFF:
            raise ProtocolError("malformed:number-out-of-range")
        entries.append((field, entry & 1 == 1))
    return table, entries


def _read_runs(reader: Reader, count: int) -> list[int]:
    values: list[int] = []
    while len(values) < count:
        run = reader.unsigned(count - len(values), least=1)
        value = reader.unsigned(MAXIMUM_DOT + 1)
        values += [value - 1 if value else 0] * run
    return values


def _read_previous(reader: Reader, origins: list[int]) -> int | list[int]:
    code = reader.unsigned(PREVIOUS_LIMIT + 2)
    if code < 3:
        return code
    return [_entry(origins, reader.unsigned()) for _ in range(code - 2)]


def _read_columns(
    reader: Reader, chosen: list[tuple[int, list[tuple[int, bool]]]]
) -> dict[tuple[int, int], ColumnReader]:
    counts: dict[tuple[int, int], int] = {}
    for table, entries in chosen:
        for field, withdraws in entries:
            if not withdraws:
                counts[table, field] = counts.get((table, field), 0) + 1
    return {
        place: ColumnReader(check_code(reader.byte()), counts[place]) for place in sorted(counts)
    }


def _times(first: int, steps: list[int]) -> list[int]:
    times, greatest = [first], first
    for step in steps:
        times.append(as_signed(greatest + step))
        greatest = max(greatest, times[-1])
    return times
