"""Files of exported scopes: section 10.9 of SPEC.md."""

from generator.encodings import block, dot_bytes, unsigned
from generator.round_cases import created, edited, other, other_edit
from generator.rounds import CERT, LAPTOP, ROOT_SEED, sent, signed_certificate, stream
from generator.samples import ROW, SCOPE, secret_of
from generator.sealed_box import seal_box
from generator.sealing import key_parcel
from generator.signed import public_bytes, signing_key

MAGIC = b"CAMTAYSCOPE"
KEY = 4


def scope_file_cases():
    """Files that open, and files that the centre refuses."""
    keys = [{"id": "300.77.90", "subject": ROW, "retention": 1, "year": 2026,
             "secret": secret_of(1).hex()}]
    own = CERT, signed_certificate(LAPTOP)
    first = stream([own, (KEY, key_parcel(SCOPE, 0, keys)), sent(created)], False, LAPTOP)
    second = stream([own, sent(edited), other, sent(other_edit)], False, LAPTOP)
    whole = scope_file(1, 2, first)
    cases = [
        _case("keys and a batch", whole, first, 1, 2),
        _case("a batch of another replica", scope_file(2, 2, second), second, 2, 2),
        _refusal("an earlier version", MAGIC + b"\0" + whole[12:], "unsupported-version"),
        _refusal("a later version", MAGIC + b"\2" + whole[12:], "unsupported-version"),
        _refusal("for another installation", scope_file(1, 2, first, root=8)),
        _refusal("a flipped bit", whole[:-1] + bytes([whole[-1] ^ 1])),
        _refusal("cut short", whole[:40]),
        _refusal("part 3 of 2", scope_file(3, 2, first)),
        _refusal("part 0", scope_file(0, 2, first)),
        _refusal("bytes behind the stream", scope_file(1, 2, first, behind=b"\0")),
    ]
    return cases


def scope_file(part, parts, content, root=ROOT_SEED, behind=b""):
    """The bytes of a file."""
    inside = dot_bytes(SCOPE) + unsigned(part) + unsigned(parts) + block(content) + behind
    return MAGIC + b"\1" + seal_box(
        inside, public_bytes(signing_key(root)), secret_of(40 + part))


def _common(name):
    return {
        "name": name, "rootPrivateKey": (bytes([ROOT_SEED]) * 32).hex(),
        "publicKey": public_bytes(signing_key(LAPTOP % 200)).hex()}


def _case(name, file, content, part, parts):
    return _common(name) | {
        "file": file.hex(), "expect": {
            "scope": SCOPE, "part": part, "parts": parts, "stream": content.hex()}}


def _refusal(name, file, error=None):
    return _common(name) | {"file": file.hex(), "expect": {"error": error} if error else None}
