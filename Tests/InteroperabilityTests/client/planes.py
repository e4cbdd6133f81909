"""Numbers in byte planes, most significant first (SPEC.md, section 7.1)."""

from __future__ import annotations

from encoding import WORD, Reader, signed
from model import as_signed
from primitives import ProtocolError


def write_planes(numbers: list[int]) -> tuple[bytes, bytes]:
    """The part of these numbers that stands in `numbers`, and the plane that stands in `low`."""
    if not numbers:
        return b"", b""
    base = min(numbers)
    offsets = [(number - base) % WORD for number in numbers]
    width = (max(offsets).bit_length() + 7) // 8
    planes = [
        bytes(offset >> 8 * (width - 1 - index) & 0xFF for offset in offsets)
        for index in range(width)
    ]
    low = planes.pop() if width > 1 else b""
    return signed(base) + bytes([width]) + b"".join(planes), low


class PlaneReader:
    """Planes whose last one comes later, in the section `low`."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.waiting: list[tuple[list[int], int]] = []

    def read(self, count: int) -> list[int]:
        """The numbers; those with a plane in `low` are complete after `read_low`."""
        if count == 0:
            return []
        base = self.reader.signed()
        width = self.reader.byte()
        if width > 8:
            raise ProtocolError("malformed:number-out-of-range")
        here = width - 1 if width > 1 else width
        numbers = [0] * count
        for _ in range(here):
            plane = self.reader.take(count)
            numbers = [number << 8 | byte for number, byte in zip(numbers, plane)]
        if width > 1:
            self.waiting.append((numbers, base))
        else:
            numbers = [as_signed(base + number) for number in numbers]
        return numbers

    def read_low(self) -> None:
        """The section `low`: it completes, in place, what was read before."""
        for numbers, base in self.waiting:
            plane = self.reader.take(len(numbers))
            numbers[:] = [as_signed(base + (n << 8 | b)) for n, b in zip(numbers, plane)]
