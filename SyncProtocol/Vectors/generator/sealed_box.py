"""libsodium's sealed box for the owner of an Ed25519 key: exported scopes, section 10.9 of SPEC.md."""

import hashlib
import struct

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.poly1305 import Poly1305
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

PRIME = 2**255 - 19
CONSTANTS = struct.unpack("<4I", b"expand 32-byte k")


def seal_box(content, recipient, ephemeral_seed):
    """Seals for an Ed25519 public key: the ephemeral public key, the tag, the ciphertext."""
    ephemeral = X25519PrivateKey.from_private_bytes(ephemeral_seed)
    public = ephemeral.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    receiver = box_public_key(recipient)
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(receiver))
    nonce = hashlib.blake2b(public + receiver, digest_size=24).digest()
    return public + _secretbox(content, nonce, _hsalsa20(shared, bytes(16)))


def box_public_key(key):
    """The X25519 form of an Ed25519 public key: u = (1 + y) / (1 - y)."""
    y = int.from_bytes(key, "little") & (2**255 - 1)
    return ((1 + y) * pow(1 - y, -1, PRIME) % PRIME).to_bytes(32, "little")


def _secretbox(content, nonce, key):
    """XSalsa20-Poly1305: the first 32 bytes of the key stream authenticate."""
    stream = _salsa20(_hsalsa20(key, nonce[:16]), nonce[16:], 32 + len(content))
    ciphertext = bytes(a ^ b for a, b in zip(content, stream[32:]))
    return Poly1305.generate_tag(stream[:32], ciphertext) + ciphertext


def _rounds(state):
    """Ten double rounds of Salsa20."""
    state = list(state)

    def quarter_round(a, b, c, d):
        for target, left, right, turn in (b, a, d, 7), (c, b, a, 9), (d, c, b, 13), (a, d, c, 18):
            total = (state[left] + state[right]) & 0xFFFFFFFF
            state[target] ^= (total << turn | total >> 32 - turn) & 0xFFFFFFFF

    for _ in range(10):
        for start in range(4):
            quarter_round(*((5 * start + 4 * step) % 16 for step in range(4)))
        for start in range(4):
            quarter_round(*(4 * start + (start + step) % 4 for step in range(4)))
    return state


def _state(key, block):
    words = struct.unpack("<8I", key)
    a, b, c, d = CONSTANTS
    return (a, *words[:4], b, *block, c, *words[4:], d)


def _hsalsa20(key, block):
    state = _rounds(_state(key, struct.unpack("<4I", block)))
    return struct.pack("<8I", *(state[place] for place in (0, 5, 10, 15, 6, 7, 8, 9)))


def _salsa20(key, nonce, length):
    stream = b""
    for number in range(-(-length // 64)):
        state = _state(key, (*struct.unpack("<2I", nonce), number & 0xFFFFFFFF, number >> 32))
        mixed = ((a + b) & 0xFFFFFFFF for a, b in zip(state, _rounds(state)))
        stream += struct.pack("<16I", *mixed)
    return stream[:length]
