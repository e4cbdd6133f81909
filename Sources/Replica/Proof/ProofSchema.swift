import SQLite

/// The tables of comparisons and incidents; none of them is synced.
enum ProofSchema {
  static let migration = Migration(
    identifier: "proof: comparisons and incidents",
    sql: """
      -- What is known of a scope's rows, beside scope_state.digest_state and digest_at.
      -- compared_arrival: the arrival number at which they were last compared.
      -- recomputed: when the sums were last computed anew from the rows.
      -- replayed: when they were last compared with what the log adds up to; centre only.
      -- wants: 1 the centre's leaf sums, 2 its rows of `leaves` (a set of 256 bits).
      -- retry_after: a repair did not help; not before this time is another asked for.
      CREATE TABLE proof (
        scope INTEGER PRIMARY KEY,
        compared_arrival INTEGER,
        recomputed INTEGER,
        replayed INTEGER,
        wants INTEGER NOT NULL DEFAULT 0,
        leaves BLOB,
        retry_after INTEGER
      ) STRICT;

      -- Every difference and every repair: each is a report of a defect.
      -- exported: the centre was told of it.
      CREATE TABLE incident (
        position INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        scope INTEGER NOT NULL,
        kind TEXT NOT NULL,
        leaves INTEGER NOT NULL,
        rows INTEGER NOT NULL,
        digest_before BLOB NOT NULL,
        digest_after BLOB,
        software TEXT NOT NULL,
        exported INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      -- At the centre: what laptops said of themselves in their last round, and when the digests of
      -- so many scopes were last found equal. peer_proof has the scopes that were not compared or
      -- differ.
      ALTER TABLE peer ADD COLUMN incidents INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE peer ADD COLUMN equal_at INTEGER;
      ALTER TABLE peer ADD COLUMN equal_scopes INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE peer_proof (
        replica INTEGER NOT NULL,
        scope INTEGER NOT NULL,
        state TEXT NOT NULL,
        PRIMARY KEY (replica, scope)
      ) STRICT, WITHOUT ROWID;
      """)
}
