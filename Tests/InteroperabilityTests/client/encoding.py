"""Numbers, texts, dots and values as bytes (SPEC.md, section 6)."""

from __future__ import annotations

from model import (
    MAXIMUM_DOT, UNSET, Erased, Sealed, Value, as_signed,
)
from primitives import ProtocolError

TEXT_LIMIT = 65_536
LABEL_LIMIT = 256
CIPHERTEXT_LIMIT = 65_568
WORD = 1 << 64


def unsigned(number: int) -> bytes:
    """LEB128 in its shortest form."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def signed(number: int) -> bytes:
    """Zigzag."""
    return unsigned(number << 1 if number >= 0 else (-number << 1) - 1)


def difference(number: int, base: int) -> bytes:
    """`number` less `base`, modulo 2⁶⁴."""
    return signed(as_signed(number - base))


def block(content: bytes) -> bytes:
    """Bytes behind their length."""
    return unsigned(len(content)) + content


def text(content: str) -> bytes:
    """A block of UTF-8."""
    return block(content.encode("utf-8"))


def optional(content: bytes | None) -> bytes:
    """Byte 0, or byte 1 and the content."""
    return b"\0" if content is None else b"\1" + content


def sealed(value: Sealed) -> bytes:
    """The parts of a sealed value."""
    return (
        unsigned(value.key) + difference(value.subject, value.key) + value.nonce
        + block(value.ciphertext)
    )


def tagged_value(value: Value) -> bytes:
    """A value behind its code."""
    match value:
        case int():
            return b"\1" + signed(value)
        case str():
            return b"\2" + text(value)
        case bytes():
            return b"\3" + block(value)
        case Sealed():
            return b"\4" + sealed(value)
        case Erased():
            return b"\5" + unsigned(value.subject)
        case _:
            return b"\0"


class Reader:
    """Reads bytes from outside; everything is bounded, and what is wrong is refused."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.position = 0

    def take(self, count: int) -> bytes:
        """The next `count` bytes."""
        if count > len(self.content) - self.position:
            raise ProtocolError("malformed:truncated")
        self.position += count
        return self.content[self.position - count:self.position]

    def rest(self) -> bytes:
        """All that is left."""
        return self.take(len(self.content) - self.position)

    def end(self) -> None:
        """Refuses anything behind the grammar's end."""
        if self.position != len(self.content):
            raise ProtocolError("malformed:trailing-bytes")

    def byte(self, most: int = 255) -> int:
        """One byte, a code that the grammar knows up to `most`."""
        value = self.take(1)[0]
        if value > most:
            raise ProtocolError("malformed:unknown-code")
        return value

    def unsigned(self, most: int = WORD - 1, least: int = 0) -> int:
        """A number within its bounds and in its shortest form."""
        value = shift = 0
        while True:
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << shift
            if value >= WORD or shift > 63:
                raise ProtocolError("malformed:number-out-of-range")
            if byte < 0x80:
                break
            shift += 7
        if byte == 0 and shift > 0:
            raise ProtocolError("malformed:number-not-shortest")
        if not least <= value <= most:
            raise ProtocolError("malformed:number-out-of-range")
        return value

    def count(self, most: int, least: int = 0) -> int:
        """A count: each of what it counts takes a byte or more, so it cannot pass the rest."""
        return self.unsigned(most, least)

    def signed(self) -> int:
        """A zigzag number of 64 bits."""
        value = self.unsigned()
        return value >> 1 ^ -(value & 1)

    def difference(self, base: int) -> int:
        """A signed number that was written as its step from `base`."""
        return as_signed(base + self.signed())

    def dot(self, least: int = 0) -> int:
        """A dot, or a scope where 0 is one."""
        return self.unsigned(MAXIMUM_DOT, least)

    def dot_difference(self, base: int) -> int:
        """A dot that was written as its step from `base`."""
        value = self.difference(base)
        if value < 0:
            raise ProtocolError("malformed:number-out-of-range")
        return value

    def block(self, most: int) -> bytes:
        """Bytes behind their length."""
        return self.take(self.unsigned(most))

    def text(self, most: int = TEXT_LIMIT) -> str:
        """A block of UTF-8 without U+0000."""
        return text_of(self.block(most))

    def optional(self) -> bool:
        """Whether something follows."""
        return self.byte(1) == 1

    def hash(self) -> bytes:
        """Thirty-two bytes."""
        return self.take(32)

    def sealed(self) -> Sealed:
        """The parts of a sealed value."""
        key = self.dot()
        subject = self.dot_difference(key)
        nonce = self.take(24)
        ciphertext = self.block(CIPHERTEXT_LIMIT)
        if len(ciphertext) < 16:
            raise ProtocolError("malformed:number-out-of-range")
        return Sealed(key, subject, nonce, ciphertext)

    def tagged_value(self) -> Value:
        """A value behind its code."""
        match self.byte(5):
            case 1:
                return self.signed()
            case 2:
                return self.text()
            case 3:
                return self.block(TEXT_LIMIT)
            case 4:
                return self.sealed()
            case 5:
                return Erased(self.dot())
        return UNSET


def text_of(content: bytes) -> str:
    """The text that these bytes are."""
    try:
        decoded = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProtocolError("malformed:text-not-utf8") from error
    if "\0" in decoded:
        raise ProtocolError("malformed:text-not-utf8")
    return decoded
