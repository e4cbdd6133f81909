import Replica
import SyncProtocol

/// Why an assist counts or not: what `count --explain` prints.
package struct CountExplanation: Sendable {
  /// The assist.
  package let assist: RowID
  /// Its code.
  package let codeText: String
  /// What the counting rule says.
  package let verdict: CountVerdict
  /// The local date under which it counts; nil while its visit is not here.
  package let date: LocalDate?
  /// The team it counts for.
  package let team: RowID?
  /// The members credited.
  package let participants: [RowID]
  /// The resident; nil where consent was refused.
  package let resident: RowID?
  /// The facts the rule looked at.
  package let facts: AssistFacts
  /// The codes of its resident and household where they were voided, which decides nothing.
  package let voidedBeside: [String]
  /// Who rejected its visit, and what they said; nil where nobody did.
  package let rejection: (person: String?, note: String?)?

  /// The explanation, one sentence a line, the verdict first.
  package var lines: [BilingualText] {
    var lines = [verdict.words]
    if let rejection {
      lines.append(
        BilingualText(
          vi: "\(rejection.person ?? "Điều phối viên") không chấp nhận: “\(rejection.note ?? "—")”",
          en: "\(rejection.person ?? "The coordinator") rejected it: “\(rejection.note ?? "—")”"))
    }
    if let date {
      lines.append(
        BilingualText(
          vi: "Tính vào ngày thăm hộ \(Format.date(date)), không theo ngày gửi về.",
          en: "It belongs to the day of the visit, \(Format.date(date)), not to its arrival."))
    }
    if participants.count > 1 {
      lines.append(
        BilingualText(
          vi: "\(participants.count) thành viên cùng hỗ trợ: vẫn là một lượt, ghi công cả hai bên.",
          en: "\(participants.count) members took part: it is one assist, credited to each."))
    }
    lines.append(
      resident == nil
        ? BilingualText(
          vi: "Không ghi tên người dân: có trong số lượt hỗ trợ, không có trong số người.",
          en: "No resident is named: it is among the assists, not among the residents.")
        : BilingualText(
          vi: "Người dân này được tính một lần trong kỳ, dù được hỗ trợ nhiều lượt.",
          en: "Its resident counts once in a period, however many assists there are."))
    for code in voidedBeside {
      lines.append(
        BilingualText(
          vi: "\(code) đã bị hủy; việc này không phụ thuộc vào đó. Nếu lượt hỗ trợ cũng ghi nhầm: "
            + "camtay assist void \(codeText)",
          en: "\(code) was voided; that decides nothing here, for what was done stands by itself. "
            + "If the assist was a mistake too: camtay assist void \(codeText)"))
    }
    return lines
  }
}

extension RecordReader {
  /// Explains what an assist counts as.
  /// - Throws: `FieldError.noSuchRecord`.
  package func explainCount(of id: RowID) throws -> CountExplanation {
    let assist = try existing(Assist.self, id)
    guard let facts = try AssistFacts.read(id, in: self) else {
      throw FieldError.noSuchRecord("assist")
    }
    let visit = try assist.visit.flatMap { try record(Visit.self, $0) }
    var voidedBeside: [String] = []
    if let resident = try assist.resident.flatMap({ try record(Resident.self, $0) }),
      resident.voidReason != nil
    {
      voidedBeside.append(resident.codeText)
    }
    if let household = try visit?.household.flatMap({ try record(Household.self, $0) }),
      household.voidReason != nil
    {
      voidedBeside.append(household.codeText)
    }
    var rejection: (person: String?, note: String?)?
    if facts.visit == .rejected, let visit = assist.visit {
      rejection = try connection.row(
        "SELECT ruled_by, note FROM review WHERE row = ? AND state = ? ORDER BY rid LIMIT 1",
        .integer(visit.rawValue), .integer(Review.State.rejected.rawValue)
      ) { (try $0.optionalText(at: 0), try $0.optionalText(at: 1)) }
    }
    return CountExplanation(
      assist: id, codeText: assist.codeText, verdict: facts.verdict, date: visit?.date,
      team: visit?.team, participants: try participants(of: assist), resident: assist.resident,
      facts: facts, voidedBeside: voidedBeside, rejection: rejection)
  }
}
