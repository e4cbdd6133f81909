"""Numbers, texts, dots, values and hashes: section 6 of SPEC.md."""

import hashlib

GREATEST = 2**63 - 1
LEAST = -(2**63)
COUNTER_BITS = 19
SESSION_BITS = 20


def unsigned(number):
    encoded = bytearray()
    while number >= 0x80:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(encoded) + bytes([number])


def wrapped(number):
    """The 64-bit signed number that is equal modulo 2⁶⁴."""
    number %= 2**64
    return number - 2**64 if number > GREATEST else number


def signed(number):
    return unsigned((number << 1 ^ number >> 63) % 2**64)


def difference(number, base):
    return signed(wrapped(number - base))


def block(content):
    return unsigned(len(content)) + content


def text(string):
    return block(string.encode())


def number_of(dot):
    """A dot's number, from `replica.session.counter` (section 3)."""
    replica, session, counter = map(int, dot.split("."))
    return (replica << SESSION_BITS | session) << COUNTER_BITS | counter


def dot_bytes(dot):
    return unsigned(number_of(dot))


def origin_of(dot):
    return number_of(dot) >> COUNTER_BITS


def counter_of(dot):
    return number_of(dot) & (1 << COUNTER_BITS) - 1


def optional_signed(number):
    return b"\0" if number is None else b"\1" + signed(number)


def sealed(value):
    key = number_of(value["key"])
    return (
        unsigned(key)
        + difference(number_of(value["subject"]), key)
        + bytes.fromhex(value["nonce"])
        + block(bytes.fromhex(value["ciphertext"]))
    )


def tagged_value(value):
    (kind, content), = value.items()
    if kind == "unset":
        return b"\0"
    if kind == "integer":
        return b"\1" + signed(int(content))
    if kind == "text":
        return b"\2" + text(content)
    if kind == "bytes":
        return b"\3" + block(bytes.fromhex(content))
    if kind == "sealed":
        return b"\4" + sealed(content)
    return b"\5" + dot_bytes(content)


def message(purpose, content):
    """What is hashed or signed for a purpose."""
    return b"camtay/1 " + purpose.encode() + b"\0" + content


def digest(content):
    return hashlib.blake2b(content, digest_size=32).digest()


def hash_of(purpose, content):
    return digest(message(purpose, content))
