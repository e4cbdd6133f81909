"""The body of a batch, section 7.1 of SPEC.md: `body` and the parts of its grammar."""

import itertools

from generator.encodings import (
    counter_of, difference, number_of, origin_of, signed, tagged_value, unsigned, wrapped,
)


class Sections:
    """The five sections of a body, in their order."""

    def __init__(self):
        self.structure = bytearray()
        self.lengths = bytearray()
        self.numbers = bytearray()
        self.low = bytearray()
        self.contents = bytearray()

    def joined(self):
        return bytes(self.structure + self.lengths + self.numbers + self.low + self.contents)


def planes(numbers):
    """The planes of `numbers` and the one that stands in `low`."""
    if not numbers:
        return b"", b""
    base = min(numbers)
    width = ((max(numbers) - base).bit_length() + 7) // 8
    rows = [
        bytes(number - base >> 8 * place & 0xFF for number in numbers)
        for place in reversed(range(width))
    ]
    low = rows.pop() if width > 1 else b""
    return signed(base) + bytes([width]) + b"".join(rows), low


def runs(dots):
    encoded = b""
    for dot, group in itertools.groupby(dots):
        encoded += unsigned(len(list(group))) + unsigned(number_of(dot) + 1 if dot else 0)
    return encoded


def distinct(items):
    return list(dict.fromkeys(items))


def shape_of(operation):
    fields = tuple((write["field"], "value" not in write) for write in operation["writes"])
    return operation["table"], fields


def shape(table, fields):
    encoded = unsigned(table) + unsigned(len(fields))
    before = 0
    for field, withdraws in fields:
        encoded += unsigned(field - before << 1 | withdraws)
        before = field
    return encoded


def previous(operations, origins):
    """The codes in `structure`, and the counters that are listed in `numbers`."""
    codes, counters, latest = b"", [], {}
    for operation in operations:
        for write in operation["writes"]:
            cell = operation["row"], write["field"]
            named = write["previous"]
            if not named:
                codes += unsigned(0)
            elif named == [operation["row"]]:
                codes += unsigned(1)
            elif named == [latest.get(cell)]:
                codes += unsigned(2)
            else:
                codes += unsigned(3 + len(named) - 1)
                for dot in named:
                    codes += unsigned(origins.index(origin_of(dot)))
                    counters.append(counter_of(dot))
            latest[cell] = operation["dot"]
    return codes, counters


def time_steps(times):
    steps, greatest = [], times[0]
    for time in times[1:]:
        steps.append(wrapped(time - greatest))
        greatest = max(greatest, time)
    return steps


def differences(numbers):
    return b"".join(difference(number, before) for before, number in zip([0] + numbers, numbers))


def integer_column(integers, sections):
    choices = [
        (1, b"".join(map(signed, integers)), b""),
        (4, differences(integers), b""),
        (7, *planes(integers)),
    ]
    code, numbers, low = min(choices, key=lambda choice: len(choice[1]) + len(choice[2]))
    sections.structure.append(code)
    sections.numbers += numbers
    sections.low += low


def block_column(code, blocks, sections):
    sections.structure.append(code)
    sections.lengths += b"".join(unsigned(len(content)) for content in blocks)
    sections.contents += b"".join(blocks)


def sealed_column(values, sections):
    sections.structure.append(6)
    names = [(number_of(value["key"]), number_of(value["subject"])) for value in values]
    before = 0
    for (key, subject), group in itertools.groupby(names):
        sections.contents += unsigned(len(list(group)))
        sections.contents += difference(key, before) + difference(subject, key)
        before = key
    ciphertexts = [bytes.fromhex(value["ciphertext"]) for value in values]
    sections.contents += b"".join(unsigned(len(ciphertext) - 16) for ciphertext in ciphertexts)
    sections.contents += b"".join(bytes.fromhex(value["nonce"]) for value in values)
    sections.contents += b"".join(ciphertexts)


def column(values, sections):
    kinds = {kind for value in values for kind in value}
    contents = [content for value in values for content in value.values()]
    if kinds == {"integer"}:
        integer_column([int(content) for content in contents], sections)
    elif kinds == {"text"}:
        block_column(2, [content.encode() for content in contents], sections)
    elif kinds == {"bytes"}:
        block_column(3, [bytes.fromhex(content) for content in contents], sections)
    elif kinds == {"unset"}:
        sections.structure.append(5)
    elif kinds == {"sealed"}:
        sealed_column(contents, sections)
    else:
        sections.structure.append(0)
        sections.contents += b"".join(map(tagged_value, values))


def body(operations):
    named = [operations[0]["dot"]]
    for operation in operations:
        named.append(operation["row"])
        for write in operation["writes"]:
            named += write["previous"]
    origins = distinct(map(origin_of, named))
    shapes = distinct(map(shape_of, operations))
    edited_rows = [each["row"] for each in operations if each["row"] != each["dot"]]
    counters = [counter_of(operation["dot"]) for operation in operations]
    times = [int(operation["time"]) for operation in operations]
    previous_codes, previous_counters = previous(operations, origins)

    sections = Sections()
    sections.structure += unsigned(len(operations))
    sections.structure += unsigned(len(origins) - 1) + b"".join(map(unsigned, origins[1:]))
    sections.structure += unsigned(len(shapes)) + b"".join(shape(*each) for each in shapes)
    for operation in operations:
        sections.structure += unsigned(shapes.index(shape_of(operation)))
    for before, counter in zip([0] + counters, counters):
        sections.structure += unsigned(counter - before)
    for operation in operations:
        creates = operation["row"] == operation["dot"]
        sections.structure += unsigned(
            0 if creates else origins.index(origin_of(operation["row"])) + 1)
    for name in "author", "act", "because":
        sections.structure += runs(operation.get(name) for operation in operations)
    sections.structure += previous_codes

    row_planes, row_low = planes([counter_of(row) for row in edited_rows])
    time_planes, time_low = planes(time_steps(times))
    previous_planes, previous_low = planes(previous_counters)
    sections.numbers += row_planes + signed(times[0]) + time_planes + previous_planes
    sections.low += row_low + time_low + previous_low

    columns = {}
    for operation in operations:
        for write in operation["writes"]:
            if "value" in write:
                key = operation["table"], write["field"]
                columns.setdefault(key, []).append(write["value"])
    for key in sorted(columns):
        column(columns[key], sections)
    return sections.joined()
