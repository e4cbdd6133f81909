import SQLite

/// The laptop's own tables beside its records: never synced.
enum LaptopSchema {
  /// The room's name for its ledger of migrations.
  static let owner = "fieldagent"

  static let migrations = [
    Migration(
      identifier: "0001 drafts",
      sql: """
        -- What somebody typed into a page's form. content is sealed under the store key.
        -- subject: the row that the form is about; saved: the row it became, NULL until then.
        CREATE TABLE draft (
          id TEXT NOT NULL PRIMARY KEY,
          member INTEGER NOT NULL,
          kind TEXT NOT NULL,
          subject INTEGER,
          revision INTEGER NOT NULL,
          changed INTEGER NOT NULL,
          content BLOB NOT NULL,
          saved INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX draft_member ON draft (member, changed);
        """),
    Migration(
      identifier: "0002 practice",
      sql: """
        -- In a practice store: the rows of the directory, and what they stand for in the real one.
        CREATE TABLE practice_source (
          row INTEGER NOT NULL PRIMARY KEY,
          source INTEGER NOT NULL
        ) STRICT;
        -- Work that was typed in practice by mistake, and the record that it became. In the real
        -- store it stands in the transaction of the record; the practice store has a copy.
        CREATE TABLE practice_move (
          practice TEXT NOT NULL,
          row INTEGER NOT NULL,
          record INTEGER NOT NULL,
          code TEXT NOT NULL,
          moved INTEGER NOT NULL,
          PRIMARY KEY (practice, row)
        ) STRICT, WITHOUT ROWID;
        """),
  ]
}
