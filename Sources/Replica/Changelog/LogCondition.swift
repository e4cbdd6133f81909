/// What statements ask of the log's columns `state` and `receipt`, by name and in one place.
///
/// Both hold a `Receipt.State`: what became of the batch here, and what the centre said of it. The
/// conditions are text, not bindings: SQLite takes a partial index only for the very words that it
/// was made with, and the index of what waits for a receipt is one.
enum LogCondition {
  /// The rows here have what the batch says.
  static let merged = "state = 1"
  /// Kept until something it lacks has come: a batch, or an upgrade.
  static let waiting = "state IN (2, 5)"
  /// The centre has it under a number: merged, known already, or merged beside another branch.
  static let confirmed = "receipt IN (1, 3, 4)"
  /// Offered in every round: nothing was heard of it, or the centre keeps it and cannot merge it yet.
  static let offered = "(receipt IS NULL OR receipt IN (2, 5))"
  /// Of those, and of what the centre keeps aside, the author's work is not done.
  static let unfinished = "(receipt IS NULL OR receipt IN (2, 5, 8))"
  /// The centre has other operations under its dots.
  static let collided = "receipt = 8"
}
