"""Operations whose bodies the vectors hold."""

import itertools

from generator.encodings import GREATEST, LEAST
from generator.samples import (
    ROW, START, UNSET, bytes_value, dot_list, integer_value, nonce_of, operation, sealed_value,
    secret_of, text_value, write,
)
from generator.sealing import seal

CREATE = operation(
    ROW, ROW, START, write(8, integer_value(1)), write(32, text_value("Nguyễn Văn A")))


def own_dot(counter):
    return f"300.77.{counter}"


def creates(writes_of, items, times=itertools.repeat(0)):
    """A row of its own for every item."""
    return [
        operation(own_dot(index), own_dot(index), START + time, *writes_of(index, item))
        for (index, item), time in zip(enumerate(items, start=1), times)
    ]


def sealed_for_two(index, letter):
    """Two values of one subject with one key, then two of another."""
    row, pair = own_dot(index), (index - 1) // 2
    value = seal(
        text_value("Nguyễn Văn " + letter), 16, row, 32, own_dot(pair * 2 + 1),
        own_dot(90 + pair), secret_of(index - 1), nonce_of(index - 1))
    return write(8, integer_value(1)), write(32, {"sealed": value})


def every_type(index, value):
    return (
        write(8, value), write(16, text_value("x" * (index - 1))),
        write(24, bytes_value("00ff" * (index - 1))), write(32, UNSET),
        write(40, integer_value(10**12 + index - 1)))


HOUSEHOLD_AND_EDITS = [
    CREATE,
    operation(own_dot(2), ROW, START + 5000, write(32, text_value("Nguyễn Văn B"), ROW),
              author="0.1.9"),
    operation(own_dot(3), ROW, START + 9000, write(32, text_value("Nguyễn Văn C"), own_dot(2)),
              write(48, UNSET), author="0.1.9"),
]
OTHER_REPLICAS = [
    operation(own_dot(10), "301.5.7", START, write(32, text_value("a"), "301.5.7"),
              write(48, None, "301.5.8", "302.1.1"), write(75, integer_value(7)),
              author="0.1.9", act=own_dot(9)),
    operation(own_dot(500), "300.76.2", -1,
              write(32, text_value("b"), "301.5.9", own_dot(10)), act=own_dot(9)),
]
BODIES = {
    "smallest": [operation(ROW, ROW, 0, write(8, integer_value(1)))],
    "a household and its edits": HOUSEHOLD_AND_EDITS,
    "every type and mixed": creates(
        every_type, [UNSET, integer_value(-5), text_value("e\u0301"), bytes_value("")]),
    "other replicas, lists and a withdrawal": OTHER_REPLICAS,
    "an unknown kind and nothing written": [
        operation(ROW, ROW, GREATEST, write(15, text_value("later")), table=900),
        operation(own_dot(2), ROW, LEAST, table=900),
    ],
    "a delete": [CREATE, operation(own_dot(2), ROW, START + 1, write(3, dot_list(ROW)))],
    "judged writes restored in the name of their authors": [
        operation("0.9.1", ROW, START + 5000, write(32, text_value("Nguyễn Văn A"), "301.5.7"),
                  author="0.1.9", because="301.5.7"),
        operation("0.9.2", ROW, START + 7000, write(40, None, "301.5.8"), because="301.5.8"),
    ],
    "sealed values, two subjects": creates(sealed_for_two, "ABCD"),
    "sealed, emptied and erased in one column": [
        operation(ROW, ROW, START, write(32, sealed_value(32, 9, "Hòa")),
                  write(48, {"erased": ROW})),
        operation(own_dot(2), ROW, START + 1, write(32, UNSET, ROW)),
        operation(own_dot(3), ROW, START + 2, write(32, {"erased": ROW}, own_dot(2))),
    ],
    "numbers in planes, a time behind and one ahead": creates(
        lambda _, number: (
            write(8, integer_value(number)), write(16, integer_value(-number * 10**14))),
        [12000, 20000, 9000, 15000, 8200, 19000], [0, 900, -3600000, 901, 2**62, 1000]),
}
