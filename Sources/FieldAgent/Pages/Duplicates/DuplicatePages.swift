import FieldWork
import Listings
import Pages
import SyncProtocol
import Web

/// Who may be recorded twice: the likeliest pairs of the register, or whoever is like one person.
struct DuplicatePages {
  static let path = "/duplicates"
  static let title = BilingualText(vi: "Người bị ghi hai lần", en: "Recorded twice")

  static let routes =
    [
      LaptopRoute(.get, path, comparesRegister: true) { request in
        let pages = try DuplicatePages(request)
        return try request.page(pages.heading) { try pages.content() }
      }
    ] + ComparePage.routes

  /// The page on which two residents stand side by side.
  static func path(_ one: String, _ other: String) -> String { "\(path)/\(one)/\(other)" }

  /// The list of whoever is like one resident.
  static func path(alike code: String) -> String { "\(path)?of=\(code)" }

  /// The ways to compare a resident who was just saved with those they may be.
  static func ways(
    after saved: SavedRecord, _ request: LaptopRequest
  ) throws -> [(path: String, words: BilingualText)] {
    let rows = saved.warnings.flatMap { warning in
      if case .possibleDuplicates(let rows) = warning { rows } else { [RowID]() }
    }
    return try rows.prefix(3).map { row in
      let code = try request.reader.codeText(of: row, in: ResidentTable.definition)
      return (
        path(saved.codeText, code),
        BilingualText(
          vi: "So \(saved.codeText) với \(code)", en: "Compare \(saved.codeText) with \(code)")
      )
    }
  }

  private static let pageLength = 30

  private let request: LaptopRequest
  private let language: Language
  private let number: Int
  /// Whoever is like this resident; nil for all pairs.
  private let one: Resident?

  private init(_ request: LaptopRequest) throws {
    self.request = request
    language = request.language
    number = Pager.number(in: request.http.query)
    one = try request.http.query["of"].map { code in
      try request.reader.existing(
        Resident.self, try request.reader.resolveOne(code, as: .resident))
    }
  }

  private var heading: BilingualText {
    one.map {
      BilingualText(vi: "Ai giống \($0.codeText)", en: "Who is like \($0.codeText)")
    } ?? Self.title
  }

  private func content() throws -> HTML {
    try HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      if let one { try alike(one) } else { try pairs() }
    }
  }

  private func alike(_ one: Resident) throws -> HTML {
    let found = try request.reader.duplicates(of: one.id)
    return HTML.group {
      element("p") {
        link("/residents/\(one.codeText)", language.text("‹ Về ", "‹ Back to ") + one.codeText)
      }
      panel(id: "pairs") {
        PageTable(
          BilingualText(vi: "Giống nhất trước", en: "The likeliest first"),
          columns: [
            .text(BilingualText(vi: "Người kia", en: "The other")), Self.reasons, Self.compare,
          ],
          rows: found.map { candidate, score in
            PageTable.Row([
              person(candidate), reasons(score),
              link(
                Self.path(one.codeText, candidate.resident.codeText),
                language.text("So hai bản ghi", "Compare the two")),
            ])
          },
          empty: BilingualText(
            vi: "Trong dữ liệu máy này không thấy ai giống người này.",
            en: "Nobody among the data of this laptop is like this person.")
        ).html(language)
      }
    }
  }

  private func pairs() throws -> HTML {
    let open = try request.openDuplicates()
    let total = open.count
    let pager = Pager(number: number, length: Self.pageLength, total: total)
      .withinList
    let pairs = try request.reader.duplicateResidents(
      of: open, limit: Self.pageLength, offset: pager.range.lowerBound)
    return HTML.group {
      panel(id: "pairs") {
        PageTable(
          BilingualText(
            vi: "\(total) cặp, giống nhất trước",
            en: counted(total, "pair", "pairs") + ", the likeliest first"),
          columns: [
            .text(BilingualText(vi: "Người thứ nhất", en: "One")),
            .text(BilingualText(vi: "Người thứ hai", en: "Other")), Self.reasons, Self.compare,
          ],
          rows: pairs.map { pair in
            PageTable.Row([
              person(pair.one), person(pair.other), reasons(pair.score),
              link(
                Self.path(pair.one.resident.codeText, pair.other.resident.codeText),
                language.text("So hai bản ghi", "Compare the two")),
            ])
          },
          empty: BilingualText(
            vi: "Không thấy ai bị ghi hai lần trong dữ liệu máy này đang giữ.",
            en: "Nobody seems to be recorded twice among the data held here.")
        ).html(language)
      }
      pager.html(language) { $0 > 1 ? "\(Self.path)?\(Pager.name)=\($0)" : Self.path }
    }
  }

  private static let reasons = PageTable.Column.text(BilingualText(vi: "Vì sao", en: "Reasons"))
  private static let compare = PageTable.Column.text(BilingualText(vi: "Xem", en: "Look"))

  private func person(_ candidate: DuplicateCandidate) -> HTML {
    let parts = [
      candidate.resident.birthText, candidate.hamlet,
      candidate.householdName.map { language.text("hộ \($0)", "of \($0)") },
    ]
    let code = candidate.resident.codeText
    return HTML.group {
      link("/residents/\(code)", candidate.resident.fullName ?? code)
      element("span", ["class": "detail"]) { parts.compactMap(\.self).joined(separator: " · ") }
    }
  }

  private func reasons(_ score: DuplicateScore) -> HTML {
    .text(score.reasons.map { $0.words.text(in: language) }.joined(separator: "; "))
  }
}
