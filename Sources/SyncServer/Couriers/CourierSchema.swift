import SQLite

/// Tables of what laptops carry for others, on its way to the centre and back.
enum CourierSchema {
  static let migration = Migration(
    identifier: "0013 bundles on their way",
    sql: """
      -- Bundles that were taken in, by the number in their files: which pack each was, and the laptop
      -- that brought it over the network; NULL from a stick or a browser.
      CREATE TABLE taken_bundle (
        bundle BLOB NOT NULL PRIMARY KEY,
        pack BLOB NOT NULL,
        courier INTEGER,
        taken INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX taken_bundle_pack ON taken_bundle (pack, taken);

      -- Bundles for the centre of which the manifest is known and the whole is not: replica, number,
      -- made, operations as the manifest says. courier: who carries it; NULL where it came incomplete
      -- from a stick. since: when that was heard first. handed_on: when the courier no longer named it.
      -- problem: the code of why it was not taken in.
      CREATE TABLE awaited_bundle (
        bundle BLOB NOT NULL PRIMARY KEY,
        replica INTEGER NOT NULL,
        number INTEGER NOT NULL,
        made INTEGER NOT NULL,
        operations INTEGER NOT NULL,
        bytes INTEGER NOT NULL,
        received INTEGER NOT NULL,
        courier INTEGER,
        since INTEGER NOT NULL,
        handed_on INTEGER,
        problem TEXT
      ) STRICT, WITHOUT ROWID;

      -- Laptops whose packs a courier brought and whose returns it has not fetched since. bundle: the
      -- number of the return that was written; NULL until then.
      CREATE TABLE due_return (
        courier INTEGER NOT NULL,
        replica INTEGER NOT NULL,
        bundle BLOB,
        PRIMARY KEY (courier, replica)
      ) STRICT, WITHOUT ROWID;
      """)
}
