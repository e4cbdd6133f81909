"""Vectors of bundles, read by this client."""

from __future__ import annotations

from collections.abc import Callable

from bundle import open_bundle
from entries import Case
from primitives import ProtocolError


def check_bundle(case: Case) -> Case:
    """Opens a bundle as the one it is addressed to does."""
    manifest = bytes.fromhex(case["file"]) if case["file"] else None
    parts = [bytes.fromhex(part) if part else None for part in case["parts"]]
    try:
        bundle = open_bundle(
            manifest, parts, bytes.fromhex(case["recipientPrivateKey"]),
            bytes.fromhex(case["rootPublicKey"]))
    except ProtocolError as error:
        return {"error": error.code}
    return {
        "kind": bundle.kind, "replica": bundle.sender.replica, "number": bundle.number,
        "streams": [stream.hex() for stream in bundle.streams],
    }


CHECKS: dict[str, Callable[[Case], Case]] = {"wire/bundles.json": check_bundle}
