"""The values of one field in a body (SPEC.md, section 7.1, the table of codes)."""

from __future__ import annotations

from dataclasses import dataclass, field

from encoding import (
    CIPHERTEXT_LIMIT, TEXT_LIMIT, Reader, difference, signed, tagged_value, text_of, unsigned,
)
from model import UNSET, Sealed, Value
from planes import PlaneReader, write_planes
from primitives import ProtocolError

MIXED, INTEGERS, TEXTS, BYTES, DIFFERENCES, UNSETS, SEALED, PLANES = range(8)


@dataclass
class Column:
    """What the sections hold of one column."""

    code: int
    lengths: bytes = b""
    numbers: bytes = b""
    low: bytes = b""
    contents: bytes = b""


def encode_column(values: list[Value]) -> Column:
    """The recommended code for these values."""
    kinds = {type(value) for value in values}
    if kinds == {int}:
        return _encode_integers(values)
    if kinds == {str} or kinds == {bytes}:
        contents = [value.encode() if isinstance(value, str) else value for value in values]
        lengths = b"".join(unsigned(len(content)) for content in contents)
        return Column(TEXTS if kinds == {str} else BYTES, lengths, contents=b"".join(contents))
    if kinds == {type(UNSET)}:
        return Column(UNSETS)
    if kinds == {Sealed}:
        return Column(SEALED, contents=_encode_sealed(values))
    return Column(MIXED, contents=b"".join(map(tagged_value, values)))


def _encode_integers(values: list[int]) -> Column:
    plain = b"".join(map(signed, values))
    steps = b"".join(difference(v, before) for before, v in zip([0, *values], values))
    planes, low = write_planes(values)
    choices = [
        Column(INTEGERS, numbers=plain), Column(DIFFERENCES, numbers=steps),
        Column(PLANES, numbers=planes, low=low),
    ]
    return min(choices, key=lambda choice: len(choice.numbers) + len(choice.low))


def _encode_sealed(values: list[Sealed]) -> bytes:
    out = b""
    key_before = start = 0
    while start < len(values):
        first, end = values[start], start
        while end < len(values) and (values[end].key, values[end].subject) == (
            first.key, first.subject
        ):
            end += 1
        out += unsigned(end - start) + difference(first.key, key_before)
        out += difference(first.subject, first.key)
        key_before, start = first.key, end
    out += b"".join(unsigned(len(value.ciphertext) - 16) for value in values)
    out += b"".join(value.nonce for value in values)
    return out + b"".join(value.ciphertext for value in values)


@dataclass
class ColumnReader:
    """Reads one column, section by section."""

    code: int
    count: int
    lengths: list[int] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)

    def read_lengths(self, reader: Reader) -> None:
        """Its part of `lengths`."""
        if self.code in (TEXTS, BYTES):
            self.lengths = [reader.unsigned(TEXT_LIMIT) for _ in range(self.count)]

    def read_numbers(self, reader: Reader, planes: PlaneReader) -> None:
        """Its part of `numbers`."""
        match self.code:
            case 1:
                self.values = [reader.signed() for _ in range(self.count)]
            case 4:
                number = 0
                for _ in range(self.count):
                    number = reader.difference(number)
                    self.values.append(number)
            case 7:
                self.values = planes.read(self.count)

    def read_contents(self, reader: Reader) -> None:
        """Its part of `contents`."""
        match self.code:
            case 0:
                self.values = [reader.tagged_value() for _ in range(self.count)]
            case 2:
                self.values = [text_of(reader.take(length)) for length in self.lengths]
            case 3:
                self.values = [reader.take(length) for length in self.lengths]
            case 5:
                self.values = [UNSET] * self.count
            case 6:
                self.values = list(_read_sealed(reader, self.count))


def _read_sealed(reader: Reader, count: int) -> list[Sealed]:
    owners: list[tuple[int, int]] = []
    key = 0
    while len(owners) < count:
        run = reader.unsigned(count - len(owners), least=1)
        key = reader.dot_difference(key)
        owners += [(key, reader.dot_difference(key))] * run
    lengths = [reader.unsigned(CIPHERTEXT_LIMIT - 16) + 16 for _ in range(count)]
    nonces = [reader.take(24) for _ in range(count)]
    return [
        Sealed(key, subject, nonce, reader.take(length))
        for (key, subject), nonce, length in zip(owners, nonces, lengths)
    ]


def check_code(code: int) -> int:
    """A code of the table in 7.1."""
    if code > PLANES:
        raise ProtocolError("malformed:unknown-code")
    return code
