import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// A record of field work that has no page of its own, such as a household or a dossier: all its
/// fields in words, and the records that are about it.
struct FieldRecordPage {
  /// Records of each kind that are about it at most.
  private static let limit = 50
  /// Which kinds are about which, by the field that says so.
  private static let about: [RecordCode.Kind: [RecordCode.Kind]] = [
    .household: [.resident, .visit, .consent, .observation],
    .resident: [.assist, .submission, .consent, .observation],
    .assist: [.submission], .submission: [.feedback],
  ]

  private let request: PageRequest
  private let language: Language
  private let kind: RecordCode.Kind
  private let found: LocatedRow

  /// - Throws: `FieldError.notFound` for what is not here or not within reach.
  init(_ request: PageRequest, _ kind: RecordCode.Kind) throws {
    self.request = request
    self.kind = kind
    language = request.language
    let reached = try request.reached()
    let typed = String(request.parameters["code"].prefix(64))
    found = try request.centre.inspect { records in
      let found = try records.locate(typed)
      guard reached.holds(scope: found.scope) else { throw FieldError.notFound(typed) }
      return found
    }
  }

  func page() throws -> HTTPResponse {
    switch kind {
    case .visit: return .seeOther("\(ReviewPages.path)/\(found.row.rawValue)")
    case .feedback: return .seeOther(FeedbackPage.address(found.row))
    default: break
    }
    let (code, facts, related) = try request.centre.inspect { records -> (String, HTML, HTML) in
      let code = try records.reader.codeText(of: found.row, in: found.table)
      return (code, try self.facts(records), try self.related(records, without: code))
    }
    let title = TableWords.words(of: found.table.name).capitalized + BilingualText(same: " \(code)")
    return .html(
      request.frame(title).page {
        panel { facts }
        if kind == .household {
          element("p", ["class": "actions not-printed"]) {
            element("a", ["href": HouseholdMovePage.address(of: code)]) {
              PlaceWords.moveHousehold.text(in: language)
            }
          }
        }
        related
        FindPage.back(language)
      })
  }

  private func facts(_ records: FieldStore) throws -> HTML {
    try Self.facts(of: found, records, on: request.today, language)
  }

  /// All fields of a record in words, and the hamlet that it lies in.
  static func facts(
    of found: LocatedRow, _ records: FieldStore, on day: LocalDate, _ language: Language
  ) throws -> HTML {
    let places = try PlaceMap(records.reader, only: found.scope)
      .hamlets(of: found.scope, on: day)
    let hamlet = places.compactMap(\.name).joined(separator: ", ")
    return factList(
      try records.shownFields(of: found).map { field in
        (label: field.label, value: list(field.values, language))
      } + [(label: ReportWords.hamlet, value: hamlet.isEmpty ? nil : .text(hamlet))], language)
  }

  /// Values with the ways to the records that they name.
  private static func list(_ values: [ShownField.Shown], _ language: Language) -> HTML {
    HTML.group {
      for (place, value) in values.enumerated() {
        if place > 0 { "; " }
        if let path = value.code.flatMap(CentreForms.path) {
          element("a", ["href": path]) { value.words.text(in: language) }
        } else {
          value.words.text(in: language)
        }
      }
    }
  }

  private func related(_ records: FieldStore, without code: String) throws -> HTML {
    try HTML.group {
      if kind == .submission, let dossier = try records.reader.record(Submission.self, found.row) {
        try DossierPanel.html(dossier, records.reader, language)
      }
      for other in Self.about[kind] ?? [] { try table(other, records, without: code) }
    }
  }

  /// The latest records of a kind that are about it, each with the first things it says.
  ///
  /// - Parameter own: its code, which every line would repeat.
  private func table(
    _ other: RecordCode.Kind, _ records: FieldStore, without own: String
  ) throws -> HTML {
    let rows = try records.reader.latest(
      other, about: found.row, of: found.table, limit: Self.limit + 1)
    guard !rows.isEmpty else { return .empty }
    let words = TableWords.words(of: other.table.name).capitalized
    var lines: [PageTable.Row] = []
    for row in rows.prefix(Self.limit) {
      let code = try records.reader.codeText(of: row, in: other.table)
      let fields = try records.shownFields(of: try records.locate("#\(row.rawValue)"))
        .filter { field in !field.values.contains { $0.code == own } }
      let says = fields.prefix(4).flatMap(\.values).map { $0.words.text(in: language) }
      lines.append(
        PageTable.Row([
          CentreForms.link(code), .text(says.joined(separator: " · ").shortened(to: 160)),
        ]))
    }
    return panel(id: other.table.name) {
      PageTable(
        words, columns: [.text(RecordWays.code), .text(FieldRecordWords.says)], rows: lines,
        empty: RecordWays.none,
        note: rows.count > Self.limit ? FieldRecordWords.further(Self.limit) : nil
      ).html(language)
    }
  }
}

/// The words of records of field work at the centre.
enum FieldRecordWords {
  static let says = BilingualText(vi: "Nội dung", en: "What it says")

  static func further(_ limit: Int) -> BilingualText {
    BilingualText(
      vi: "Chỉ nêu \(limit) bản ghi mới nhất.", en: "Only the latest \(limit) are listed.")
  }
}
