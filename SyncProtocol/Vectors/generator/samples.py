"""What the cases are made of: values, writes and operations as the files spell them."""

import hashlib
import struct

from generator.encodings import number_of
from generator.sealing import seal

START = 1790000000000
ROW = "300.77.1"
SCOPE = "0.3.4"
UNSET = {"unset": True}


def integer_value(number):
    return {"integer": str(number)}


def text_value(string):
    return {"text": string}


def bytes_value(hexadecimal):
    return {"bytes": hexadecimal}


def dot_list(*dots):
    """The value of a delete that saw these dots (section 5)."""
    numbers = sorted(map(number_of, dots))
    return bytes_value(b"".join(struct.pack(">Q", number) for number in numbers).hex())


def write(field, value, *replaced):
    """A write to a field; a value of None withdraws."""
    written = {"field": field, "previous": list(replaced)}
    if value is not None:
        written["value"] = value
    return written


def operation(dot, row, time, *writes, table=16, **names):
    """`names` may be author, act and because."""
    made = {"dot": dot, "row": row, "table": table, "time": str(time), "writes": list(writes)}
    return made | names


def secret_of(number):
    return hashlib.blake2b(b"key %d" % number, digest_size=32).digest()


def nonce_of(number):
    return hashlib.blake2b(b"nonce %d" % number, digest_size=24).digest()


def sealed_value(field, nonce, content, subject=ROW, key="300.77.90"):
    value = seal(
        text_value(content), 16, ROW, field, subject, key, secret_of(1), nonce_of(nonce))
    return {"sealed": value}
