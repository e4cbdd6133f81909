import SQLite

/// The centre's own tables: never synced, and written by commands even while it serves.
enum CentreSchema {
  /// The room's name for its ledger of migrations.
  static let owner = "syncserver"

  static let migrations = [
    Migration(
      identifier: "0001 settings, accounts and enrolment codes",
      sql: """
        -- What `init` settled: the place, the host names of the certificate.
        CREATE TABLE centre_setting (
          key TEXT NOT NULL PRIMARY KEY,
          value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- Who may sign in to the pages. password: Argon2id with its salt and cost.
        -- changed: the password's time; sign-ins from before it are over.
        CREATE TABLE account (
          name TEXT NOT NULL PRIMARY KEY,
          role TEXT NOT NULL,
          password TEXT NOT NULL,
          created INTEGER NOT NULL,
          changed INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- Codes that let a laptop in, as the keys derived from them. The code itself is kept
        -- nowhere. used, replica, public_key: the laptop that came with it, NULL until then.
        CREATE TABLE enrolment_code (
          id INTEGER PRIMARY KEY,
          derived_key BLOB NOT NULL,
          label TEXT NOT NULL,
          member INTEGER,
          team INTEGER,
          issued INTEGER NOT NULL,
          expires INTEGER NOT NULL,
          used INTEGER,
          replica INTEGER,
          public_key BLOB
        ) STRICT;
        """),
    Migration(
      identifier: "0002 laptops in the place of others",
      sql: """
        -- Laptops that report no more, and which took their place.
        CREATE TABLE laptop_replacement (
          replica INTEGER PRIMARY KEY,
          successor INTEGER NOT NULL,
          at INTEGER NOT NULL
        ) STRICT;

        -- Whose place the laptop of a code will take; NULL for nobody's.
        ALTER TABLE enrolment_code ADD COLUMN replaces INTEGER;
        """),
    Migration(
      identifier: "0003 reset codes",
      sql: """
        -- Codes that open a laptop whose password was forgotten: for which laptop and local day
        -- since 1970, when, and which member gave it; NULL where nobody was named. The code itself
        -- is kept nowhere.
        CREATE TABLE reset_code (
          id INTEGER PRIMARY KEY,
          replica INTEGER NOT NULL,
          day INTEGER NOT NULL,
          given INTEGER NOT NULL,
          giver INTEGER
        ) STRICT;
        """),
  ]
}
