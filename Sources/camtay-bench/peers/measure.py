"""Measures other engines on the edits that `camtay-bench wire` measures.

    swift build -c release --product camtay-bench
    python3 Sources/camtay-bench/peers/measure.py

A virtual environment below `.build/peers` gets the packages that `requirements.txt` names; nothing
else of CamTay needs them. Each engine first takes the rows that the stream creates, then edits
travel in batches from one replica to another. Bytes are those of the edits, as the engine encodes
them and compressed once more (zlib 9); operations a second are those of the receiving replica.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))


class Session:
    """SQLite's session extension: changesets applied to a durable file."""

    name, place = "sqlite-session", "durable"

    def __init__(self, columns, folder):
        import apsw

        self.apsw, self.columns = apsw, columns
        self.folder = tempfile.mkdtemp(dir=folder)
        self.sender, self.receiver = (self._open(name) for name in ("sender", "receiver"))

    def _open(self, name):
        connection = self.apsw.Connection(os.path.join(self.folder, name))
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        columns = ", ".join(f'"{column}"' for column in self.columns)
        connection.execute(f"CREATE TABLE item (rid INTEGER PRIMARY KEY, {columns})")
        return connection

    def encode(self, batch):
        session = self.apsw.Session(self.sender, "main")
        session.attach("item")
        with self.sender:
            for row, is_create, fields in batch:
                if is_create:
                    names = ", ".join(f'"{name}"' for name in fields)
                    marks = ", ?" * len(fields)
                    self.sender.execute(
                        f"INSERT INTO item (rid, {names}) VALUES (?{marks})",
                        (row, *fields.values()))
                else:
                    names = ", ".join(f'"{name}" = ?' for name in fields)
                    self.sender.execute(
                        f"UPDATE item SET {names} WHERE rid = ?", (*fields.values(), row))
        changeset = session.changeset()
        session.close()
        return changeset

    def apply(self, changeset):
        replace = self.apsw.SQLITE_CHANGESET_REPLACE
        self.apsw.Changeset.apply(changeset, self.receiver, conflict=lambda *_: replace)


class Yrs:
    """Yrs through pycrdt: a map of maps."""

    name, place = "yrs (pycrdt)", "memory only"

    def __init__(self, columns, folder):
        import pycrdt

        self.pycrdt = pycrdt
        self.sender, self.receiver = pycrdt.Doc(), pycrdt.Doc()
        self.items = self.sender.get("items", type=pycrdt.Map)
        self.receiver.get("items", type=pycrdt.Map)

    def encode(self, batch):
        state = self.sender.get_state()
        with self.sender.transaction():
            for row, is_create, fields in batch:
                if is_create:
                    self.items[str(row)] = self.pycrdt.Map(fields)
                else:
                    item = self.items[str(row)]
                    for name, value in fields.items():
                        item[name] = value
        return self.sender.get_update(state)

    def apply(self, update):
        self.receiver.apply_update(update)


class Loro:
    """Loro: a map of maps."""

    name, place = "loro", "memory only"

    def __init__(self, columns, folder):
        import loro

        self.loro = loro
        self.sender, self.receiver = loro.LoroDoc(), loro.LoroDoc()
        self.items = self.sender.get_map("items")
        self.maps = {}

    def encode(self, batch):
        version = self.sender.oplog_vv
        for row, is_create, fields in batch:
            if is_create:
                self.maps[row] = self.items.insert_container(str(row), self.loro.LoroMap())
            for name, value in fields.items():
                self.maps[row].insert(name, value)
        self.sender.commit()
        return self.sender.export(self.loro.ExportMode.Updates(version))

    def apply(self, update):
        self.receiver.import_(update)


def stream(bench, rows, size):
    """The batches of the stream; the creates come first."""
    output = subprocess.run(
        [bench, "workload", "--rows", str(rows), "--batch", str(size)], check=True,
        stdout=subprocess.PIPE).stdout
    return [json.loads(line) for line in output.splitlines()]


def measure(engine, batches, columns, folder):
    peer = engine(columns, folder)
    edits = [batch for batch in batches if not any(create for _, create, _ in batch)]
    for batch in batches[:len(batches) - len(edits)]:
        peer.apply(peer.encode(batch))
    count = sum(len(batch) for batch in edits)
    plain = packed = 0
    seconds = 0.0
    for batch in edits:
        encoded = peer.encode(batch)
        plain += len(encoded)
        packed += len(zlib.compress(encoded, 9))
        start = time.perf_counter()
        peer.apply(encoded)
        seconds += time.perf_counter() - start
    return plain / count, packed / count, count / seconds


def run(arguments):
    for size in (500, 50):
        batches = stream(arguments.bench, arguments.rows, size)
        columns = list(batches[0][0][2])
        for engine in (Session, Yrs, Loro):
            runs = []
            for _ in range(arguments.runs):
                with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
                    runs.append(measure(engine, batches, columns, folder))
            plain, packed, speed = (sorted(values)[len(runs) // 2] for values in zip(*runs))
            print(
                f"{engine.name:16} batches of {size:3}: {plain:6.2f} B/op, "
                f"{packed:6.2f} compressed, {speed:9.0f} op/s, {engine.place}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--bench", default=os.path.join(ROOT, ".build/release/camtay-bench"))
    parser.add_argument("--folder", default=None, help="where the measured files stand")
    parser.add_argument("--here", action="store_true", help="use the packages of this Python")
    arguments = parser.parse_args()
    if arguments.here:
        return run(arguments)
    environment = os.path.join(ROOT, ".build/peers")
    python = os.path.join(environment, "bin/python")
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    requirements = os.path.join(HERE, "requirements.txt")
    subprocess.run([python, "-m", "pip", "-q", "install", "-r", requirements], check=True)
    os.execv(python, [python, os.path.abspath(__file__), "--here", *sys.argv[1:]])


main()
