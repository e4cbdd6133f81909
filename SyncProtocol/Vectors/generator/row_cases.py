"""Rows as ROW frames carry them, and what is no such payload: section 9.1 of SPEC.md."""

from generator.encodings import dot_bytes, unsigned
from generator.rows import merged_rows, row_frame
from generator.samples import (
    ROW, SCOPE, START, UNSET, bytes_value, integer_value, operation, sealed_value, text_value,
    write,
)

SECOND, OTHER = "300.77.9", "300.76.4"

created = operation(ROW, ROW, START, write(8, integer_value(1)), write(32, text_value("A")))
second = operation(
    SECOND, SECOND, START + 5, write(8, integer_value(2)), write(32, text_value("B")))
EVERY_VALUE = operation(
    ROW, ROW, START, write(8, integer_value(-5)), write(16, text_value("e\u0301")),
    write(24, bytes_value("00ff")), write(32, sealed_value(32, 9, "Hòa")),
    write(40, {"erased": ROW}), write(48, UNSET))
TWO_HEADS = [
    created, second,
    operation("301.5.7", ROW, START + 9, write(32, text_value("C"), ROW)),
    operation("302.1.4", ROW, START - 3, write(32, text_value("D"), ROW)),
    operation("301.5.9", ROW, START + 9, write(75, integer_value(6))),
]
NO_CREATION = [
    operation("301.5.7", OTHER, START, write(24, integer_value(3), "300.76.8")), created]
NOTHING_LEFT = [created, operation("301.5.7", ROW, START + 1, write(8, None, ROW),
                                   write(32, None, ROW))]


def row_cases():
    whole = merged_rows([created, *TWO_HEADS[2:4]])[0]
    front = whole | {"heads": whole["heads"][:2]}
    back = whole | {"heads": whole["heads"][2:]}
    return [
        _case("as created", merged_rows([created, second])),
        _case("every type of value", merged_rows([EVERY_VALUE])),
        _case("two heads, a set and two sessions", merged_rows(TWO_HEADS)),
        _case("a row whose creation is missing", merged_rows(NO_CREATION)),
        _case("a row without heads", merged_rows(NOTHING_LEFT)),
        _case("the first part of a cut row", [front], cut=True),
        _case("the rest of a cut row", [back]),
    ]


def _case(name, rows, cut=False):
    return {
        "name": name, "scope": SCOPE, "table": 16, "cut": cut,
        "rows": [
            {"row": row["row"], "heads": [
                {"field": field, "dot": dot, "time": str(time), "value": value}
                for field, dot, time, value in row["heads"]
            ]} | ({} if row["created"] is None else {"created": str(row["created"])})
            for row in rows
        ],
        "expect": {"hex": row_frame(SCOPE, rows, cut).hex()},
    }


def row_refusals():
    """Payloads of ROW that are none, with the code of section 14."""
    good = row_frame(SCOPE, merged_rows([created]))
    head = dot_bytes(SCOPE) + unsigned(16)
    no_shape = b"\1" + b"\0" + b"\0"
    edited = row_frame(SCOPE, merged_rows(TWO_HEADS))
    first = unsigned(301 << 20 | 5)
    origins = edited.index(first)
    return [
        ("ROW cut short", 9, good[:-1], "truncated"),
        ("ROW with a byte too many", 9, good + b"\0", "trailing-bytes"),
        ("ROW without rows", 9, head + b"\0\0", "number-out-of-range"),
        ("ROW with another flag", 9, head + b"\2" + good[len(head) + 1:], "unknown-code"),
        ("ROW with a shape that is not there", 9, head + b"\0" + no_shape + b"\0",
         "no-such-entry"),
        ("ROW with origins that do not ascend", 9,
         edited[:origins] + unsigned(303 << 20) + edited[origins + len(first):], "not-ascending"),
    ]
