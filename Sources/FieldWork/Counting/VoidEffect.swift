import Replica
import SyncProtocol

/// What voiding a record, or taking that back, does to the counts of this store.
///
/// A void takes back the record that it names, with one exception: an assist belongs to the sitting,
/// so it does not count while its visit is voided. Visits to a household and assists of a resident
/// took place, whatever becomes of the record of the household or the resident, and count until
/// they are voided themselves. So no one void takes the work of other teams out of a month.
package struct VoidEffect: Hashable, Sendable {
  /// The four numbers of all time, as the one counting function finds them.
  package struct Numbers: Hashable, Sendable {
    /// Visits.
    package var visits = 0
    /// Counted assists.
    package var assists = 0
    /// Distinct residents with a counted assist.
    package var residents = 0
    /// Dossiers.
    package var submissions = 0
  }

  /// Before it.
  package let before: Numbers
  /// After it.
  package let after: Numbers
  /// Codes of the visits, assists and dossiers of a household or resident that stand for themselves,
  /// oldest first.
  package let standing: [String]

  /// Puts both together.
  package init(before: Numbers, after: Numbers, standing: [String]) {
    self.before = before
    self.after = after
    self.standing = standing
  }

  /// What changes, or what counts on.
  package var words: BilingualText {
    let changes = [
      (BilingualText(vi: "lượt thăm", en: "visits"), before.visits, after.visits),
      (BilingualText(vi: "lượt hỗ trợ", en: "assists"), before.assists, after.assists),
      (BilingualText(vi: "người được hỗ trợ", en: "residents"), before.residents, after.residents),
      (BilingualText(vi: "hồ sơ", en: "dossiers"), before.submissions, after.submissions),
    ].filter { $0.1 != $0.2 }.map {
      $0.0 + BilingualText(same: " \($0.1) → \($0.2)")
    }
    var words =
      changes.isEmpty
      ? BilingualText(vi: "Số liệu không đổi.", en: "No count changes.")
      : changes.enumerated().reduce(
        BilingualText(vi: "Số liệu của máy này: ", en: "In the counts of this laptop: ")
      ) {
        $0 + BilingualText(same: $1.offset > 0 ? ", " : "") + $1.element
      } + BilingualText(same: ".")
    if !standing.isEmpty {
      let shown = standing.prefix(8).joined(separator: ", ") + (standing.count > 8 ? ", …" : "")
      words =
        words
        + BilingualText(
          vi: " Việc đã làm vẫn được tính: \(shown). Nếu cũng ghi nhầm, hãy hủy từng bản ghi đó.",
          en: " What was done counts on: \(shown). Where that was a mistake too, void each of "
            + "them.")
    }
    return words
  }
}

extension FieldStore {
  /// The four numbers of all time.
  package func numbersOfAllTime() throws -> VoidEffect.Numbers {
    let all = try Period(from: .earliest, to: .latest)
    let total = try reader.count(CountQuery(all, by: [])).total
    return VoidEffect.Numbers(
      visits: total.visits ?? 0, assists: total.countedAssists, residents: total.residents,
      submissions: total.submissions ?? 0)
  }

  /// What a void of a record, or its undoing, does to the counts; nothing is written.
  /// - Throws: what `void` and `restore` throw.
  package func voidEffect(
    _ kind: RecordCode.Kind, _ id: RowID, reason: String?, author: RowID?, clock: ClockReading
  ) throws -> VoidEffect {
    let (before, after) = try numbers {
      if let reason {
        try void(kind, id, reason: reason, author: author, clock: clock)
      } else {
        try restore(kind, id, author: author, clock: clock)
      }
    }
    return VoidEffect(before: before, after: after, standing: try standing(under: kind, id))
  }

  /// The same of a record that a form describes.
  /// - Throws: what `void` and `restore` throw.
  package func voidEffect(
    _ form: RecordForm, _ id: RowID, reason: String?, author: RowID?, clock: ClockReading
  ) throws -> VoidEffect {
    let (before, after) = try numbers {
      if let reason {
        try void(form, id, reason: reason, author: author, clock: clock)
      } else {
        try restore(form, id, author: author, clock: clock)
      }
    }
    return VoidEffect(before: before, after: after, standing: [])
  }

  /// The numbers before and after something that is then taken back.
  private func numbers(
    _ body: () throws -> Void
  ) throws -> (before: VoidEffect.Numbers, after: VoidEffect.Numbers) {
    let before = try numbersOfAllTime()
    var after = before
    defer { search.invalidate() }
    _ = try store.preview {
      try body()
      after = try numbersOfAllTime()
      return []
    }
    return (before, after)
  }

  /// The codes of what counts by itself under a household or resident.
  package func standing(under kind: RecordCode.Kind, _ id: RowID) throws -> [String] {
    let sources: [(kind: CountedKind, field: String)] =
      switch kind {
      case .household: [(.visit, "household")]
      case .resident: [(.assist, "resident"), (.submission, "resident")]
      default: []
      }
    return try sources.flatMap { source in
      let table = source.kind.table
      return try reader.connection.rows(
        """
        SELECT rid FROM "\(table.name)"
        WHERE "\(source.field)" = ? AND hidden IS NULL AND void_reason IS NULL ORDER BY rid
        """, .integer(id.rawValue)
      ) { RowID(rawValue: try $0.integer(at: 0)) }.compactMap(\.self).map {
        try reader.codeText(of: $0, in: table)
      }
    }
  }
}
