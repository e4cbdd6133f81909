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
        """)
  ]
}
