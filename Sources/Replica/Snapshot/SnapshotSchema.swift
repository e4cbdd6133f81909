import SQLite

/// Tables of snapshots, of what was dropped from the log, and of what may be.
enum SnapshotSchema {
  static let migration = Migration(
    identifier: "0009 snapshots and compaction",
    sql: """
      -- Where a scope's log begins here: all up to `arrival` is in the rows, and what it was is
      -- known only by its tips and marks. own_operations: this replica's own among them.
      CREATE TABLE scope_base (
        scope INTEGER PRIMARY KEY,
        epoch INTEGER NOT NULL,
        arrival INTEGER NOT NULL,
        running_hash BLOB NOT NULL,
        own_operations INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE base_tip (
        scope INTEGER NOT NULL,
        replica INTEGER NOT NULL,
        sequence INTEGER NOT NULL,
        PRIMARY KEY (scope, replica)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE base_mark (
        scope INTEGER NOT NULL,
        origin INTEGER NOT NULL,
        counter INTEGER NOT NULL,
        PRIMARY KEY (scope, origin)
      ) STRICT, WITHOUT ROWID;

      -- What the centre last said of a scope's log.
      CREATE TABLE scope_progress (
        scope INTEGER PRIMARY KEY,
        epoch INTEGER NOT NULL,
        durable INTEGER NOT NULL,
        stable INTEGER NOT NULL
      ) STRICT;

      -- A snapshot on its way to this laptop, in parts without gaps. refused: it did not hold what
      -- it claimed, so the log is asked for instead.
      CREATE TABLE snapshot_fetch (
        scope INTEGER PRIMARY KEY,
        epoch INTEGER NOT NULL,
        hash BLOB NOT NULL,
        total INTEGER NOT NULL,
        received INTEGER NOT NULL,
        refused INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE snapshot_part (
        scope INTEGER NOT NULL,
        position INTEGER NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (scope, position)
      ) STRICT;

      -- At the centre: its snapshots, section by section; section 0 is signature and header.
      CREATE TABLE snapshot (
        hash BLOB NOT NULL PRIMARY KEY,
        scope INTEGER NOT NULL,
        epoch INTEGER NOT NULL,
        arrival INTEGER NOT NULL,
        total INTEGER NOT NULL,
        made INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE snapshot_section (
        hash BLOB NOT NULL,
        position INTEGER NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (hash, position)
      ) STRICT;

      -- At the centre: how far each laptop has applied the log, by the cursors it asks with.
      CREATE TABLE acknowledged (
        replica INTEGER NOT NULL,
        scope INTEGER NOT NULL,
        epoch INTEGER NOT NULL,
        arrival INTEGER NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (replica, scope)
      ) STRICT, WITHOUT ROWID;
      """)
}
