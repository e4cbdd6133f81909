"""Hash, signature, checksum and compression (SPEC.md, sections 6 to 9)."""

from __future__ import annotations

import hashlib

import nacl.exceptions
import nacl.signing
import zstandard

ZERO_HASH = bytes(32)


class ProtocolError(Exception):
    """A refusal with one of the stable codes of section 14."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code


def for_purpose(purpose: str, content: bytes) -> bytes:
    """What is hashed or signed: section 6 keeps the uses apart by their purpose."""
    return b"camtay/1 " + purpose.encode("ascii") + b"\0" + content


def hash_for(purpose: str, content: bytes) -> bytes:
    """H(purpose, content) of section 6."""
    return blake2b(for_purpose(purpose, content))


def blake2b(content: bytes) -> bytes:
    """BLAKE2b with 32 bytes of output and no purpose."""
    return hashlib.blake2b(content, digest_size=32).digest()


def sign(seed: bytes, purpose: str, content: bytes) -> bytes:
    """An Ed25519 signature by the key that grows from `seed`."""
    return nacl.signing.SigningKey(seed).sign(for_purpose(purpose, content)).signature


def public_key(seed: bytes) -> bytes:
    """The Ed25519 public key that belongs to `seed`."""
    return bytes(nacl.signing.SigningKey(seed).verify_key)


def verify(key: bytes, purpose: str, content: bytes, signature: bytes) -> None:
    """Refuses what `key` has not signed."""
    try:
        nacl.signing.VerifyKey(key).verify(for_purpose(purpose, content), signature)
    except (nacl.exceptions.BadSignatureError, nacl.exceptions.ValueError) as error:
        raise ProtocolError("bad-signature", purpose) from error


def _checksum_table() -> list[int]:
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
        table.append(byte)
    return table


_TABLE = _checksum_table()


def crc32c(content: bytes) -> int:
    """The checksum of a frame (section 9)."""
    value = 0xFFFFFFFF
    for byte in content:
        value = value >> 8 ^ _TABLE[(value ^ byte) & 0xFF]
    return value ^ 0xFFFFFFFF


def compress(sections: list[bytes]) -> bytes:
    """One Zstandard frame without checksum, with a block's end after each section (7.1)."""
    size = sum(map(len, sections))
    run = zstandard.ZstdCompressor(level=9, write_checksum=False).compressobj(size=size)
    frame = b""
    for section in sections:
        frame += run.compress(section)
        frame += run.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
    return frame + run.flush()


def decompress(frame: bytes, size: int) -> bytes:
    """The content of one frame that holds exactly `size` bytes (section 7)."""
    try:
        with zstandard.ZstdDecompressor().stream_reader(frame) as reader:
            content = reader.read(size + 1)
        if len(content) == size:
            run = zstandard.ZstdDecompressor().decompressobj()
            if run.decompress(frame) == content and not run.unused_data:
                return content
    except zstandard.ZstdError as error:
        raise ProtocolError("bad-compression") from error
    raise ProtocolError("bad-compression")
