"""A small CamTay client, written from SyncProtocol/SPEC.md alone.

    camtay_client.py --home FOLDER enrol URL CODE
    camtay_client.py --home FOLDER enrol-file FILE CODE
    camtay_client.py --home FOLDER record household PLACE [FIELD=VALUE ...] [--times N]
        [--later-bytes N]
    camtay_client.py --home FOLDER record visit ROW [FIELD=VALUE ...]
    camtay_client.py --home FOLDER record edit|add|remove ROW FIELD [VALUE]
    camtay_client.py --home FOLDER record delete|undelete ROW
    camtay_client.py --home FOLDER sync [--rounds N] [--most-operations N]
        [--most-batches N] [--pause answer|commit] [--url URL] [--start-over]
    camtay_client.py --home FOLDER verify
    camtay_client.py --home FOLDER rows

A row is a dot, `replica.session.counter`, or its record code. Every command answers with one JSON
object. Exit codes: 0 done, 1 a mistake of the person, 2 data need attention, 4 damaged input,
5 no connection.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
from pathlib import Path
from typing import Any

from answer import AnswerReader, Outcome, check_answer
from clock import running
from connection import exchange
from enrolment import enrol
from enrolment_file import enrol_from_file
from home import Home, HomeError
from merge import Row
from model import Erased, Value, dot_from_text, dot_text, replica_of
from primitives import ProtocolError, verify
from recording import Recorder, clear_value
from registry import LETTERS, NUMBER, field_name, record_code
from replica import BATCH_OPERATIONS, Replica
from request import Request, full_request, time_request
from stream import read_check

ROUND_LIMIT = 100


def command_enrol(arguments: argparse.Namespace) -> dict[str, Any]:
    """Joins an installation."""
    home = enrol(arguments.home, arguments.url, arguments.code)
    return {"replica": home.setting("replica"), "member": dot_text(home.setting("member"))}


def command_enrol_file(arguments: argparse.Namespace) -> dict[str, Any]:
    """Joins an installation without a network."""
    home = enrol_from_file(arguments.home, arguments.file, arguments.code)
    return {"replica": home.setting("replica"), "member": dot_text(home.setting("member"))}


def command_record(arguments: argparse.Namespace) -> dict[str, Any]:
    """Records one act; it is on disk before the answer is printed."""
    home = Home(arguments.home)
    with home.transaction():
        replica = Replica(home)
        recorder = Recorder(replica, arguments.later_bytes)
        what, rest = arguments.what, arguments.rest
        if what in ("household", "visit"):
            fields = dict(entry.split("=", 1) for entry in rest)
            subject = arguments.subject
            for _ in range(arguments.times):
                row = (
                    recorder.household(subject, fields) if what == "household"
                    else recorder.visit(row_named(replica, subject), fields)
                )
        else:
            row = getattr(recorder, what)(row_named(replica, arguments.subject), *(
                rest + [None] if what == "edit" and len(rest) == 1 else rest
            ))
        return row_entry(replica, row)


def command_sync(arguments: argparse.Namespace) -> dict[str, Any]:
    """Rounds until both sides have said all they had, or as many as are asked for."""
    home = Home(arguments.home)
    if not Replica(home).clock.is_checked():
        _round(home, arguments, ask_time=True)
    with home.transaction():
        Replica(home).close_outbox(arguments.most_operations)
    total = Outcome()
    for count in range(1, min(arguments.rounds, ROUND_LIMIT) + 1):
        outcome = _round(home, arguments)
        total.more, total.taken = outcome.more, total.taken + outcome.taken
        total.compared |= outcome.compared
        total.problem = outcome.problem or total.problem
        total.snapshot_bytes += outcome.snapshot_bytes
        total.moved_operations += outcome.moved_operations
        for name in ("repaired", "snapshots", "let_go"):
            getattr(total, name).extend(getattr(outcome, name))
        for name, number in outcome.receipts.items():
            total.receipts[name] = total.receipts.get(name, 0) + number
        if not outcome.more and not outcome.asks_again:
            break
        with home.transaction():
            Replica(home).close_outbox(arguments.most_operations)
    return {
        "rounds": count, "more": total.more, "receipts": total.receipts, "taken": total.taken,
        "compared": {dot_text(s): equal for s, equal in sorted(total.compared.items())},
        "problem": total.problem, "repaired": list(map(dot_text, total.repaired)),
        "snapshots": list(map(dot_text, total.snapshots)), "snapshotBytes": total.snapshot_bytes,
        "letGo": list(map(dot_text, total.let_go)), "movedOperations": total.moved_operations,
    }


def _round(home: Home, arguments: argparse.Namespace, ask_time: bool = False) -> Outcome:
    replica = Replica(home)
    request: Request = (
        time_request(replica) if ask_time else full_request(replica, arguments.most_batches)
    )
    asked = running()
    url = arguments.url or home.setting("url")
    content = exchange(url, "/sync/v1", home.setting("pin"), request.content)
    if not ask_time:
        _pause(arguments, "answer")
    stream, welcome = check_answer(replica, request, content)
    with home.transaction():
        reader = AnswerReader(replica, request, asked, arguments.start_over)
        outcome = reader.take_in(stream, welcome)
        if not ask_time:
            _pause(arguments, "commit")
    replica.forget_given_up_keys()
    return outcome


def _pause(arguments: argparse.Namespace, place: str) -> None:
    """Waits to be killed: a test of what a loss of power leaves behind."""
    if arguments.pause == place:
        print(json.dumps({"paused": place}), flush=True)
        signal.pause()


def command_verify(arguments: argparse.Namespace) -> dict[str, Any]:
    """Computes the digest of every scope and compares it with the last CHECK and AGREED 1."""
    replica = Replica(Home(arguments.home))
    scopes = {}
    for scope in replica.granted:
        digest, standing = replica.scope(scope).digest(), "not comparable"
        kept = replica.home.one("SELECT payload FROM last_check WHERE scope = ?", scope)
        if kept:
            check = read_check(kept[0])
            life = replica.certificates[check.cursor.epoch]
            verify(life.key, "check", check.message(), check.signature)
            if check.cursor == replica.cursor(scope) and replica.standing(scope) == 0:
                standing = "equal" if check.root == digest else "different"
        place = replica.cursor(scope).encoded() + digest
        if replica.home.one("SELECT 1 FROM agreed WHERE scope = ? AND place = ?", scope, place):
            standing = "equal"
        scopes[dot_text(scope)] = {"digest": digest.hex(), "standing": standing}
    return {"scopes": scopes}


def command_rows(arguments: argparse.Namespace) -> dict[str, Any]:
    """Every row with what is shown of it, and its conflicts with all their values."""
    replica = Replica(Home(arguments.home))
    rows = [
        row_entry(replica, row)
        for state in replica.scopes.values() for row in state.rows.values()
    ]
    return {"rows": sorted(rows, key=lambda entry: (entry["table"], entry["row"]))}


def row_named(replica: Replica, name: str) -> int:
    """The row of a dot or of a record code."""
    if "." in name:
        return dot_from_text(name)
    for state in replica.scopes.values():
        for row in state.rows.values():
            if code_of(row) == name:
                return row.dot
    raise HomeError(f"no row is called {name}")


def code_of(row: Row) -> str | None:
    """The row's record code, where its table has one."""
    number = row.shown(NUMBER)
    if row.table not in LETTERS or not isinstance(number, int):
        return None
    return record_code(row.table, replica_of(row.dot), number)


