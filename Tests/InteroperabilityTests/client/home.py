"""What the client keeps on disk: one folder with a database, a keyring and the key to it."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nacl.secret
import nacl.utils

from stream import SealingKey

SCHEMA = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE certificate (
  replica INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE batch (
  position INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, scope INTEGER NOT NULL,
  state TEXT NOT NULL, arrival INTEGER, running BLOB, receipt INTEGER, bytes BLOB NOT NULL);
CREATE TABLE outbox (
  position INTEGER PRIMARY KEY, scope INTEGER NOT NULL, operation TEXT NOT NULL);
CREATE TABLE cursor (
  scope INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, arrival INTEGER NOT NULL,
  running BLOB NOT NULL);
CREATE TABLE last_check (
  scope INTEGER PRIMARY KEY, payload BLOB NOT NULL);
CREATE TABLE base (
  scope INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, arrival INTEGER NOT NULL,
  running BLOB NOT NULL, rows BLOB NOT NULL, frontier BLOB NOT NULL, below BLOB NOT NULL);
CREATE TABLE fetch (
  scope INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, hash BLOB NOT NULL, total INTEGER NOT NULL,
  refused INTEGER NOT NULL, content BLOB NOT NULL);
CREATE TABLE aside (
  hash BLOB PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE agreed (
  scope INTEGER PRIMARY KEY, place BLOB NOT NULL);
CREATE TABLE key_position (
  scope INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, through INTEGER NOT NULL);
"""


class HomeError(Exception):
    """What a person has to be told."""


class Home:
    """A folder that belongs to one replica."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if not (folder / "state.sqlite").exists():
            raise HomeError(f"{folder} is no home yet: enrol first")
        self.database = sqlite3.connect(folder / "state.sqlite", isolation_level=None)
        self.database.execute("PRAGMA synchronous = FULL")

    @staticmethod
    def make(folder: Path, settings: dict[str, Any]) -> Home:
        """A new home; nothing stands there before all of it does."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if (folder / "state.sqlite").exists():
            raise HomeError(f"{folder} is a home already")
        key = folder / "unlock.key"
        key.touch(mode=0o600)
        key.write_bytes(nacl.utils.random(32))
        draft = folder / "state.draft"
        draft.unlink(missing_ok=True)
        database = sqlite3.connect(draft)
        database.executescript(SCHEMA)
        with database:
            for name, value in settings.items():
                database.execute("INSERT INTO setting VALUES (?, ?)", (name, json.dumps(value)))
        database.close()
        draft.rename(folder / "state.sqlite")
        home = Home(folder)
        home.save_keyring({})
        return home

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing, whatever kills the program."""
        self.database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.database.execute("ROLLBACK")
            raise
        self.database.execute("COMMIT")

    def setting(self, name: str, default: Any = None) -> Any:
        """A value that was set, or `default`."""
        row = self.one("SELECT value FROM setting WHERE name = ?", name)
        return default if row is None else json.loads(row[0])

    def set(self, name: str, value: Any) -> None:
        """Keeps a value that JSON can hold."""
        self.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, json.dumps(value))

    def run(self, statement: str, *values: Any) -> list[tuple]:
        """All rows of a statement."""
        return self.database.execute(statement, values).fetchall()

    def one(self, statement: str, *values: Any) -> tuple | None:
        """The first row, or none."""
        return self.database.execute(statement, values).fetchone()

    # The keyring is in a file of its own, wrapped by a key that is in neither (18.2).

    def keyring(self) -> dict[int, tuple[int, SealingKey]]:
        """Scope and key by id."""
        entries = json.loads(self._box().decrypt((self.folder / "keyring").read_bytes()))
        return {
            entry["id"]: (entry["scope"], SealingKey(
                entry["id"], entry["subject"], entry["class"], entry["year"],
                bytes.fromhex(entry["secret"]),
            ))
            for entry in entries
        }

    def save_keyring(self, keys: dict[int, tuple[int, SealingKey]]) -> None:
        """Rewrites the whole file, so that no deleted secret stays in it."""
        entries = [
            {
                "scope": scope, "id": key.id, "subject": key.subject, "class": key.data_class,
                "year": key.year, "secret": key.secret.hex(),
            }
            for scope, key in keys.values()
        ]
        draft = self.folder / "keyring.draft"
        with draft.open("wb") as file:
            file.write(self._box().encrypt(json.dumps(entries).encode()))
            file.flush()
            os.fsync(file.fileno())
        draft.rename(self.folder / "keyring")

    def _box(self) -> nacl.secret.SecretBox:
        return nacl.secret.SecretBox((self.folder / "unlock.key").read_bytes())
