import Replica
import SyncProtocol

/// What voiding a record, or taking that back, does to the counts of this store.
///
/// A void takes back the record that it names, with two exceptions: an assist belongs to the sitting,
/// so it does not count while its visit is voided, and the dossiers that were recorded with a visit or
/// an assist are voided by the same act unless somebody keeps them (`DossierChoice`). Visits to a household and assists of a resident
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
  /// Codes of the visits, assists and dossiers beneath it that stand for themselves, oldest first.
  package let standing: [String]
  /// Codes of the dossiers of a visit or an assist that are voided, or come back, with it.
  package let along: [String]

  /// Code of the assist that stays and says that a dossier was filed, where none of its dossiers
  /// stands any more.
  package let claim: String?

  /// Puts them together.
  package init(
    before: Numbers, after: Numbers, standing: [String], along: [String] = [],
    claim: String? = nil
  ) {
    self.before = before
    self.after = after
    self.standing = standing
    self.along = along
    self.claim = claim
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
    let words =
      changes.isEmpty
      ? BilingualText(vi: "Số liệu không đổi.", en: "No count changes.")
      : changes.enumerated().reduce(
        BilingualText(vi: "Được tính trên máy này: ", en: "Counted on this laptop: ")
      ) {
        $0 + BilingualText(same: $1.offset > 0 ? ", " : "") + $1.element
      } + BilingualText(same: ".")
    return words + wordsOfOthers
  }

  /// What becomes of the records beneath it; empty where there are none.
  package var wordsOfOthers: BilingualText {
    var words = BilingualText(same: "")
    if !along.isEmpty {
      words =
        words
        + BilingualText(
          vi: " Cùng với nó: hồ sơ \(Self.listed(along)).",
          en: " With it: dossier \(Self.listed(along)).")
    }
    if !standing.isEmpty {
      let shown = Self.listed(standing)
      words =
        words
        + BilingualText(
          vi: " Việc đã làm vẫn được tính: \(shown). Nếu cũng ghi nhầm, hãy hủy từng bản ghi đó.",
          en: " What was done counts on: \(shown). Where that was a mistake too, void each of "
            + "them.")
    }
    if let claim {
      words =
        words
        + BilingualText(
          vi: " Lượt hỗ trợ \(claim) còn lại, vẫn ghi là đã nộp hồ sơ; nếu không nộp, hãy sửa "
            + "lượt đó.",
          en: " Assist \(claim) stays and still says that a dossier was filed; where none was, "
            + "correct it.")
    }
    return words
  }

  private static func listed(_ codes: [String]) -> String {
    codes.prefix(8).joined(separator: ", ") + (codes.count > 8 ? ", …" : "")
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
    _ kind: RecordCode.Kind, _ id: RowID, reason: String?, choice: DossierChoice = DossierChoice(),
    author: RowID?, clock: ClockReading
  ) throws -> VoidEffect {
    var along: [RowID] = []
    var standing: [String] = []
    var claim: String?
    let (before, after) = try numbers {
      if let reason {
        try void(kind, id, reason: reason, choice: choice, author: author, clock: clock)
        along = try dossiersVoided(with: kind, id)
        standing = try self.standing(under: kind, id)
        claim = try claimLeft(by: kind, id)
      } else {
        along = try dossiersVoided(with: kind, id)
        try restore(kind, id, author: author, clock: clock)
      }
    }
    return VoidEffect(
      before: before, after: after, standing: standing, along: try codes(ofDossiers: along),
      claim: claim)
  }

  /// Voids a record as `void` does, or takes its void back by `restore`, and says what that did.
  ///
  /// - Parameter restore: what takes a void back, where more than the record comes back with it.
  /// - Throws: what `void` and `restore` throw.
  package func voiding(
    _ kind: RecordCode.Kind, _ id: RowID, reason: String?, choice: DossierChoice = DossierChoice(),
    author: RowID?, clock: ClockReading, restore: () throws -> Void
  ) throws -> VoidEffect {
    let before = try numbersOfAllTime()
    guard let reason else {
      let along = try dossiersVoided(with: kind, id)
      try restore()
      return VoidEffect(
        before: before, after: try numbersOfAllTime(), standing: [],
        along: try codes(ofDossiers: along))
    }
    try void(kind, id, reason: reason, choice: choice, author: author, clock: clock)
    return VoidEffect(
      before: before, after: try numbersOfAllTime(), standing: try standing(under: kind, id),
      along: try codes(ofDossiers: dossiersVoided(with: kind, id)),
      claim: try claimLeft(by: kind, id))
  }

  /// The code of the assist that a voided dossier came out of, while it claims one that is no more.
  private func claimLeft(by kind: RecordCode.Kind, _ id: RowID) throws -> String? {
    guard kind == .submission,
      let assist = try reader.record(Submission.self, id)?.assist
        .flatMap({ try reader.record(Assist.self, $0) }),
      assist.voidReason == nil, try reader.claimsVoidDossier(assist)
    else { return nil }
    return assist.codeText
  }

  private func codes(ofDossiers rows: [RowID]) throws -> [String] {
    try rows.map { try reader.codeText(of: $0, in: SubmissionTable.definition) }
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
    try store.previewing {
      try body()
      after = try numbersOfAllTime()
    }
    return (before, after)
  }

  /// The codes of what counts by itself under a record.
  private func standing(under kind: RecordCode.Kind, _ id: RowID) throws -> [String] {
    if kind == .visit || kind == .assist {
      return try reader.dossiers(helpedBy: kind, id).map(\.submission.codeText)
    }
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
