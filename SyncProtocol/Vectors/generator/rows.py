"""Merged rows in ROW frames, and what is made of them: sections 5.2, 9.1 and 9.2 of SPEC.md."""

import itertools

from generator.body import Sections, column
from generator.encodings import (
    block, counter_of, difference, digest, dot_bytes, hash_of, message, number_of, origin_of,
    signed, unsigned,
)
from generator.merging import merged_heads, row_state
from generator.signed import compressed, signing_key, tip


def merged_rows(operations):
    """The rows that operations leave behind, ascending by (table, row)."""
    by_row = {}
    for operation in operations:
        by_row.setdefault((operation["table"], operation["row"]), []).append(operation)
    rows = []
    for (table, row), group in by_row.items():
        created = [each["time"] for each in group if each["dot"] == row]
        rows.append({
            "table": table, "row": row, "heads": merged_heads(group, []),
            "created": int(created[0]) if created else None})
    return sorted(rows, key=lambda each: (each["table"], number_of(each["row"])))


def leaf_of(row):
    return hash_of("leaf", unsigned(row["table"]) + dot_bytes(row["row"]))[0]


def leaf_sums(rows):
    leaves = [0] * 256
    for row in rows:
        state = row_state(row["table"], row["row"], row["heads"])
        leaves[leaf_of(row)] += int.from_bytes(hash_of("row", state), "little")
    return [(leaf % 2**256).to_bytes(32, "little") for leaf in leaves]


def root_of_rows(rows):
    return hash_of("state", b"".join(leaf_sums(rows)))


def cells_of(row):
    """The cells of a row: field, heads ascending by dot, and whether it is edited."""
    cells = []
    for field, group in itertools.groupby(row["heads"], key=lambda head: head[0]):
        heads = sorted(group, key=lambda head: number_of(head[1]))
        as_created = len(heads) == 1 and heads[0][1:3] == (row["row"], row["created"])
        cells.append((field, heads, not as_created))
    return cells


def row_frame(scope, rows, cut=False):
    """The payload of a ROW frame with rows of one table."""
    cells = [cells_of(row) for row in rows]
    edited = [
        (row, heads) for row, of in zip(rows, cells) for _, heads, is_edited in of if is_edited]
    origins = sorted({origin_of(head[1]) for _, heads in edited for head in heads})
    shapes = list(dict.fromkeys(
        tuple((field, is_edited) for field, _, is_edited in of) for of in cells))
    encoded = dot_bytes(scope) + unsigned(rows[0]["table"]) + bytes([cut]) + unsigned(len(rows))
    encoded += unsigned(len(origins)) + b"".join(map(unsigned, origins))
    encoded += unsigned(len(shapes)) + b"".join(map(shape, shapes))
    for of in cells:
        encoded += unsigned(shapes.index(tuple((field, edit) for field, _, edit in of)))
    numbers = [number_of(row["row"]) for row in rows]
    encoded += b"".join(unsigned(n - before) for before, n in zip([0] + numbers, numbers))
    encoded += creations(rows)
    encoded += b"".join(unsigned(len(heads)) for _, heads in edited)
    last = {}
    for dot in (head[1] for _, heads in edited for head in heads):
        step = counter_of(dot) - last.get(origin_of(dot), 0)
        encoded += unsigned(origins.index(origin_of(dot))) + signed(step)
        last[origin_of(dot)] = counter_of(dot)
    for row, heads in edited:
        encoded += b"".join(difference(head[2], row["created"] or 0) for head in heads)
    return encoded + columns(cells)


def shape(entries):
    encoded, before = unsigned(len(entries)), 0
    for field, edited in entries:
        encoded += unsigned(field - before << 1 | edited)
        before = field
    return encoded


def creations(rows):
    missing = [index for index, row in enumerate(rows) if row["created"] is None]
    encoded = unsigned(len(missing))
    encoded += b"".join(unsigned(n - before) for before, n in zip([-1] + missing, missing))
    times = [row["created"] for row in rows if row["created"] is not None]
    return encoded + b"".join(difference(n, before) for before, n in zip([0] + times, times))


def columns(cells):
    """Every column alone: its code, then its parts of the sections."""
    values = {}
    for of in cells:
        for field, heads, _ in of:
            values.setdefault(field, []).extend(head[3] for head in heads)
    encoded = b""
    for field in sorted(values):
        sections = Sections()
        column(values[field], sections)
        encoded += sections.joined()
    return encoded


def row_frames(scope, rows):
    """One payload for each table."""
    tables = itertools.groupby(rows, key=lambda row: row["table"])
    return [row_frame(scope, list(group)) for _, group in tables]


def frontier(tips, marks):
    """`tips` are batches or tips, `marks` the greatest counter by origin."""
    tips = sorted(tips, key=lambda each: (each["replica"], int(each["sequence"]), each["hash"]))
    encoded = unsigned(len(tips)) + b"".join(map(tip, tips)) + unsigned(len(marks))
    before = 0
    for origin in sorted(marks):
        encoded += unsigned(origin - before) + unsigned(marks[origin])
        before = origin
    return encoded


def frontier_of(batches):
    """What is applied after these batches."""
    replaced = {(batch.replica, batch.sequence - 1, batch.predecessor) for batch in batches}
    tips = [
        batch.as_tip() for batch in batches
        if (batch.replica, batch.sequence, batch.hash) not in replaced]
    marks = {}
    for operation in (each for batch in batches for each in batch.operations):
        origin = origin_of(operation["dot"])
        marks[origin] = max(marks.get(origin, 0), counter_of(operation["dot"]))
    return frontier(tips, marks)


def snapshot(cursor, rows, frontier_bytes, certificates, made, seed, payloads, per_section=1):
    """A whole snapshot and its identity; `payloads` are those of ROW frames."""
    sections, packed = b"", []
    for start in range(0, len(payloads), per_section):
        plain = b"".join(map(block, payloads[start : start + per_section]))
        packed.append(compressed(plain))
        sections += unsigned(len(plain)) + unsigned(len(packed[-1])) + digest(packed[-1])
    header = cursor + root_of_rows(rows) + unsigned(len(rows)) + unsigned(1) + signed(made)
    header += frontier_bytes + unsigned(len(certificates)) + b"".join(map(block, certificates))
    header += unsigned(len(packed)) + sections
    signature = signing_key(seed).sign(message("snapshot", header))
    content = signature + len(header).to_bytes(4, "little") + header + b"".join(packed)
    return content, hash_of("snapshot", header)
