"""Joining an installation with a code (SPEC.md, section 11)."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from pathlib import Path

import nacl.bindings
import nacl.pwhash.argon2id

from batch import CENTRE, LAPTOP, Certificate, read_certificate
from connection import exchange
from encoding import LABEL_LIMIT, Reader, block, text
from home import Home
from primitives import ProtocolError, blake2b, public_key
from registry import ALPHABET

VERSION = b"CAMTAY\1"
CERTIFICATE_LIMIT = 1_024
SEALED_LIMIT = 1_024


def canonical_code(typed: str) -> str:
    """A code as people type it, in upper case without separators."""
    code = typed.upper().replace("O", "0").replace("I", "1").replace("L", "1")
    code = "".join(letter for letter in code if letter not in " -")
    if len(code) != 12 or any(letter not in ALPHABET for letter in code):
        raise ProtocolError("malformed:unknown-code", "the code")
    return code


def code_key(code: str) -> bytes:
    """K: Argon2id of the code."""
    salt = blake2b(b"camtay/1 enrolment")[:16]
    return nacl.pwhash.argon2id.kdf(
        32, code.encode("ascii"), salt, opslimit=2, memlimit=64 * 1024 * 1024
    )


def proof(
    key: bytes, purpose: str, laptop: bytes, root: bytes, pin: str, nonce: bytes, content: bytes
) -> bytes:
    """BLAKE2b-256, keyed, over what both sides must agree on."""
    message = f"camtay/1 enrolment {purpose}".encode() + b"\0" + block(laptop) + block(root)
    message += text(pin) + block(nonce) + block(content)
    return hashlib.blake2b(message, digest_size=32, key=key).digest()


def enrol(folder: Path, url: str, typed: str) -> Home:
    """Makes a home for a laptop that the centre at `url` accepts."""
    key = code_key(canonical_code(typed))
    offer = Reader(exchange(url, "/enrolment", None))
    _check_version(offer)
    root, pin = offer.take(32), offer.text(LABEL_LIMIT)
    offer.end()

    seed, nonce = secrets.token_bytes(32), secrets.token_bytes(16)
    laptop = public_key(seed)
    request = VERSION + laptop + nonce + proof(key, "request", laptop, root, pin, nonce, b"")
    answer = exchange(url, "/enrolment", pin, request)

    content, own_proof = answer[len(VERSION):-32], answer[-32:]
    _check_version(Reader(answer))
    expected = proof(key, "grant", laptop, root, pin, nonce, content)
    if not hmac.compare_digest(expected, own_proof):
        raise ProtocolError("bad-signature", "the proof of the grant")
    grant = Reader(content)
    own_bytes, centre_bytes = grant.block(CERTIFICATE_LIMIT), grant.block(CERTIFICATE_LIMIT)
    member, sealed = grant.dot(), grant.block(SEALED_LIMIT)
    grant.end()
    own, centre = read_certificate(own_bytes, root), read_certificate(centre_bytes, root)
    if (own.role, own.key, centre.role) != (LAPTOP, laptop, CENTRE):
        raise ProtocolError("bad-signature", "the certificates of the grant")
    identification_key = nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
        sealed[24:], b"camtay/1 identification key", sealed[:24], key
    )
    return make_home(
        folder, url=url, pin=pin, root=root, seed=seed, own=own, centre=centre, member=member,
        identification_key=identification_key,
    )


def make_home(
    folder: Path, *, url: str, pin: str, root: bytes, seed: bytes, own: Certificate,
    centre: Certificate, member: int, identification_key: bytes,
) -> Home:
    """A home of a laptop that has its certificate; nothing else is in it yet."""
    home = Home.make(folder, {
        "url": url, "pin": pin, "root": root.hex(), "seed": seed.hex(), "replica": own.replica,
        "issued": own.issued, "session": secrets.randbits(20), "counter": 0, "member": member,
        "identification_key": identification_key.hex(), "epoch": centre.replica,
        "grant": {"number": 0, "scopes": []},
    })
    with home.transaction():
        for certificate in (own, centre):
            home.run(
                "INSERT INTO certificate VALUES (?, ?)",
                certificate.replica, certificate.encoded(),
            )
    return home


def _check_version(reader: Reader) -> None:
    if reader.take(6) != VERSION[:6]:
        raise ProtocolError("not-a-stream")
    if reader.take(1) != VERSION[6:]:
        raise ProtocolError("unsupported-version")
