"""Values and operations as JSON, in the form of the vectors."""

from __future__ import annotations

from typing import Any

from model import UNSET, Erased, Operation, Sealed, Value, Write, dot_from_text, dot_text

Case = dict[str, Any]


def value_of(entry: Case) -> Value:
    """A value as the vectors write it."""
    match next(iter(entry.items())):
        case ("integer", number):
            return int(number)
        case ("text", content):
            return content
        case ("bytes", content):
            return bytes.fromhex(content)
        case ("sealed", parts):
            return Sealed(
                dot_from_text(parts["key"]), dot_from_text(parts["subject"]),
                bytes.fromhex(parts["nonce"]), bytes.fromhex(parts["ciphertext"]),
            )
        case ("erased", subject):
            return Erased(dot_from_text(subject))
    return UNSET


def value_entry(value: Value) -> Case:
    """A value for the vectors."""
    match value:
        case int():
            return {"integer": str(value)}
        case str():
            return {"text": value}
        case bytes():
            return {"bytes": value.hex()}
        case Sealed():
            return {"sealed": {
                "key": dot_text(value.key), "subject": dot_text(value.subject),
                "nonce": value.nonce.hex(), "ciphertext": value.ciphertext.hex(),
            }}
        case Erased():
            return {"erased": dot_text(value.subject)}
    return {"unset": True}


def operation_of(entry: Case) -> Operation:
    """An operation as the vectors write it."""
    writes = [
        Write(
            write["field"], value_of(write["value"]) if "value" in write else None,
            [dot_from_text(dot) for dot in write["previous"]],
        )
        for write in entry["writes"]
    ]
    optional = [dot_from_text(entry.get(name, "0.0.0")) for name in ("author", "act", "because")]
    return Operation(
        dot_from_text(entry["dot"]), entry["table"], dot_from_text(entry["row"]),
        int(entry["time"]), writes, *optional,
    )


def operation_entry(operation: Operation) -> Case:
    """An operation for the vectors."""
    entry: Case = {
        "dot": dot_text(operation.dot), "table": operation.table,
        "row": dot_text(operation.row), "time": str(operation.time), "writes": [],
    }
    for name in ("author", "act", "because"):
        if getattr(operation, name):
            entry[name] = dot_text(getattr(operation, name))
    for write in operation.writes:
        written: Case = {
            "field": write.field, "previous": [dot_text(dot) for dot in write.previous],
        }
        if write.value is not None:
            written["value"] = value_entry(write.value)
        entry["writes"].append(written)
    return entry
