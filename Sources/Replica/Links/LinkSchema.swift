import SQLite

/// What the centre keeps of edges between rows and of rows that it copied into other scopes.
///
/// All of it is learnt from merged operations, in the transaction of their merge.
enum LinkSchema {
  static let migration = Migration(
    identifier: "0012 links",
    sql: """
      -- Halves of edges. root: what the halves of one edge have in common (SPEC 19.1).
      CREATE TABLE edge_half (
        dot INTEGER PRIMARY KEY,
        root INTEGER NOT NULL,
        table_id INTEGER NOT NULL,
        row INTEGER NOT NULL,
        other INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        scope INTEGER NOT NULL,
        removed INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX edge_half_root ON edge_half (root);
      CREATE INDEX edge_half_other ON edge_half (other);

      -- Rows that were copied, and the scope of the copy.
      CREATE TABLE row_copy (
        copy INTEGER PRIMARY KEY,
        original INTEGER NOT NULL,
        table_id INTEGER NOT NULL,
        scope INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX row_copy_original ON row_copy (original);

      -- Which operation of a copy stands for which of its original; more than one where a life of
      -- the centre copied again what an earlier life had copied.
      CREATE TABLE dot_copy (
        row INTEGER NOT NULL,
        original INTEGER NOT NULL,
        dot INTEGER NOT NULL,
        PRIMARY KEY (row, original, dot)
      ) STRICT, WITHOUT ROWID;

      -- The queue of what merges cause in other scopes: edges whose halves may differ...
      CREATE TABLE edge_due (
        root INTEGER NOT NULL,
        low INTEGER NOT NULL,
        high INTEGER NOT NULL,
        PRIMARY KEY (root, low, high)
      ) STRICT, WITHOUT ROWID;
      -- ...and rows whose copies may lag behind. waits_for: a key that has not come.
      CREATE TABLE copy_due (
        row INTEGER PRIMARY KEY,
        waits_for INTEGER
      ) STRICT;
      """)

  static let troubleMigration = Migration(
    identifier: "0015 link troubles",
    sql: """
      -- What was due and could not be written, until it is. An edge has root and both ends; rows whose
      -- copies lag behind stand in low alone. reason: a stable code. tried: the last time.
      CREATE TABLE link_trouble (
        root INTEGER NOT NULL,
        low INTEGER NOT NULL,
        high INTEGER NOT NULL,
        reason TEXT NOT NULL,
        since INTEGER NOT NULL,
        tried INTEGER NOT NULL,
        PRIMARY KEY (root, low, high)
      ) STRICT, WITHOUT ROWID;
      """)
}
