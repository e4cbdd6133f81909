"""Enrolment by code and by file: section 11 of SPEC.md."""

import hashlib

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from generator.encodings import block, digest, text, unsigned
from generator.rounds import CENTRE, LAPTOP, ROOT_SEED, seed_of, signed_certificate
from generator.samples import nonce_of
from generator.sealing import hchacha20
from generator.signed import public_bytes, signing_key

VERSION = b"CAMTAY\1"
CODE = "1T89V0EWKGGJ"
NONCE = bytes([0x22]) * 16
PIN = "sha256//" + "A" * 43 + "="
MEMBER = 0x1234_5678
IDENTIFICATION_KEY = bytes(range(32))


def code_key(code):
    salt = digest(b"camtay/1 enrolment")[:16]
    argon = Argon2id(salt=salt, length=32, iterations=2, lanes=1, memory_cost=65_536)
    return argon.derive(code.encode())


def proof(key, purpose, laptop, root, pin, content):
    covered = b"camtay/1 enrolment " + purpose + b"\0" + block(laptop) + block(root)
    covered += text(pin) + block(NONCE) + block(content)
    return hashlib.blake2b(covered, digest_size=32, key=key).digest()


def xseal(content, key, nonce, bound):
    return nonce + ChaCha20Poly1305(hchacha20(key, nonce[:16])).encrypt(
        bytes(4) + nonce[16:], content, bound)


def enrolment_cases():
    key, cases = code_key(CODE), []
    root, laptop = (public_bytes(signing_key(each)) for each in (ROOT_SEED, seed_of(LAPTOP)))
    for name, pin, member in (("over TLS", PIN, MEMBER), ("on loopback, for nobody", "", 0)):
        sealed = xseal(
            IDENTIFICATION_KEY, key, nonce_of(1), b"camtay/1 identification key")
        content = block(signed_certificate(LAPTOP)) + block(signed_certificate(CENTRE))
        content += unsigned(member) + block(sealed)
        grant = content + proof(key, b"grant", laptop, root, pin, content)
        cases.append({
            "name": name, "typed": "1t89-voew kggj", "nonce": NONCE.hex(), "pin": pin,
            "privateKey": (bytes([seed_of(LAPTOP)]) * 32).hex(), "member": str(member),
            "rootPublicKey": root.hex(), "identificationKey": IDENTIFICATION_KEY.hex(),
            "expect": {
                "code": CODE, "key": key.hex(),
                "offer": (VERSION + root + text(pin)).hex(),
                "request": (VERSION + laptop + NONCE + proof(
                    key, b"request", laptop, root, pin, b"")).hex(),
                "grant": (VERSION + grant).hex(),
            },
        })
    return cases


def file_cases(starter):
    """`starter` is a stream of the centre with a nonce of zeros."""
    key = code_key(CODE)
    root = public_bytes(signing_key(ROOT_SEED))
    inside = block(bytes([seed_of(LAPTOP)]) * 32) + block(signed_certificate(LAPTOP))
    inside += block(signed_certificate(CENTRE)) + block(root) + block(IDENTIFICATION_KEY)
    inside += unsigned(MEMBER) + text("https://centre.example:8765") + text(PIN)
    cases = []
    for name, part in (("with a starter", starter), ("without", b"")):
        content = b"CAMTAYENROL\1" + xseal(
            inside + block(part), key, nonce_of(2), b"camtay/1 enrolment file")
        cases.append({
            "name": name, "typed": CODE, "member": str(MEMBER), "pin": PIN,
            "url": "https://centre.example:8765", "starter": part.hex(),
            "rootPublicKey": root.hex(), "identificationKey": IDENTIFICATION_KEY.hex(),
            "expect": {"hex": content.hex()}})
    return cases
