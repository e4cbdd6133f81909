"""Joining without a network, from a file and its code (SPEC.md, section 11)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import nacl.bindings
import nacl.exceptions

from answer import AnswerReader, check_answer
from batch import CENTRE, LAPTOP, Certificate, read_certificate
from encoding import LABEL_LIMIT, TEXT_LIMIT, Reader
from enrolment import CERTIFICATE_LIMIT, canonical_code, code_key, make_home
from home import Home
from primitives import ProtocolError, public_key
from replica import Replica
from request import Request
from stream import STREAM_LIMIT

MAGIC = b"CAMTAYENROL\1"
FILE_LIMIT = 16_777_216 + 65_536
PURPOSE = b"camtay/1 enrolment file"
STARTER_NONCE = bytes(16)


@dataclass
class EnrolmentFile:
    """What a file holds, opened with its code and checked."""

    seed: bytes
    own: Certificate
    centre: Certificate
    root: bytes
    identification_key: bytes
    member: int
    url: str
    pin: str
    starter: bytes


def open_file(content: bytes, key: bytes) -> EnrolmentFile:
    """Refuses what the code does not open, and certificates that do not fit."""
    if len(content) > FILE_LIMIT or not content.startswith(MAGIC[:-1]):
        raise ProtocolError("not-a-stream", "an enrolment file")
    if content[11:12] != MAGIC[-1:]:
        raise ProtocolError("unsupported-version")
    nonce, sealed = content[12:36], content[36:]
    try:
        inside = nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
            sealed, PURPOSE, nonce, key)
    except nacl.exceptions.CryptoError as error:
        raise ProtocolError("bad-signature", "the code does not open this file") from error
    reader = Reader(inside)
    seed, own, centre, root = (
        reader.block(32), reader.block(CERTIFICATE_LIMIT), reader.block(CERTIFICATE_LIMIT),
        reader.block(32),
    )
    identification_key, member = reader.block(LABEL_LIMIT), reader.dot()
    url, pin = reader.text(TEXT_LIMIT), reader.text(LABEL_LIMIT)
    starter = reader.block(STREAM_LIMIT)
    reader.end()
    file = EnrolmentFile(
        seed, read_certificate(own, root), read_certificate(centre, root), root,
        identification_key, member, url, pin, starter,
    )
    if (file.own.role, file.own.key, file.centre.role) != (LAPTOP, public_key(seed), CENTRE):
        raise ProtocolError("bad-signature", "the certificates of the file")
    return file


def enrol_from_file(folder: Path, path: Path, typed: str) -> Home:
    """Makes a home and takes in the starter, whose time says nothing of the present."""
    file = open_file(path.read_bytes(), code_key(canonical_code(typed)))
    home = make_home(
        folder, url=file.url, pin=file.pin, root=file.root, seed=file.seed, own=file.own,
        centre=file.centre, member=file.member, identification_key=file.identification_key,
    )
    if file.starter:
        replica, request = Replica(home), Request(STARTER_NONCE)
        stream, welcome = check_answer(replica, request, file.starter)
        with home.transaction():
            AnswerReader(replica, request, asked=None).take_in(stream, welcome)
    return home
