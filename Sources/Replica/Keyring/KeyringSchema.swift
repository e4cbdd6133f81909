import SQLite

/// The tables of a keyring, top to bottom. Migrations are append-only.
enum KeyringSchema {
  /// Marks the file (`PRAGMA application_id`, "CmTk").
  static let applicationID: Int64 = 0x436D_546B

  static let migrations = [
    Migration(
      identifier: "0001 keys",
      sql: """
        -- wrapped: nonce and ciphertext under the store key; NULL when the secret was dropped here.
        -- arrival: the centre's number of the key within its scope.
        -- confirmed: 1 when the centre has it.
        CREATE TABLE key (
          id INTEGER PRIMARY KEY,
          scope INTEGER NOT NULL,
          subject INTEGER NOT NULL,
          class INTEGER NOT NULL,
          year INTEGER NOT NULL,
          wrapped BLOB,
          arrival INTEGER,
          confirmed INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX key_place ON key (subject, scope, class, year);
        CREATE UNIQUE INDEX key_arrival ON key (scope, arrival) WHERE arrival IS NOT NULL;
        CREATE INDEX key_unconfirmed ON key (id) WHERE confirmed = 0;

        -- Subjects whose keys were destroyed; keys that come later are absorbed.
        -- confirmed: 1 when the centre was told.
        CREATE TABLE erased (
          subject INTEGER PRIMARY KEY,
          confirmed INTEGER NOT NULL
        ) STRICT;

        -- The centre's key numbers: at the centre the last one given, at a laptop the last taken over.
        CREATE TABLE scope_keys (
          scope INTEGER PRIMARY KEY,
          through INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE keyring_state (
          name TEXT NOT NULL PRIMARY KEY,
          value ANY
        ) STRICT, WITHOUT ROWID;
        """),
    Migration(
      identifier: "0002 keys of local places",
      sql: """
        -- What seals one place of a local table beside the store, such as a form that is not saved
        -- yet. wrapped: nonce and ciphertext under the store key.
        CREATE TABLE local_key (
          place TEXT NOT NULL PRIMARY KEY,
          wrapped BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        """),
  ]
}