def row_entry(replica: Replica, row: Row) -> dict[str, Any]:
    """A row as it is printed."""
    shown: dict[str, Any] = {}
    conflicts: dict[str, Any] = {}
    for wire in row.fields():
        values = [clear_value(replica, row, wire, head.value) for head in row.heads_of(wire)]
        name = field_name(row.table, wire)
        if wire & 7 == 3:
            shown[name] = [printed(value) for value in values]
        elif wire & 7 == 4:
            shown[name] = row.total(wire)
        else:
            shown[name] = printed(values[-1])
        if row.in_conflict(wire) and len(set(map(repr, values))) > 1:
            conflicts[name] = [printed(value) for value in values]
    return {
        "row": dot_text(row.dot), "table": row.table, "code": code_of(row), "shown": shown,
        "conflicts": conflicts, "deletion": row.deletion(), "voided": row.is_voided(),
    }


def printed(value: Value | None) -> Any:
    """A value for JSON."""
    match value:
        case int() | str():
            return value
        case bytes():
            return value.hex()
        case Erased():
            return "(erased)"
    return None


def main() -> int:
    """Reads the arguments and answers."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--home", type=Path, required=True)
    commands = parser.add_subparsers(dest="command", required=True)
    joining = commands.add_parser("enrol")
    joining.add_argument("url")
    joining.add_argument("code")
    filed = commands.add_parser("enrol-file")
    filed.add_argument("file", type=Path)
    filed.add_argument("code")
    record = commands.add_parser("record")
    record.add_argument("--times", type=int, default=1)
    record.add_argument("--later-bytes", type=int, default=0)
    record.add_argument("what", choices=[
        "household", "visit", "edit", "add", "remove", "delete", "undelete",
    ])
    record.add_argument("subject")
    record.add_argument("rest", nargs="*")
    sync = commands.add_parser("sync")
    sync.add_argument("--rounds", type=int, default=ROUND_LIMIT)
    sync.add_argument("--most-operations", type=int, default=BATCH_OPERATIONS)
    sync.add_argument("--most-batches", type=int)
    sync.add_argument("--url")
    sync.add_argument("--start-over", action="store_true")
    sync.add_argument("--pause", choices=["answer", "commit"])
    commands.add_parser("verify")
    commands.add_parser("rows")
    arguments = parser.parse_args()
    try:
        answer = globals()["command_" + arguments.command.replace("-", "_")](arguments)
    except HomeError as error:
        return _failed(1, "home", str(error))
    except ProtocolError as error:
        return _failed(4, error.code, str(error))
    except OSError as error:
        return _failed(5, "connection", f"{error}; nothing was lost, sync again later")
    print(json.dumps(answer, ensure_ascii=False))
    compared = answer.get("compared", {}).values()
    standings = [entry["standing"] for entry in answer.get("scopes", {}).values()]
    troubled = answer.get("problem") or not all(compared) or "different" in standings
    return 2 if troubled else 0


def _failed(code: int, name: str, text: str) -> int:
    print(json.dumps({"error": name, "text": text}, ensure_ascii=False), file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
