import SQLite

/// What people decided about batches that are kept aside. The rows themselves and the reviews of
/// them are synced; this says only of which batch they came.
enum AsideSchema {
  static let migration = Migration(
    identifier: "0018 batches adopted from aside",
    sql: """
      -- At the centre: who decided that what a batch in batch_aside says is written again.
      CREATE TABLE aside_adoption (
        hash BLOB NOT NULL PRIMARY KEY,
        decided_by TEXT NOT NULL,
        note TEXT,
        at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      -- At the centre: operations by which an author wrote again what had been adopted.
      CREATE TABLE aside_repeat (
        dot INTEGER PRIMARY KEY,
        adopted INTEGER NOT NULL
      ) STRICT;
      """)
}
