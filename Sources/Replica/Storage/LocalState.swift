import SQLite

/// The few facts a store keeps about itself.
struct LocalState {
  enum Key: String {
    case replica, rootPublicKey = "root_public_key"
    case session, counter, machine
    case grantNumber = "grant_number"
    case schemaVersion = "schema_version"
    case epoch
    case lastRound = "last_round"
    // The number that this store was given to write on under (`Store.succeed`).
    case successor
    // When it was found that another store writes, or wrote, under this number.
    case copiedAt = "copied_at"
    case enrolAgain = "enrol_again"
    // The last life of the centre to which everything of scopes it does not grant was offered.
    case offeredEpoch = "offered_epoch"
    // Scopes that stopped in the last sync because the centre lacks records, by number.
    case stoppedScopes = "stopped_scopes"
    // Own operations that came to the centre after it had declared this laptop lost.
    case lateOperations = "late_operations"
    case digestsMissing = "digests_missing"
    case wantsFull = "wants_full"
    // In a backup: when it was made.
    case backupMade = "backup_made"
    // The rows came from a backup, and nobody has opened them since: sealed values are not locked.
    case putBack = "put_back"
    // The life of the centre in which a person showed sealed values before every laptop was heard.
    case unlockedEpoch = "unlocked_epoch"
    /// Since which signed time, and after which batch, acts are dated by the centre's present time.
    case eraSince = "era_since"
    case eraPosition = "era_position"
    /// How far a time had come that the centre took back.
    case takenBackThrough = "taken_back_through"
    /// The number of the last pack that was begun.
    case packNumber = "pack_number"
    /// The number of the last return that was taken in, of the present life of the centre.
    case returnNumber = "return_number"
    /// A moment that has passed, as an answer that was carried by hand said.
    case passedMoment = "passed_moment"
    /// The centre's word on the grants of this laptop.
    case grantWord = "grant_word"
    /// The newest word of the centre that was heard, for the laptops that it calls lost.
    case lostWord = "lost_word"
  }

  let connection: Connection

  func integer(_ key: Key) throws -> Int64? {
    try connection.row("SELECT value FROM local_state WHERE key = ?", .text(key.rawValue)) {
      try $0.optionalInteger(at: 0)
    } ?? nil
  }

  func text(_ key: Key) throws -> String? {
    try connection.row("SELECT value FROM local_state WHERE key = ?", .text(key.rawValue)) {
      try $0.optionalText(at: 0)
    } ?? nil
  }

  func bytes(_ key: Key) throws -> [UInt8]? {
    try connection.row("SELECT value FROM local_state WHERE key = ?", .text(key.rawValue)) {
      try $0.optionalBytes(at: 0)
    } ?? nil
  }

  func remove(_ key: Key) throws {
    try connection.execute("DELETE FROM local_state WHERE key = ?", .text(key.rawValue))
  }

  func set(_ key: Key, _ value: SQLValue) throws {
    try connection.execute(
      """
      INSERT INTO local_state (key, value) VALUES (?, ?)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value
      """, .text(key.rawValue), value)
  }
}
