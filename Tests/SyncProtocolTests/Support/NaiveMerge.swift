import SyncProtocol

/// The merge rule told another way, as an oracle: keep every operation; a write is a head when it
/// has a value and nobody names its dot.
struct NaiveMerge {
  private struct Named: Hashable {
    var field: FieldID
    var dot: Dot
  }

  private var written: [Head] = []
  private var replaced: Set<Named> = []

  mutating func apply(_ operation: Operation) {
    for write in operation.writes {
      for dot in write.previous { replaced.insert(Named(field: write.field, dot: dot)) }
      if let value = write.value {
        written.append(
          Head(field: write.field, dot: operation.dot, time: operation.time, value: value))
      }
    }
  }

  /// All heads in order of field, then dot.
  var heads: [Head] {
    written.filter { !replaced.contains(Named(field: $0.field, dot: $0.dot)) }
      .sorted { ($0.field.rawValue, $0.dot.rawValue) < ($1.field.rawValue, $1.dot.rawValue) }
  }

  /// The value that a register shows.
  func shown(_ field: FieldID) -> Value? {
    heads.filter { $0.field == field }
      .max { ($0.time.rawValue, $0.dot.rawValue) < ($1.time.rawValue, $1.dot.rawValue) }?.value
  }
}
