"""What is signed or checked by a sum: sections 7 to 9 of SPEC.md."""

import subprocess

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from generator.encodings import (
    counter_of, dot_bytes, optional_signed, origin_of, signed, text, unsigned,
)


def signing_key(seed):
    return Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)


def public_bytes(key):
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def compressed(content):
    command = ["zstd", "-q", "-c", "--no-check", "-3", f"--stream-size={len(content)}"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout


def tip(dependency):
    return (
        unsigned(dependency["replica"])
        + unsigned(int(dependency["sequence"]))
        + bytes.fromhex(dependency["hash"])
    )


def header(scope, operations, sequence, predecessor, tips, wall, offset, body_size):
    """A batch's header, of schema version 1 and grant 2."""
    counters = [counter_of(operation["dot"]) for operation in operations]
    return (
        dot_bytes(scope)
        + unsigned(origin_of(operations[0]["dot"]))
        + unsigned(sequence)
        + predecessor
        + unsigned(len(tips))
        + b"".join(map(tip, tips))
        + unsigned(1)
        + unsigned(2)
        + signed(wall)
        + optional_signed(offset)
        + unsigned(len(operations))
        + unsigned(counters[0])
        + unsigned(counters[-1] - counters[0])
        + unsigned(body_size)
    )


def certificate(replica, role, public_key, issued, label):
    return unsigned(replica) + bytes([role]) + public_key + signed(issued) + text(label)


def crc32c(content):
    remainder = 0xFFFFFFFF
    for byte in content:
        remainder ^= byte
        for _ in range(8):
            remainder = remainder >> 1 ^ (0x82F63B78 if remainder & 1 else 0)
    return remainder ^ 0xFFFFFFFF


def frame(kind, payload):
    checksum = crc32c(bytes([kind]) + payload).to_bytes(4, "little")
    return bytes([kind]) + unsigned(len(payload)) + checksum + payload
