"""Bundles: section 21 of SPEC.md."""

import hashlib

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from generator.encodings import block, digest, dot_bytes, message, signed, unsigned
from generator.round_cases import created, edited
from generator.rounds import (
    CENTRE, CERT, LAPTOP, OTHER, ROOT_SEED, seed_of, sent, signed_certificate, stream,
)
from generator.samples import SCOPE, START, secret_of
from generator.sealed_box import box_public_key
from generator.sealing import hchacha20
from generator.signed import public_bytes, signing_key

MAGIC = b"CAMTAYBUNDLE"
CHUNK = 65_536
STEP = 4_096
PACK, RETURN = 1, 2


def keyed(key, content):
    return hashlib.blake2b(content, key=key, digest_size=32).digest()


def sealed(key, nonce, content, bound):
    cipher = ChaCha20Poly1305(hchacha20(key, nonce[:16]))
    return cipher.encrypt(bytes(4) + nonce[16:], content, bound)


def padded(length):
    step = STEP
    while step * 16 <= length:
        step *= 2
    return -(-length // step) * step


def fixed32(number):
    return number.to_bytes(4, "little")


class Bundle:
    """A bundle for the holder of a key, with so many chunks in each part."""

    def __init__(self, number, streams, recipient=ROOT_SEED, sender=LAPTOP, kind=PACK,
                 chunks=488, signer=None, root=ROOT_SEED):
        private = X25519PrivateKey.from_private_bytes(secret_of(60 + number))
        self.id = digest(b"bundle %d" % number)[:16]
        self.public = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.streams, self.number, self.kind, self.sender = streams, number, kind, sender
        address = public_bytes(signing_key(recipient))
        receiver = box_public_key(address)
        shared = private.exchange(X25519PublicKey.from_public_bytes(receiver))
        common = keyed(shared, message("bundle key", self.id + self.public + receiver))
        self.tag = keyed(common, b"tag")[:16]
        self.parts = self._parts(keyed(common, b"content"), chunks)
        self.manifest = self._manifest(
            keyed(common, b"manifest"), address, signer or sender, root)

    def _file(self, part, rest):
        content = MAGIC + b"\1" + self.id + self.public + self.tag + part.to_bytes(2, "little")
        return content + rest

    def _parts(self, key, chunks):
        content = b"".join(map(block, self.streams)) + b"\0"
        content += bytes(padded(len(content)) - len(content))
        pieces = [content[at : at + CHUNK] for at in range(0, len(content), CHUNK)]
        groups = [pieces[at : at + chunks] for at in range(0, len(pieces), chunks)]
        files = []
        for part, group in enumerate(groups, start=1):
            rest = b""
            for chunk, piece in enumerate(group):
                following = 0 if chunk + 1 < len(group) else 1 if part < len(groups) else 2
                place = fixed32(part) + fixed32(chunk)
                bound = message("bundle part", self.id + place + bytes([following]))
                rest += sealed(key, place + bytes(16), piece, bound)
            whole = self._file(part, rest)
            files.append(whole + digest(whole))
        return files

    def _manifest(self, key, address, signer, root):
        listed = b"".join(fixed32(len(part)) + part[-32:] for part in self.parts)
        shown = self._file(0, unsigned(len(self.parts)) + listed)
        contents = (
            bytes([self.kind]) + block(signed_certificate(self.sender, root))
            + unsigned(self.number) + signed(START) + unsigned(len(self.streams))
            + unsigned(1) + dot_bytes(SCOPE) + unsigned(len(self.streams)) + unsigned(3))
        word = message("bundle", address + digest(shown) + contents)
        inside = block(contents) + signing_key(seed_of(signer)).sign(word)
        inside += bytes(padded(len(inside) + 16) - 16 - len(inside))
        whole = shown + sealed(key, bytes(24), inside, shown)
        return whole + digest(whole)


def bundle_cases():
    """Bundles that open, and bundles of which nothing is taken in."""
    own = CERT, signed_certificate(LAPTOP)
    first = stream([own, sent(created)], True, LAPTOP)
    second = stream([own, sent(edited)], False, LAPTOP)
    answer = stream([(CERT, signed_certificate(CENTRE))], False, CENTRE)
    long = stream([(CERT, signed_certificate(LAPTOP))] * 640, False, LAPTOP)
    pack = Bundle(1, [first, second])
    parts = Bundle(2, [first, long, second], chunks=1)
    back = Bundle(3, [answer], recipient=seed_of(LAPTOP), sender=CENTRE, kind=RETURN)
    strange = Bundle(4, [first], sender=OTHER, root=8)
    borrowed = Bundle(5, [first], signer=OTHER)
    later = Bundle(6, [first], kind=99)
    other = Bundle(7, [first])
    flipped = pack.parts[0][:200] + bytes([pack.parts[0][200] ^ 1]) + pack.parts[0][201:]
    return [
        _case("a pack", pack),
        _case("in several parts", parts),
        _case("a return", back, recipient=seed_of(LAPTOP)),
        _refusal("no manifest", None, pack.parts, "bundle-incomplete"),
        _refusal("a flipped bit", pack.manifest, [flipped], "bundle-damaged"),
        _refusal("cut short", pack.manifest, [pack.parts[0][:-1]], "bundle-damaged"),
        _refusal("a part is missing", parts.manifest, [None, parts.parts[1]], "bundle-damaged"),
        _refusal("a part of another", pack.manifest, other.parts, "bundle-damaged"),
        _refusal("for another", back.manifest, back.parts, "bundle-for-another"),
        _refusal("from elsewhere", strange.manifest, strange.parts, "bundle-sender-unknown"),
        _refusal("signed by another", borrowed.manifest, borrowed.parts, "bundle-sender-unknown"),
        _refusal("of a later kind", later.manifest, later.parts, "bundle-kind"),
        _refusal("a later version", _version(pack.manifest, 2),
                 [_version(part, 2) for part in pack.parts], "unsupported-version"),
    ]


def _version(file, version):
    return file[:12] + bytes([version]) + file[13:]


def _common(name, manifest, parts, recipient):
    return {
        "name": name, "rootPublicKey": public_bytes(signing_key(ROOT_SEED)).hex(),
        "recipientPrivateKey": (bytes([recipient]) * 32).hex(),
        "file": manifest.hex() if manifest else None,
        "parts": [part.hex() if part else None for part in parts]}


def _case(name, bundle, recipient=ROOT_SEED):
    return _common(name, bundle.manifest, bundle.parts, recipient) | {
        "expect": {
            "kind": bundle.kind, "replica": bundle.sender, "number": bundle.number,
            "streams": [each.hex() for each in bundle.streams]}}


def _refusal(name, manifest, parts, error):
    return _common(name, manifest, parts, ROOT_SEED) | {"expect": {"error": error}}
