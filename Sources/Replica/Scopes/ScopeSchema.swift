import SQLite

/// Tables of grants at the centre, and of scopes that are handed back.
enum ScopeSchema {
  static let migration = Migration(
    identifier: "0010 grants and scopes handed back",
    sql: """
      -- What a laptop may hold, as people say it: a unit (1), a place (2) or a scope (3), from and
      -- until. scope_grant is made from these, and from the map of units, and from nothing else.
      CREATE TABLE grant_rule (
        id INTEGER PRIMARY KEY,
        replica INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        unit TEXT,
        object INTEGER,
        since INTEGER NOT NULL,
        until INTEGER
      ) STRICT;
      CREATE INDEX grant_rule_replica ON grant_rule (replica);
      INSERT INTO grant_rule (replica, kind, object, since)
        SELECT replica, 3, scope, since FROM scope_grant;

      -- At the centre: scopes that were taken back. confirmed_…: the laptop's signed word that it
      -- has handed everything over, and the end of the log at that moment. closed: the laptop was
      -- told that it may let go, and has.
      CREATE TABLE scope_return (
        replica INTEGER NOT NULL,
        scope INTEGER NOT NULL,
        since INTEGER NOT NULL,
        deadline INTEGER NOT NULL,
        confirmed_sequence INTEGER,
        confirmed_hash BLOB,
        confirmed_signature BLOB,
        confirmed_end INTEGER,
        told INTEGER NOT NULL DEFAULT 0,
        closed INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (replica, scope)
      ) STRICT, WITHOUT ROWID;

      -- At the centre: laptops that were declared lost, and the last batch of each chain by then.
      CREATE TABLE lost_laptop (
        replica INTEGER PRIMARY KEY,
        declared INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE lost_chain (
        replica INTEGER NOT NULL,
        scope INTEGER NOT NULL,
        sequence INTEGER NOT NULL,
        PRIMARY KEY (replica, scope)
      ) STRICT, WITHOUT ROWID;

      -- At a laptop: scopes that are being handed back.
      CREATE TABLE scope_leaving (
        scope INTEGER PRIMARY KEY,
        deadline INTEGER NOT NULL
      ) STRICT;
      -- Its own last batch in scopes that it let go, so that a chain goes on where it ended when
      -- the scope comes back; and its own operations there.
      CREATE TABLE own_chain (
        scope INTEGER PRIMARY KEY,
        sequence INTEGER NOT NULL,
        hash BLOB NOT NULL,
        operations INTEGER NOT NULL
      ) STRICT;
      -- Sessions whose marks went with a scope: never drawn again.
      CREATE TABLE used_session (
        origin INTEGER PRIMARY KEY
      ) STRICT;
      """)
}
