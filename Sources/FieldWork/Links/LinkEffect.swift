import SyncProtocol

/// How the counts change when something is said of two residents: distinct residents alone, for
/// assists, visits and dossiers stay what they are.
package struct LinkEffect: Hashable, Sendable {
  /// Distinct residents with a counted assist, of all time.
  package let before: ClosedRange<Int>
  /// The same once it is said.
  package let after: ClosedRange<Int>

  /// One line.
  package var words: BilingualText {
    func text(_ range: ClosedRange<Int>) -> String {
      range.lowerBound == range.upperBound
        ? String(range.lowerBound) : "\(range.lowerBound)–\(range.upperBound)"
    }
    let (before, after) = (text(before), text(after))
    return before == after
      ? BilingualText(
        vi: "Số người được hỗ trợ không đổi: \(before).",
        en: "The number of distinct residents stays \(before).")
      : BilingualText(
        vi: "Số người được hỗ trợ: trước \(before), sau \(after).",
        en: "Distinct residents: \(before) before, \(after) after.")
  }
}

extension FieldStore {
  /// What saying something of two residents does to the counts; nothing is written. Nil for
  /// households, which no count tells apart.
  ///
  /// - Parameter isSame: they are one, or they are two; nil takes back what was said.
  /// - Throws: what `link` and `unlink` throw.
  package func linkEffect(
    _ kind: RecordCode.Kind, _ one: RowID, _ other: RowID, isSame: Bool?
  ) throws -> LinkEffect? {
    if isSame == nil { try requireLink(kind, one, other) } else { try requireTwo(kind, one, other) }
    guard kind == .resident else { return nil }
    var edges = try reader.edges(.resident, of: nil)
    let before = try reader.distinctResidents(Persons(edges))
    edges.removeAll { edge in
      !edge.kind.isMove
        && ((edge.row, edge.other) == (one, other) || (edge.row, edge.other) == (other, one))
    }
    if let isSame { edges.append(Persons.Edge(one, isSame ? .same : .notSame, other)) }
    return LinkEffect(before: before, after: try reader.distinctResidents(Persons(edges)))
  }
}

extension RecordReader {
  /// Distinct residents of all time as the one counting function finds them.
  fileprivate func distinctResidents(_ persons: Persons) throws -> ClosedRange<Int> {
    let all = try Period(from: .earliest, to: .latest)
    let numbers = try count(CountQuery(all), persons).total
    return numbers.residents...max(numbers.residents, numbers.residentsAtMost)
  }
}
