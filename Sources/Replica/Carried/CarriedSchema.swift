import SQLite

/// Tables of rounds that are carried by hand: packs at a laptop, and what came of them at the centre.
enum CarriedSchema {
  static let migration = Migration(
    identifier: "0020 rounds carried by hand",
    sql: """
      -- At a laptop: the number of the last pack that carries the batch.
      ALTER TABLE batch ADD COLUMN pack INTEGER;
      -- At a laptop: packs that were written whole. locked: made while sealed values were locked, by
      -- this store and not by the one it was put back from. arrived: the centre's time in the first
      -- return that answered it.
      CREATE TABLE pack (
        id BLOB NOT NULL PRIMARY KEY,
        number INTEGER NOT NULL,
        packed INTEGER NOT NULL,
        batches INTEGER NOT NULL,
        operations INTEGER NOT NULL,
        locked INTEGER NOT NULL,
        arrived INTEGER
      ) STRICT, WITHOUT ROWID;
      -- The keys (0) and the confirmations of erasures (1) that it carries.
      CREATE TABLE pack_key (
        pack BLOB NOT NULL,
        kind INTEGER NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (pack, kind, number)
      ) STRICT, WITHOUT ROWID;

      -- At the centre: packs that were taken in. place: in the order in which they were last read.
      -- account: who took it in first. settled: the laptop has been heard since.
      CREATE TABLE carried_pack (
        id BLOB NOT NULL PRIMARY KEY,
        place INTEGER NOT NULL UNIQUE,
        epoch INTEGER NOT NULL,
        replica INTEGER NOT NULL,
        number INTEGER NOT NULL,
        packed INTEGER NOT NULL,
        taken INTEGER NOT NULL,
        account TEXT NOT NULL,
        settled INTEGER NOT NULL,
        undone INTEGER,
        undone_by TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX carried_pack_replica ON carried_pack (replica, place);
      -- What became of its batches when it was taken in first. new: it brought them.
      CREATE TABLE carried_batch (
        pack BLOB NOT NULL,
        hash BLOB NOT NULL,
        scope INTEGER NOT NULL,
        state INTEGER NOT NULL,
        reason TEXT NOT NULL,
        operations INTEGER NOT NULL,
        new INTEGER NOT NULL,
        PRIMARY KEY (pack, hash)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX carried_batch_hash ON carried_batch (hash) WHERE new = 1;
      -- Where a laptop stood by the pack that was read last, until it is heard over the network.
      -- wants_log: it has refused a snapshot of the scope.
      CREATE TABLE carried_want (
        replica INTEGER NOT NULL,
        scope INTEGER NOT NULL,
        epoch INTEGER NOT NULL,
        arrival INTEGER NOT NULL,
        running_hash BLOB NOT NULL,
        wants_log INTEGER NOT NULL,
        PRIMARY KEY (replica, scope)
      ) STRICT, WITHOUT ROWID;
      -- keys: its KEYS_WANTED. pack: the greatest number taken in. returns: returns made for it.
      CREATE TABLE carried_peer (
        replica INTEGER PRIMARY KEY,
        keys BLOB,
        pack INTEGER NOT NULL,
        returns INTEGER NOT NULL
      ) STRICT;
      -- Rulings of a person that an undone pack put out of force, to be put back.
      CREATE TABLE undone_ruling (
        pack BLOB NOT NULL,
        review INTEGER NOT NULL,
        PRIMARY KEY (pack, review)
      ) STRICT, WITHOUT ROWID;
      """)

  static let receiptMigration = Migration(
    identifier: "0022 receipts on paper",
    sql: """
      -- At a laptop: when somebody entered the receipt on paper.
      ALTER TABLE pack ADD COLUMN told INTEGER;
      """)

  static let grantMigration = Migration(
    identifier: "0021 since which grant a laptop holds a scope",
    sql: """
      -- At the centre: the first grant number of the laptop with the scope. A pack that knew only
      -- earlier ones speaks of a copy that was handed back.
      ALTER TABLE scope_grant ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
      """)
}
