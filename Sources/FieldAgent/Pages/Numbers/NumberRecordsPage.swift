import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// The records behind a number, each with the way to its page.
struct NumberRecordsPage {
  static let path = "/numbers/records"

  static let routes = [
    LaptopRoute(.get, path, comparesRegister: true) { request in
      guard let kind = request.http.query["kind"].flatMap(NumberKind.init(rawValue:)) else {
        return .seeOther(NumbersPage.path)
      }
      let page = try NumberRecordsPage(kind, request)
      return try request.page(kind.words) { try page.content() }
    }
  ]

  /// The most lines; the rest is said in words.
  private static let listLimit = 300

  private let kind: NumberKind
  private let request: LaptopRequest
  private let language: Language
  private let question: NumbersQuestion
  private let records: NumberRecords

  private init(_ kind: NumberKind, _ request: LaptopRequest) throws {
    self.kind = kind
    self.request = request
    language = request.language
    question = try NumbersQuestion(request)
    records = NumberRecords(
      request.reader, period: question.choice.period, member: question.onlyMember,
      service: request.http.query["service"])
  }

  private func content() throws -> HTML {
    try HTML.group {
      try element("p") {
        link(
          question.address(NumbersPage.path),
          language.text("‹ Về các số", "‹ Back to the numbers"))
        try element("span", ["class": "detail"]) { " " + (try scope()) }
      }
      try panel(id: "records") { try table().html(language) }
    }
  }

  /// What the list is confined to, in words.
  private func scope() throws -> String {
    switch kind {
    case .unsent, .review: return language.text("mọi kỳ", "all periods")
    case .duplicates: return language.text("mọi kỳ, trên máy này", "all periods, on this laptop")
    default: break
    }
    let service = try request.http.query["service"].map {
      $0.isEmpty
        ? language.text("không ghi dịch vụ", "no service recorded")
        : try request.reader.serviceName(of: $0).text(in: language).shortened(to: 100)
    }
    return [question.choice.label(language), service].compactMap(\.self).joined(separator: " · ")
  }

  private func table() throws -> PageTable {
    switch kind {
    case .visits: try visits()
    case .counted: try assists { $0 == .counted }
    case .provisional: try assists { if case .provisional = $0 { true } else { false } }
    case .other: try assists { if case .notCounted = $0 { true } else { false } }
    case .residents: try residents()
    case .unsent: try unsent()
    case .review: try reviews()
    case .duplicates: try duplicates()
    }
  }

  private func table(
    _ columns: [BilingualText], _ rows: [PageTable.Row], of total: Int? = nil
  ) -> PageTable {
    let isCut = (total ?? rows.count) > Self.listLimit
    return PageTable(
      kind.words, columns: columns.map { .text($0) }, rows: Array(rows.prefix(Self.listLimit)),
      empty: BilingualText(
        vi: "Không có bản ghi nào như vậy trên máy này.",
        en: "There is no such record on this laptop."),
      note: isCut
        ? BilingualText(
          vi: "Còn nữa: chỉ hiện \(Self.listLimit) dòng đầu. Chọn kỳ ngắn hơn để xem hết.",
          en: "There are more: the first \(Self.listLimit) are shown. Choose a shorter period.")
        : nil)
  }

  private func visits() throws -> PageTable {
    let visits = try records.visits(limit: Self.listLimit + 1)
    return table(
      ["date", "household", "outcome", "code"].map(FieldLabel.words),
      try visits.map { visit in
        let household = try visit.household.flatMap {
          try request.reader.record(Household.self, $0)
        }
        return PageTable.Row([
          .text(visit.date.map(Format.date) ?? "—"), .text(household?.name ?? ""),
          .text(visit.outcome?.words.text(in: language) ?? ""), recordLink(visit.codeText),
        ])
      })
  }

  private func assists(_ matches: (CountVerdict) -> Bool) throws -> PageTable {
    let assists = try records.assists(limit: Self.listLimit + 1, matches)
    return table(
      ["date", "resident", "service", "code"].map(FieldLabel.words)
        + [BilingualText(vi: "Tính", en: "Counts")],
      try assists.map { assist, verdict in
        let visit = try assist.visit.flatMap { try request.reader.record(Visit.self, $0) }
        let resident = try assist.resident.flatMap {
          try request.reader.record(Resident.self, $0)
        }
        return PageTable.Row([
          .text(visit?.date.map(Format.date) ?? "—"),
          .text(resident?.fullName ?? language.text("không ghi tên", "without a name")),
          .text(
            (try assist.service.map { try request.reader.serviceName(of: $0).text(in: language) }
              ?? "")
              .shortened(to: 80)),
          recordLink(assist.codeText), verdict.mark.html(verdict.words.text(in: language)),
        ])
      })
  }

  private func residents() throws -> PageTable {
    let residents = try records.residents()
    return table(
      ["full_name", "birth_year", "code"].map(FieldLabel.words),
      residents.prefix(Self.listLimit).map { resident in
        PageTable.Row([
          .text(resident.fullName ?? ""), .text(resident.birthYear.map(String.init) ?? ""),
          recordLink(resident.codeText),
        ])
      }, of: residents.count)
  }

  private func unsent() throws -> PageTable {
    let rows = try request.laptop.standing().passages.filter { $0.stage != .waiting }
    return table(
      [BilingualText(vi: "Loại", en: "Kind"), FieldLabel.words(of: "code")],
      try rows.prefix(Self.listLimit).map { passage in
        PageTable.Row([
          .text(TableWords.words(of: passage.table.name).text(in: language)),
          recordLink(try request.reader.codeText(of: passage.row, in: passage.table)),
        ])
      }, of: rows.count)
  }

  private func reviews() throws -> PageTable {
    let reviews = try request.records.ownReviews().filter {
      $0.state == .neutralised || $0.state == .rejected
    }
    return table(
      [
        FieldLabel.words(of: "code"), FieldLabel.words(of: "field"),
        BilingualText(vi: "Vì sao", en: "Why"), FieldLabel.words(of: "state"),
      ],
      reviews.map { review in
        PageTable.Row([
          recordLink(review.codeText),
          .text(
            review.recordWords.text(in: language) + " · " + review.fieldWords.text(in: language)),
          .text(review.reasonWords.text(in: language)),
          .text(review.stateWords.text(in: language)),
        ])
      })
  }

  private func duplicates() throws -> PageTable {
    let open = try request.openDuplicates()
    let pairs = try request.reader.duplicateResidents(of: open, limit: Self.listLimit, offset: 0)
    return table(
      [
        BilingualText(vi: "Một người", en: "One"), BilingualText(vi: "Người kia", en: "The other"),
        BilingualText(vi: "Nếu là một, số người giảm", en: "Fewer residents if they are one"),
      ],
      pairs.map { pair in
        PageTable.Row([
          cell(pair.one), cell(pair.other), PageTable.number(pair.fewerResidents, language),
        ])
      }, of: open.count)
  }

  private func cell(_ candidate: DuplicateCandidate) -> HTML {
    HTML.group {
      recordLink(candidate.resident.codeText)
      element("span", ["class": "detail"]) {
        [
          candidate.resident.fullName, candidate.resident.birthYear.map(String.init),
          candidate.hamlet,
        ].compactMap(\.self).joined(separator: " · ")
      }
    }
  }
}
