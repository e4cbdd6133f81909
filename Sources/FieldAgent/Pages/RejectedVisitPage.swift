import FieldWork
import Pages
import SyncProtocol
import Web

/// A visit that a coordinator rejected: what was written, who said so and why, and the way to write it
/// anew. It is in no list and no number.
struct RejectedVisitPage {
  static let routes = [
    LaptopRoute(.post, "/visits/:code/anew") { request in
      guard let page = try RejectedVisitPage(request.parameters["code"], request) else {
        // Somebody let it stand meanwhile: its own page says how it is changed.
        return .seeOther("/visits/\(request.parameters["code"])")
      }
      return try DraftAnew.begin(rejected: page.visit, request)
    }
  ]

  private let request: LaptopRequest
  private let visit: Visit
  private let rejection: RecordReview

  /// - Returns: nil where the code names something else.
  /// - Throws: `FieldError` where the code cannot be read.
  init?(_ typed: String, _ request: LaptopRequest) throws {
    guard let code = try? RecordCode(parsing: typed), code.kind == .visit,
      try request.reader.rows(of: code).isEmpty,
      let row = try? request.records.locate(code.text).row,
      let rejection = try request.records.rejection(of: row, in: VisitTable.definition),
      let visit = try request.reader.written(Visit.self, row)
    else { return nil }
    self.request = request
    self.visit = visit
    self.rejection = rejection
  }

  func page() throws -> HTTPResponse {
    let language = request.language
    let reader = request.reader
    let title = BilingualText(
      vi: "Lượt thăm không được chấp nhận \(visit.codeText)",
      en: "Rejected visit \(visit.codeText)")
    let household = try visit.household.flatMap { try reader.record(Household.self, $0) }
    let people = try reader.participants(of: visit).compactMap {
      try reader.record(Member.self, $0)?.fullName
    }
    let assists = try reader.assists(visit: visit.id, includingVoided: true)
    return try request.page(title) {
      try HTML.group {
        if let notice = request.memory.takeNotice() { notice.html(language) }
        element("p", ["class": "message warn"]) {
          language.text(
            "Điều phối viên không chấp nhận lượt thăm này: nó không được tính ở đâu cả. Những gì đã "
              + "ghi còn nguyên dưới đây. Nếu có thăm thật, hãy ghi lại cho đúng.",
            "The coordinator rejected this visit: it counts nowhere. What was written is all below. "
              + "If the visit did take place, write it anew as it was.")
        }
        panel(id: "rejection") {
          facts(
            [
              (BilingualText(vi: "Vì sao", en: "Why"), rejection.note),
              (FieldLabel.words(of: "ruled_by"), rejection.ruledBy),
              (BilingualText(vi: "Lúc", en: "When"), rejection.ruledAt.map(Format.dateTime)),
            ], language)
          actionForm(
            "/visits/\(visit.codeText)/anew",
            BilingualText(vi: "Ghi lại lượt thăm này", en: "Write this visit anew"), request)
        }
        panel(id: "written", language.text("Đã ghi", "What was written")) {
          facts(
            [
              (FieldLabel.words(of: "household"), household.map { $0.name ?? $0.codeText }),
              (FieldLabel.words(of: "date"), visit.date.map(Format.date)),
              (
                FieldLabel.words(of: "start_minute"),
                visit.startMinute.map { Format.time(minuteOfDay: $0) }
              ),
              (FieldLabel.words(of: "minutes"), visit.minutes.map(String.init)),
              (FieldLabel.words(of: "outcome"), visit.outcome?.words.text(in: language)),
              (FieldLabel.words(of: "participants"), people.joined(separator: ", ")),
              (FieldLabel.words(of: "note"), visit.note),
            ], language)
        }
        try panel(id: "assists") { try table(assists).html(language) }
        element("p") {
          link("/visits/\(visit.codeText)/history", language.text("Lịch sử ghi", "History"))
        }
      }
    }
  }

  private func table(_ assists: [Assist]) throws -> PageTable {
    let language = request.language
    return PageTable(
      BilingualText(vi: "Lượt hỗ trợ", en: "Assists"),
      columns: [
        .text(FieldLabel.words(of: "resident")), .text(FieldLabel.words(of: "service")),
        .text(FieldLabel.words(of: "mode")), .text(FieldLabel.words(of: "outcome")),
        .text(FieldLabel.words(of: "evidence")),
      ],
      rows: try assists.map { assist in
        let resident = try assist.resident.flatMap {
          try request.reader.record(Resident.self, $0)
        }
        return PageTable.Row([
          .text(
            resident.map { $0.fullName ?? $0.codeText }
              ?? language.text("không ghi tên", "without a name")),
          .text(
            try assist.service.map { try request.reader.serviceName(of: $0).text(in: language) }
              ?? ""),
          .text(assist.mode?.words.text(in: language) ?? ""),
          .text(assist.outcome?.words.text(in: language) ?? ""), .text(assist.evidence ?? ""),
        ])
      },
      empty: BilingualText(
        vi: "Lượt thăm này không có lượt hỗ trợ nào.", en: "No help was given at this visit."))
  }
}
