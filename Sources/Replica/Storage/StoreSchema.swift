import SQLite

/// The tables of every store beside the entity tables, top to bottom.
///
/// Migrations are append-only. Scopes, dots and times are integers as the protocol packs them.
enum StoreSchema {
  /// Marks the file as a store of this program (`PRAGMA application_id`, "CmTy").
  static let applicationID: Int64 = 0x436D_5479

  static let migrations = [
    Migration(
      identifier: "0001 changelog",
      sql: """
        -- What the store knows about itself: replica, session, counter, machine.
        CREATE TABLE local_state (
          key TEXT NOT NULL PRIMARY KEY,
          value ANY
        ) STRICT, WITHOUT ROWID;

        -- The last signed time of the centre and the local clocks at that moment.
        CREATE TABLE signed_time (
          one INTEGER PRIMARY KEY CHECK (one = 1),
          signed INTEGER NOT NULL,
          wall INTEGER NOT NULL,
          monotonic INTEGER NOT NULL,
          boot TEXT NOT NULL
        ) STRICT;

        CREATE TABLE certificate (
          replica INTEGER PRIMARY KEY,
          encoded BLOB NOT NULL
        ) STRICT;

        -- Own operations that no batch holds yet, in the order they were written.
        CREATE TABLE outbox (
          position INTEGER PRIMARY KEY,
          scope INTEGER NOT NULL,
          act INTEGER NOT NULL,
          origin INTEGER NOT NULL,
          operation BLOB NOT NULL
        ) STRICT;

        -- The log. state: 1 merged, 2 held, 5 needs upgrade (Receipt.State).
        -- arrival and running_hash: the centre's numbers for this scope, NULL until known.
        -- receipt: what the centre said of a batch that this store has to hand over, NULL until then.
        CREATE TABLE batch (
          position INTEGER PRIMARY KEY,
          scope INTEGER NOT NULL,
          replica INTEGER NOT NULL,
          sequence INTEGER NOT NULL,
          hash BLOB NOT NULL UNIQUE,
          session INTEGER NOT NULL,
          first_counter INTEGER NOT NULL,
          last_counter INTEGER NOT NULL,
          operations INTEGER NOT NULL,
          state INTEGER NOT NULL,
          granted INTEGER NOT NULL,
          received INTEGER NOT NULL,
          arrival INTEGER,
          running_hash BLOB,
          sent INTEGER,
          receipt INTEGER,
          encoded BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX batch_chain ON batch (scope, replica, sequence, hash);
        CREATE UNIQUE INDEX batch_arrival ON batch (scope, arrival) WHERE arrival IS NOT NULL;
        CREATE INDEX batch_waiting ON batch (scope, position) WHERE state <> 1;
        -- Receipt.State 2 and 5: the centre keeps it and has not merged it, so it is offered again.
        CREATE INDEX batch_unconfirmed ON batch (position)
          WHERE receipt IS NULL OR receipt IN (2, 5);

        -- The frontier: every branch tip of every chain that was applied...
        CREATE TABLE frontier_tip (
          scope INTEGER NOT NULL,
          replica INTEGER NOT NULL,
          sequence INTEGER NOT NULL,
          hash BLOB NOT NULL,
          PRIMARY KEY (scope, replica, sequence, hash)
        ) STRICT, WITHOUT ROWID;

        -- ...and the greatest counter applied of every session: an operation is applied once.
        CREATE TABLE frontier_mark (
          scope INTEGER NOT NULL,
          origin INTEGER NOT NULL,
          counter INTEGER NOT NULL,
          PRIMARY KEY (scope, origin)
        ) STRICT, WITHOUT ROWID;

        -- The cursor into the centre's arrival log; at the centre, the log's own end.
        CREATE TABLE scope_state (
          scope INTEGER PRIMARY KEY,
          epoch INTEGER NOT NULL,
          arrival INTEGER NOT NULL,
          running_hash BLOB NOT NULL,
          granted INTEGER NOT NULL,
          digest_state TEXT,
          digest_at INTEGER
        ) STRICT;

        -- Every head that no column shows: set elements, tallies, deletes, hidden values of
        -- conflicts, values of the wrong type, fields this version does not know.
        CREATE TABLE head (
          row INTEGER NOT NULL,
          table_id INTEGER NOT NULL,
          field INTEGER NOT NULL,
          dot INTEGER NOT NULL,
          time INTEGER NOT NULL,
          value ANY,
          scope INTEGER NOT NULL,
          PRIMARY KEY (row, table_id, field, dot)
        ) STRICT, WITHOUT ROWID;
        -- Kinds 0 to 2 show one value: whatever of them stands here lost to a shown one.
        CREATE INDEX head_hidden ON head (scope) WHERE field & 7 < 3;

        -- Rows of tables that this version does not know.
        CREATE TABLE unknown_row (
          table_id INTEGER NOT NULL,
          rid INTEGER NOT NULL,
          scope INTEGER NOT NULL,
          time INTEGER,
          PRIMARY KEY (table_id, rid)
        ) STRICT, WITHOUT ROWID;

        -- Running numbers of record codes, by table.
        CREATE TABLE running_number (
          table_id INTEGER PRIMARY KEY,
          last INTEGER NOT NULL
        ) STRICT;
        """),
    Migration(
      identifier: "0002 centre",
      sql: """
        -- Which laptop may hold which scope.
        CREATE TABLE scope_grant (
          replica INTEGER NOT NULL,
          scope INTEGER NOT NULL,
          since INTEGER NOT NULL,
          PRIMARY KEY (replica, scope)
        ) STRICT, WITHOUT ROWID;

        -- Every laptop that was enrolled, and what it said of itself in its last round.
        -- reported_through: the last moment at which it had nothing left to hand over.
        CREATE TABLE peer (
          replica INTEGER PRIMARY KEY,
          label TEXT NOT NULL,
          member INTEGER,
          team INTEGER,
          enrolled INTEGER NOT NULL,
          grant_number INTEGER NOT NULL,
          last_round INTEGER,
          reported_through INTEGER,
          clock_offset INTEGER,
          unsent INTEGER,
          free_disk INTEGER,
          schema_version INTEGER,
          software TEXT
        ) STRICT;

        -- Batches that were refused: who offered them, why. The bytes are not kept.
        CREATE TABLE refusal (
          position INTEGER PRIMARY KEY,
          at INTEGER NOT NULL,
          replica INTEGER NOT NULL,
          reason TEXT NOT NULL
        ) STRICT;
        """),
    Migration(
      identifier: "0003 digest leaves",
      sql: """
        -- The 256 sums of each scope's digest and the rows in each, changed with the rows.
        CREATE TABLE digest_leaf (
          scope INTEGER NOT NULL,
          leaf INTEGER NOT NULL,
          sum BLOB NOT NULL,
          rows INTEGER NOT NULL,
          PRIMARY KEY (scope, leaf)
        ) STRICT, WITHOUT ROWID;

        -- Rows that stand here already are summed when the store is opened.
        INSERT INTO local_state (key, value) VALUES ('digests_missing', 1);
        """),
    Migration(
      identifier: "0004 clocks and conflicts",
      sql: """
        -- What the author's clock said when it closed the batch: raw, and what it added.
        ALTER TABLE batch ADD COLUMN wall INTEGER;
        ALTER TABLE batch ADD COLUMN clock_offset INTEGER;

        -- Deletes in force; few rows have any.
        CREATE INDEX head_deletes ON head (row) WHERE field = 3;

        -- Own acts written while no signed time vouched for the clock, until one does.
        CREATE TABLE unchecked_act (
          first INTEGER PRIMARY KEY,
          last INTEGER NOT NULL,
          believed INTEGER NOT NULL,
          monotonic INTEGER NOT NULL,
          boot TEXT NOT NULL
        ) STRICT;

        -- Own acts whose time turned out wrong by more than an hour. actual: NULL when the boot
        -- that they were written in ended before a signed time came.
        CREATE TABLE misdated_act (
          first INTEGER PRIMARY KEY,
          last INTEGER NOT NULL,
          believed INTEGER NOT NULL,
          actual INTEGER
        ) STRICT;
        """),
    Migration(
      identifier: "0005 review",
      sql: """
        -- At the centre: merged batches of laptops that were not judged yet, in order.
        CREATE TABLE to_judge (
          place INTEGER PRIMARY KEY,
          batch INTEGER NOT NULL
        ) STRICT;

        -- At the centre: operations that took values of a field away and left none. Heads do not
        -- lead to them, and judging has to find them.
        CREATE TABLE withdrawal (
          row INTEGER NOT NULL,
          table_id INTEGER NOT NULL,
          field INTEGER NOT NULL,
          dot INTEGER NOT NULL,
          PRIMARY KEY (row, table_id, field, dot)
        ) STRICT, WITHOUT ROWID;

        -- Batches that a gap row of the centre declared lost: they count as applied.
        CREATE TABLE lost_batch (
          scope INTEGER NOT NULL,
          replica INTEGER NOT NULL,
          sequence INTEGER NOT NULL,
          hash BLOB NOT NULL,
          PRIMARY KEY (scope, replica, sequence, hash)
        ) STRICT, WITHOUT ROWID;

        -- Operations are found by their dot.
        CREATE INDEX batch_counters ON batch (scope, replica, session, last_counter);
        """),
    ProofSchema.migration,
    Migration(
      identifier: "0007 copied and restored stores",
      sql: """
        -- Finds the batches of one session, whatever their scope, by their counters.
        CREATE INDEX batch_session ON batch (replica, session, last_counter);
        -- Receipt.State 8: own batches whose operations are to be written again.
        CREATE INDEX batch_collided ON batch (position) WHERE receipt = 8;

        -- Batches that are kept and will not be merged: other operations stand under their dots.
        -- At the centre as they came; at their author after it has written them again.
        CREATE TABLE batch_aside (
          hash BLOB NOT NULL PRIMARY KEY,
          scope INTEGER NOT NULL,
          replica INTEGER NOT NULL,
          sequence INTEGER NOT NULL,
          operations INTEGER NOT NULL,
          received INTEGER NOT NULL,
          encoded BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- Numbers under which this store wrote before it was enrolled anew.
        CREATE TABLE former_replica (
          replica INTEGER PRIMARY KEY,
          until INTEGER NOT NULL
        ) STRICT;

        -- At a laptop: the last CHECK of each scope with the centre's signature, as it came.
        CREATE TABLE voucher (
          scope INTEGER PRIMARY KEY,
          encoded BLOB NOT NULL
        ) STRICT;

        -- At the centre: where each scope's log stood when an epoch began.
        CREATE TABLE epoch_base (
          epoch INTEGER NOT NULL,
          scope INTEGER NOT NULL,
          arrival INTEGER NOT NULL,
          PRIMARY KEY (epoch, scope)
        ) STRICT, WITHOUT ROWID;

        -- At the centre: what it found out about itself and laptops' stores, for the coordinator.
        CREATE TABLE restore_incident (
          position INTEGER PRIMARY KEY,
          at INTEGER NOT NULL,
          kind TEXT NOT NULL,
          replica INTEGER NOT NULL,
          detail TEXT NOT NULL
        ) STRICT;

        -- At the centre: up to which arrival a verified backup off this machine reaches.
        CREATE TABLE off_machine_backup (
          scope INTEGER PRIMARY KEY,
          epoch INTEGER NOT NULL,
          arrival INTEGER NOT NULL,
          at INTEGER NOT NULL
        ) STRICT;
        """),
    Migration(
      identifier: "0008 origins",
      sql: """
        -- Short numbers of the origins whose dots rows name; local to this store.
        CREATE TABLE origin (
          number INTEGER PRIMARY KEY,
          origin INTEGER NOT NULL UNIQUE
        ) STRICT;

        -- A fork has two batches at one place; their hashes are in an index of their own.
        DROP INDEX batch_chain;
        CREATE INDEX batch_chain ON batch (scope, replica, sequence);
        """),
    SnapshotSchema.migration,
    ScopeSchema.migration,
    Migration(
      identifier: "0011 sealed values",
      sql: """
        -- Subjects erased in a scope: from merged operations of the centre.
        CREATE TABLE erased_subject (
          scope INTEGER NOT NULL,
          subject INTEGER NOT NULL,
          PRIMARY KEY (scope, subject)
        ) STRICT, WITHOUT ROWID;

        -- Keys that values name and that have not come.
        CREATE TABLE missing_key (
          key INTEGER PRIMARY KEY,
          scope INTEGER NOT NULL,
          subject INTEGER NOT NULL
        ) STRICT;

        -- At the centre: scopes where something of an erased subject turned up...
        CREATE TABLE erasure_due (
          scope INTEGER NOT NULL,
          subject INTEGER NOT NULL,
          PRIMARY KEY (scope, subject)
        ) STRICT, WITHOUT ROWID;

        -- ...and which laptops have destroyed the keys of a subject.
        CREATE TABLE erasure_confirmation (
          subject INTEGER NOT NULL,
          replica INTEGER NOT NULL,
          at INTEGER NOT NULL,
          PRIMARY KEY (subject, replica)
        ) STRICT, WITHOUT ROWID;

        -- Keys here whose names were given up, until they are destroyed.
        CREATE TABLE renamed_key (
          key INTEGER PRIMARY KEY,
          scope INTEGER NOT NULL
        ) STRICT;

        -- At the centre: the last life in which a laptop has brought back all it had.
        CREATE TABLE returned_peer (
          replica INTEGER PRIMARY KEY,
          epoch INTEGER NOT NULL
        ) STRICT;
        """),
    LinkSchema.migration,
    Migration(
      identifier: "0013 digest leaves in parts",
      sql: """
        -- The 256 leaves of each scope's digest, sixteen a row: of each its sum in 32 bytes and the
        -- number of its rows in 8, least significant first. Summed anew when the store is opened.
        DROP TABLE digest_leaf;
        CREATE TABLE digest_leaf (
          scope INTEGER NOT NULL,
          part INTEGER NOT NULL,
          leaves BLOB NOT NULL,
          PRIMARY KEY (scope, part)
        ) STRICT, WITHOUT ROWID;
        INSERT OR REPLACE INTO local_state (key, value) VALUES ('digests_missing', 1);
        """),
    Migration(
      identifier: "0014 misplaced rows",
      sql: """
        -- Rows whose table and id a row of another scope has too, which has the place: all heads.
        CREATE TABLE misplaced_row (
          table_id INTEGER NOT NULL,
          rid INTEGER NOT NULL,
          scope INTEGER NOT NULL,
          time INTEGER,
          heads BLOB NOT NULL,
          PRIMARY KEY (table_id, rid, scope)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX misplaced_row_scope ON misplaced_row (scope);
        """),
    LinkSchema.troubleMigration,
    ReadRulingSchema.migration,
    Store.replacedEarlyMigration,
    AsideSchema.migration,
    HandOverSchema.migration,
    CarriedSchema.migration,
    CarriedSchema.grantMigration,
    CarriedSchema.receiptMigration,
  ]
}
