/// The persons behind a number of residents for somebody who is told no small group: how often each was
/// helped and in which weeks, as far as enough persons share it.
package struct MaskedPersons: Sendable {
  /// One person; what is nil is not told.
  package struct Line: Sendable, Hashable {
    /// Counted assists.
    package fileprivate(set) var assists: Int?
    /// The week of the first of them.
    package fileprivate(set) var first: Period?
    /// The week of the last.
    package fileprivate(set) var last: Period?
  }

  /// In an order that tells nothing more: by what they say.
  package let lines: [Line]

  /// What is told of persons together.
  package init(
    _ persons: [CountedPerson], threshold: Int = SuppressedCount.standardThreshold
  ) {
    func week(_ day: LocalDate?) -> Period? { day.flatMap { Period(.week, holding: $0) } }
    var lines = persons.map { _ in Line() }
    var groups = [Array(persons.indices)]
    /// Tells apart the persons of each group by one thing; those of whom it is not told stay together.
    func tell<Value: Hashable & Sendable>(
      _ value: (CountedPerson) -> Value?, _ place: WritableKeyPath<Line, Value?>
    ) {
      groups = groups.flatMap { group -> [[Int]] in
        // Which of several groups of one size goes along with a small one says nothing of anybody.
        let parts = Dictionary(grouping: group) { value(persons[$0]) }.sorted {
          ($0.value.count, $0.value[0]) < ($1.value.count, $1.value[0])
        }
        let hidden = SuppressedCount.hidden(parts.map(\.value.count), threshold: threshold)
        var rest: [Int] = []
        var told: [[Int]] = []
        for (number, part) in parts.enumerated() {
          guard !hidden.contains(number) else {
            rest += part.value
            continue
          }
          for person in part.value { lines[person][keyPath: place] = part.key }
          told.append(part.value)
        }
        return rest.isEmpty ? told : told + [rest]
      }
    }
    tell({ $0.assists }, \.assists)
    tell({ week($0.first) }, \.first)
    tell({ week($0.last) }, \.last)
    func order(_ line: Line) -> (Int, LocalDate, LocalDate) {
      (line.assists ?? .max, line.first?.from ?? .latest, line.last?.from ?? .latest)
    }
    self.lines = lines.sorted { order($0) < order($1) }
  }
}
