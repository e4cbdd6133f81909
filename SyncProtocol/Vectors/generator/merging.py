"""The merged state of a row, what is shown of it, and its digest: section 5 of SPEC.md."""

import itertools
import struct

from generator.encodings import (
    GREATEST, LEAST, dot_bytes, hash_of, number_of, signed, tagged_value, unsigned,
)


def merged_heads(operations, erased):
    """The heads of a row as (field, dot, time, value), ascending by field and dot."""
    named = {
        (write["field"], dot)
        for operation in operations
        for write in operation["writes"]
        for dot in write["previous"]
    }
    heads = []
    for operation in operations:
        for write in operation["writes"]:
            if "value" in write and (write["field"], operation["dot"]) not in named:
                value = write["value"]
                if "sealed" in value and value["sealed"]["subject"] in erased:
                    value = {"erased": value["sealed"]["subject"]}
                heads.append((write["field"], operation["dot"], int(operation["time"]), value))
    return sorted(heads, key=lambda head: (head[0], number_of(head[1])))


def latest(heads):
    """The head that is shown: the greatest time, then the greatest dot (section 5.1)."""
    return max(heads, key=lambda head: (head[2], number_of(head[1])))


def tally(heads):
    """The sum over replicas, ascending, which stays within 64 bits at every step."""
    total = 0
    by_replica = {}
    for head in heads:
        by_replica.setdefault(int(head[1].split(".")[0]), []).append(head)
    for _, group in sorted(by_replica.items()):
        addend = int(latest(group)[3].get("integer", 0))
        total = max(LEAST, min(GREATEST, total + addend))
    return total


def deletion(heads):
    deletes = [head for head in heads if head[0] == 3]
    if not deletes:
        return "none"
    listed = set()
    for _, _, _, value in deletes:
        dots = bytes.fromhex(value.get("bytes", ""))
        listed |= {number for number, in struct.iter_unpack(">Q", dots)}
    survives = any(
        field not in (1, 3) and number_of(dot) not in listed for field, dot, _, _ in heads)
    return "contested" if survives else "deleted"


def row_state(table, row, heads):
    encoded = unsigned(table) + dot_bytes(row) + unsigned(len(heads))
    for field, dot, time, value in heads:
        encoded += unsigned(field) + dot_bytes(dot) + signed(time) + tagged_value(value)
    return encoded


def merged_row(table, row, operations, erased):
    heads = merged_heads(operations, erased)
    shown, conflicts, sums = {}, [], {}
    for field, group in itertools.groupby(heads, key=lambda head: head[0]):
        group = list(group)
        kind = field & 7
        if kind in (0, 1, 2):
            shown[str(field)] = latest(group)[3]
        if kind in (0, 1) and any(head[3] != group[0][3] for head in group):
            conflicts.append(field)
        if kind == 4:
            sums[str(field)] = str(tally(group))
    canonical = row_state(table, row, heads)
    leaf = hash_of("leaf", unsigned(table) + dot_bytes(row))[0]
    leaves = bytearray(32 * 256)
    leaves[32 * leaf : 32 * leaf + 32] = hash_of("row", canonical)
    return {
        "canonical": canonical.hex(),
        "heads": [f"{dot}:{field}" for field, dot, _, _ in heads],
        "shown": shown,
        "conflicts": conflicts,
        "sums": sums,
        "deletion": deletion(heads),
        "leaf": leaf,
        "digest": hash_of("state", bytes(leaves)).hex(),
    }
