"""The tables and fields that people write (SPEC.md, section 13), and record codes (section 12)."""

from __future__ import annotations

from dataclasses import dataclass

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
VERSION = 2
PLACE, HOUSEHOLD, VISIT = 1, 16, 18
NUMBER = 10
LINKS = 115


@dataclass(frozen=True)
class Field:
    """A field as the registry describes it."""

    wire: int
    type: type
    sealed: bool = False


def _fields(text: str) -> dict[str, Field]:
    types = {"integer": int, "text": str, "bytes": bytes}
    fields = {}
    for entry in text.split():
        wire, name, kind = entry.split(":")
        fields[name] = Field(int(wire), types[kind.removeprefix("*")], kind.startswith("*"))
    return fields


FIELDS: dict[int, dict[str, Field]] = {
    1: _fields(
        "10:number:integer 17:commune_code:text 25:name:text 33:kind:integer"
        " 41:household_scope:integer 49:valid_from:integer 57:valid_to:integer"
    ),
    16: _fields(
        "10:number:integer 17:place:integer 24:kind:integer 32:name:*text 40:address:*text"
        " 48:phone:*text 56:language:*text 64:note:*text 72:void_reason:*text"
    ),
    17: _fields(
        "10:number:integer 16:household:integer 24:full_name:*text 32:sort_name:*text"
        " 40:birth_year:*integer 48:birth_month:*integer 56:birth_day:*integer 64:sex:integer"
        " 72:phone:*text 80:id_hash:*bytes 88:id_last4:*text 96:note:*text 104:void_reason:*text"
    ),
    18: _fields(
        "10:number:integer 18:household:integer 24:date:integer 32:date_source:integer"
        " 40:start_minute:integer 48:minutes:integer 56:outcome:integer 64:return_date:integer"
        " 75:participants:integer 80:team:integer 88:note:*text 96:void_reason:*text"
        " 104:warnings:integer 112:session:integer 120:campaign:integer 128:channel:integer"
    ),
}
"""The fields of the tables this client shows and writes, by table."""

LETTERS = {
    1: "P", 3: "T", 4: "M", 16: "H", 17: "R", 18: "V", 19: "A", 20: "S",
    22: "C", 23: "B", 24: "K", 25: "Q", 26: "F", 27: "J", 28: "D", 29: "W",
    10: "X", 66: "G",
}
"""The letter of a record code, by table."""


def data_class(table: int) -> int:
    """The class of the keys for a table's sealed fields (18.2)."""
    return {16: 1, 17: 1, 20: 3, 21: 3, 22: 1}.get(table, 2)


def field_name(table: int, wire: int) -> str:
    """The registry's name of a field, or its number."""
    names = {field.wire: name for name, field in FIELDS.get(table, {}).items()}
    return {1: "void", 3: "deletes"}.get(wire) or names.get(wire, str(wire))


def record_code(table: int, replica: int, number: int) -> str:
    """What people see and type, for example H-3K9QZ-1A7-C."""
    letter, head, tail = LETTERS[table], _digits(replica).rjust(5, "0"), _digits(number)
    return f"{letter}-{head}-{tail}-{_check(letter + head + tail)}"


def canonical_record_code(typed: str) -> str | None:
    """A code as people type it, in its full form; none where the check character is wrong."""
    code = typed.upper().replace("O", "0").replace("I", "1").replace("L", "1")
    code = "".join(letter for letter in code if letter not in " -")
    if len(code) < 8 or any(letter not in ALPHABET for letter in code):
        return None
    if _check(code[:-1]) != code[-1]:
        return None
    return f"{code[0]}-{code[1:6]}-{code[6:-1]}-{code[-1]}"


def _digits(number: int) -> str:
    digits = ALPHABET[number & 31]
    while number := number >> 5:
        digits = ALPHABET[number & 31] + digits
    return digits


def _check(digits: str) -> str:
    check = 0
    for digit in digits:
        check = (check ^ ALPHABET.index(digit)) << 1
        check ^= 0b100101 if check & 32 else 0
    return ALPHABET[check]
