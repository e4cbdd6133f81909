"""Reading bundles (SPEC.md, section 21)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import nacl.bindings
import nacl.exceptions
import nacl.signing

from batch import Certificate, read_certificate
from encoding import Reader
from primitives import ProtocolError, blake2b, for_purpose, public_key, verify
from stream import STREAM_LIMIT

MAGIC, VERSION = b"CAMTAYBUNDLE", 1
HEADER, HASH, CHUNK, TAG = 79, 32, 65_536 + 16, 16
PARTS, MANIFEST_LIMIT, PACK, RETURN = 999, 1 << 20, 1, 2


@dataclass
class Header:
    """The beginning of every file."""

    identity: bytes
    key: bytes
    tag: bytes
    part: int


@dataclass
class Bundle:
    """What a bundle says of itself, and its streams."""

    kind: int
    sender: Certificate
    number: int
    streams: list[bytes]


def open_bundle(
    manifest: bytes | None, parts: list[bytes | None], seed: bytes, root: bytes,
) -> Bundle:
    """The bundle of these files, read by the holder of a key."""
    headers = [read_header(file) for file in [manifest, *parts] if file]
    recipient = nacl.signing.SigningKey(seed).to_curve25519_private_key()
    address = bytes(recipient.public_key)
    for header in headers:
        shared = nacl.bindings.crypto_scalarmult(bytes(recipient), header.key)
        content = header.identity + header.key + address
        common = _keyed(shared, for_purpose("bundle key", content))
        if _keyed(common, b"tag")[:16] == header.tag:
            break
    else:
        raise ProtocolError("bundle-for-another")
    if manifest is None:
        raise ProtocolError("bundle-incomplete")
    listed, contents, signature, shown = _manifest(manifest, _keyed(common, b"manifest"))
    bundle, count = _contents(contents, root)
    word = public_key(seed) + blake2b(shown) + contents
    try:
        verify(bundle.sender.key, "bundle", word, signature)
    except ProtocolError as error:
        raise ProtocolError("bundle-sender-unknown") from error
    bundle.streams = _streams(header.identity, listed, parts, _keyed(common, b"content"))
    if len(bundle.streams) != count:
        raise ProtocolError("bundle-damaged")
    return bundle


def read_header(file: bytes) -> Header:
    """What everybody can read."""
    if not file.startswith(MAGIC):
        raise ProtocolError("bundle-damaged", "other magic bytes")
    if file[12] != VERSION:
        raise ProtocolError("unsupported-version")
    return Header(file[13:29], file[29:61], file[61:77], int.from_bytes(file[77:79], "little"))


def _keyed(key: bytes, content: bytes) -> bytes:
    return hashlib.blake2b(content, key=key, digest_size=32).digest()


def _opened(key: bytes, nonce: bytes, content: bytes, bound: bytes) -> bytes:
    try:
        return nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(content, bound, nonce, key)
    except nacl.exceptions.CryptoError as error:
        raise ProtocolError("bundle-damaged") from error


def _whole(file: bytes) -> bytes:
    """A file without the hash at its end, which must be right."""
    if len(file) <= HEADER + HASH or blake2b(file[:-HASH]) != file[-HASH:]:
        raise ProtocolError("bundle-damaged")
    return file[:-HASH]


def _manifest(
    file: bytes, key: bytes,
) -> tuple[list[tuple[int, bytes]], bytes, bytes, bytes]:
    if len(file) > MANIFEST_LIMIT + HASH:
        raise ProtocolError("bundle-damaged")
    content = _whole(file)
    reader = Reader(content[HEADER:])
    listed = [
        (int.from_bytes(reader.take(4), "little"), reader.hash())
        for _ in range(reader.count(PARTS))
    ]
    shown = content[:len(content) - len(reader.rest())]
    inside = Reader(_opened(key, bytes(24), content[len(shown):], shown))
    contents, signature = inside.block(MANIFEST_LIMIT), inside.take(64)
    if any(inside.rest()):
        raise ProtocolError("bundle-damaged", "no zeros")
    return listed, contents, signature, shown


def _contents(content: bytes, root: bytes) -> tuple[Bundle, int]:
    reader = Reader(content)
    kind = reader.byte()
    if kind not in (PACK, RETURN):
        raise ProtocolError("bundle-kind")
    try:
        sender = read_certificate(reader.block(1_024), root)
    except ProtocolError as error:
        raise ProtocolError("bundle-sender-unknown") from error
    number, _, streams = reader.unsigned(), reader.signed(), reader.unsigned()
    for _ in range(reader.count(4_096)):
        reader.dot(), reader.unsigned(), reader.unsigned()
    reader.end()
    return Bundle(kind, sender, number, []), streams


def _streams(
    identity: bytes, listed: list[tuple[int, bytes]], files: list[bytes | None], key: bytes,
) -> list[bytes]:
    content = b""
    for part, (size, digest) in enumerate(listed, start=1):
        file = files[part - 1] if part <= len(files) else None
        if file is None or len(file) != size or file[-HASH:] != digest:
            raise ProtocolError("bundle-damaged", f"part {part}")
        header = read_header(file)
        if (header.identity, header.part) != (identity, part):
            raise ProtocolError("bundle-damaged", f"part {part}")
        rest = _whole(file)[HEADER:]
        pieces = [rest[at:at + CHUNK] for at in range(0, len(rest), CHUNK)]
        for chunk, piece in enumerate(pieces):
            following = 0 if chunk + 1 < len(pieces) else 1 if part < len(listed) else 2
            place = part.to_bytes(4, "little") + chunk.to_bytes(4, "little")
            bound = for_purpose("bundle part", identity + place + bytes([following]))
            content += _opened(key, place + bytes(16), piece, bound)
    reader, streams = Reader(content), []
    while stream := reader.block(STREAM_LIMIT):
        streams.append(stream)
    if any(reader.rest()):
        raise ProtocolError("bundle-damaged", "no zeros")
    return streams
