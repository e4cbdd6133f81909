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
    Migration(
      identifier: "0003 numbered paper",
      sql: """
        -- Every printout that has a number. subject: the campaign, hamlet or team of a walking list;
        -- lines: of a day sheet, 0 of other paper; replica: the laptop's number in its codes.
        CREATE TABLE printout (
          number INTEGER NOT NULL PRIMARY KEY,
          kind TEXT NOT NULL,
          subject INTEGER,
          lines INTEGER NOT NULL,
          member INTEGER NOT NULL,
          made INTEGER NOT NULL,
          replica INTEGER NOT NULL
        ) STRICT;
        -- A line of a day sheet that is no longer open. visit: what it was entered as, NULL when it
        -- was struck out on the paper.
        CREATE TABLE sheet_line (
          sheet INTEGER NOT NULL,
          line INTEGER NOT NULL,
          visit INTEGER,
          PRIMARY KEY (sheet, line)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sheet_line_visit ON sheet_line (visit) WHERE visit IS NOT NULL;
        """),
    Migration(
      identifier: "0004 presses",
      sql: """
        -- Buttons that count, each by the random name that its page gave it: one that is sent twice
        -- counts once, and two tabs count two.
        CREATE TABLE press (
          name TEXT NOT NULL PRIMARY KEY,
          time INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """),
    Migration(
      identifier: "0005 lines that were entered again",
      sql: """
        -- Voided visits whose line of a day sheet has become another visit since.
        CREATE TABLE sheet_line_former (
          visit INTEGER NOT NULL PRIMARY KEY,
          sheet INTEGER NOT NULL,
          line INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """),
    Migration(
      identifier: "0006 forms about people who were erased",
      sql: """
        -- sealing: counts the keys that content was sealed under, of which the last is kept.
        ALTER TABLE draft ADD COLUMN sealing INTEGER NOT NULL DEFAULT 0;
        -- Forms that were destroyed because whom they were about was erased: whoever has one open is
        -- told so.
        CREATE TABLE draft_forgotten (
          id TEXT NOT NULL PRIMARY KEY,
          member INTEGER NOT NULL,
          time INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """),
    Migration(
      identifier: "0007 moved people who were erased",
      sql: """
        -- forgotten: 1 when the practice that it came from has destroyed what it had of the record.
        ALTER TABLE practice_move ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0;
        """),
  ]
}
