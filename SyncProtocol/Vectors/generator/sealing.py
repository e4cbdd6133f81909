"""Sealed values and the frames that carry their keys: section 18 of SPEC.md."""

import struct

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from generator.encodings import difference, dot_bytes, message, number_of, tagged_value, unsigned


def hchacha20(key, nonce):
    """The subkey of XChaCha20 (draft-irtf-cfrg-xchacha)."""
    state = list(struct.unpack("<16I", b"expand 32-byte k" + key + nonce))

    def quarter_round(a, b, c, d):
        steps = (a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)
        for target, addend, turned, bits in steps:
            state[target] = (state[target] + state[addend]) & 0xFFFFFFFF
            word = state[turned] ^ state[target]
            state[turned] = (word << bits | word >> 32 - bits) & 0xFFFFFFFF

    for _ in range(10):
        for column_start in range(4):
            quarter_round(*(column_start + 4 * place for place in range(4)))
        for start in range(4):
            quarter_round(*(4 * place + (start + place) % 4 for place in range(4)))
    return struct.pack("<8I", *state[:4], *state[12:])


def associated_data(table, row, field, subject, key):
    return (
        message("value", b"")
        + unsigned(table)
        + dot_bytes(row)
        + unsigned(field)
        + dot_bytes(subject)
        + dot_bytes(key)
    )


def seal(value, table, row, field, subject, key, secret, nonce):
    cipher = ChaCha20Poly1305(hchacha20(secret, nonce[:16]))
    bound = associated_data(table, row, field, subject, key)
    ciphertext = cipher.encrypt(bytes(4) + nonce[16:], tagged_value(value), bound)
    return {"subject": subject, "key": key, "nonce": nonce.hex(), "ciphertext": ciphertext.hex()}


def ascending(dots):
    numbers = sorted(map(number_of, dots))
    steps = (unsigned(number - before) for before, number in zip([0] + numbers, numbers))
    return unsigned(len(numbers)) + b"".join(steps)


def key_parcel(scope, through, entries):
    encoded = dot_bytes(scope) + unsigned(through) + unsigned(len(entries))
    before = 0
    for entry in entries:
        key = number_of(entry["id"])
        encoded += difference(key, before) + difference(number_of(entry["subject"]), key)
        encoded += bytes([entry["retention"]]) + unsigned(entry["year"])
        encoded += bytes.fromhex(entry["secret"])
        before = key
    return encoded


def keys_wanted(epoch, positions, missing):
    encoded = bytes([epoch]) + unsigned(len(positions))
    before = 0
    for position in positions:
        scope = number_of(position["scope"])
        encoded += unsigned(scope - before) + unsigned(int(position["through"]))
        before = scope
    return encoded + ascending(missing)
