"""Sealed values (SPEC.md, section 18.1)."""

from __future__ import annotations

import nacl.bindings
import nacl.exceptions

from encoding import Reader, tagged_value, unsigned
from model import Sealed, Value
from primitives import ProtocolError


def associated_data(table: int, row: int, field: int, subject: int, key: int) -> bytes:
    """What a ciphertext is bound to."""
    numbers = (table, row, field, subject, key)
    return b"camtay/1 value\0" + b"".join(map(unsigned, numbers))


def seal(
    value: Value, secret: bytes, nonce: bytes, key: int, subject: int,
    table: int, row: int, field: int,
) -> Sealed:
    """A value that only holders of `secret` read."""
    ciphertext = nacl.bindings.crypto_aead_xchacha20poly1305_ietf_encrypt(
        tagged_value(value), associated_data(table, row, field, subject, key), nonce, secret
    )
    return Sealed(key, subject, nonce, ciphertext)


def open_sealed(
    value: Sealed, secret: bytes, table: int, row: int, field: int
) -> Value | None:
    """The clear value, or none when it does not open: it is shown as unreadable."""
    data = associated_data(table, row, field, value.subject, value.key)
    try:
        clear = nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
            value.ciphertext, data, value.nonce, secret
        )
        reader = Reader(clear)
        content = reader.tagged_value()
        reader.end()
    except (nacl.exceptions.CryptoError, ProtocolError):
        return None
    return content if isinstance(content, (int, str, bytes)) else None
