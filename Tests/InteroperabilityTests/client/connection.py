"""HTTP to the centre, with its pinned key over TLS (SPEC.md, sections 10 and 11)."""

from __future__ import annotations

import base64
import hashlib
import http.client
import ssl
import time
from urllib.parse import urlsplit

from home import HomeError
from stream import STREAM_LIMIT

RETRY_LIMIT = 300
LOOPBACK = ("127.0.0.1", "::1", "localhost")


def exchange(url: str, path: str, pin: str | None, body: bytes | None = None) -> bytes:
    """The body of a status 200; waits and repeats as a busy centre asks (429).

    `pin` is none only where the offer, which says it, is asked for.
    """
    while True:
        connection = _connect(url, pin)
        headers = {"Content-Type": "application/octet-stream"}
        connection.request("GET" if body is None else "POST", path, body, headers)
        answer = connection.getresponse()
        content = answer.read(STREAM_LIMIT + 1)
        connection.close()
        if answer.status == 200:
            return content
        if answer.status != 429:
            raise HomeError(f"the centre answered {answer.status}; nothing of this was kept there")
        time.sleep(min(int(answer.getheader("Retry-After", "1")), RETRY_LIMIT))


def _connect(url: str, pin: str | None) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port
    if parts.scheme == "http":
        if host not in LOOPBACK or pin:
            raise HomeError("without TLS the centre must be on this machine")
        return http.client.HTTPConnection(host, port, timeout=60)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    connection = http.client.HTTPSConnection(host, port, timeout=60, context=context)
    connection.connect()
    certificate = connection.sock.getpeercert(binary_form=True) or b""
    if pin is not None and pin_of(certificate) != pin:
        connection.close()
        raise HomeError("another key answers at the centre's address")
    return connection


def pin_of(certificate: bytes) -> str:
    """`sha256//` and the base64 of the SHA-256 of the certificate's public key info."""
    inside, _ = _content(certificate, 0)  # Certificate
    at, end = _content(certificate, inside)  # TBSCertificate
    skipped = 6 if certificate[at] == 0xA0 else 5
    for _ in range(skipped):  # version, serial, algorithm, issuer, validity, subject
        _, at = _content(certificate, at)
    key = certificate[at:_content(certificate, at)[1]]
    assert at < end
    return "sha256//" + base64.b64encode(hashlib.sha256(key).digest()).decode("ascii")


def _content(der: bytes, at: int) -> tuple[int, int]:
    """Where the content of the DER element at this place begins and ends."""
    length, start = der[at + 1], at + 2
    if length & 0x80:
        start += length & 0x7F
        length = int.from_bytes(der[at + 2:start], "big")
    return start, start + length
