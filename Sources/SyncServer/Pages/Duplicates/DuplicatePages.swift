import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// A record as people tell it from others of its name.
struct DuplicateName: Sendable {
  let code: String
  let name: String?
  let detail: String

  init(_ row: RowID, _ kind: DuplicateKind, _ reader: RecordReader) throws {
    code = try reader.codeText(of: row, in: kind.record.table)
    switch kind {
    case .resident:
      let candidate = try reader.candidate(row)
      name = candidate?.resident.fullName
      detail = [
        candidate?.resident.birthYear.map(String.init), candidate?.householdName,
        candidate?.hamlet,
      ].compactMap(\.self).joined(separator: " · ")
    case .household:
      let household = try reader.record(Household.self, row)
      name = household?.name
      let place = try household?.place.flatMap { try reader.record(Place.self, $0)?.name }
      detail = [household?.address, place].compactMap(\.self).joined(separator: " · ")
    }
  }
}

/// The lists of residents and of households who may be recorded twice, with what was said of whom.
enum DuplicatePages {
  static let path = "/duplicates"
  static let title = BilingualText(vi: "Trùng lặp", en: "Duplicates")

  static let routes =
    [PageRoute(.get, path, access: .coordinator, isNoted: true, isLive: true, handler: page)]
    + ListFileFormat.routes(of: path, access: .coordinator, handler: file)
    + DuplicateComparePage.routes

  /// Where two records are compared.
  static func path(_ kind: DuplicateKind, _ one: RowID, _ other: RowID) -> String {
    "\(path)/\(kind.rawValue)/\(one.rawValue)/\(other.rawValue)"
  }

  /// What an address asks for, before any pair is known.
  private struct Asked {
    let search: DuplicateSearch
    let units: [(value: String, words: BilingualText)]

    init(_ request: PageRequest, _ reader: RecordReader, _ reached: ReachedWork) throws {
      let query = request.http.query
      let map = try PlaceMap(reader)
      let codes = Set(
        try reader.places().filter(reached.holds(_:))
          .compactMap { map.unit(of: $0, on: request.today) }
      ).sorted()
      units = codes.map { code in
        (value: code, words: BilingualText(same: Communes.commune(code: code)?.fullName ?? code))
      }
      let wanted = query["unit"].flatMap { unit in codes.first { $0 == unit } }
      // Somebody of one commune needs no other's register.
      let own = reached.isEverything || codes.count != 1 ? nil : codes[0]
      search = DuplicateSearch(
        query["kind"].flatMap(DuplicateKind.init(rawValue:)), said: query["said"],
        unit: wanted ?? own)
    }
  }

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let language = request.language
    let (body, isLooking) = try request.centre.read { reader -> (HTML, Bool) in
      let asked = try Asked(request, reader, reached)
      let lines: [DuplicateLine]
      let asOf: Timestamp?
      switch try asked.search.found(request.centre, reader, on: request.today, within: reached) {
      case .lines(let found, let moment): (lines, asOf) = (found, moment)
      case .none(let words, let isLooking):
        let list = Self.list(asked, language, empty: words)
        return (
          panel { list.html(unknown: words, Self.choice(list, request), language) }, isLooking
        )
      }
      let list = Self.list(asked, language)
      let choice = Self.choice(list, request)
      let part = list.part(of: lines, choice)
      let shown = PageList<DuplicateLine>.Part(
        rows: try part.rows.map { try named($0, reader) }, total: part.total,
        // What was asked for stays above where there is no such pair.
        all: choice.filters.isEmpty ? part.all : max(part.all, 1))
      let leftOut = try leftOut(asked, choice, reader, within: reached, language)
      return (
        panel(lead: DuplicateWords.lead.text(in: language)) {
          list.html(
            shown, choice, note: asOf.map(DuplicateWords.asOf),
            files: ListFileFormat.links(of: path), language)
          leftOut
        }, false
      )
    }
    var frame = request.frame(title)
    frame.lead = reached.words
    var response = HTTPResponse.html(
      frame.page {
        body
        element("p") {
          element("a", ["href": AssistPairPages.path]) {
            AssistPairWords.title.text(in: language)
          }
        }
      })
    // The page comes back by itself, also without a script.
    if isLooking { response.headers.set("Refresh", "5") }
    return response
  }

  /// Below the list: the pairs of another state, with the way to them.
  private static func leftOut(
    _ asked: Asked, _ choice: ListChoice, _ reader: RecordReader, within reached: ReachedWork,
    _ language: Language
  ) throws -> HTML {
    var lines = try asked.search.decided(reader, within: reached).map { said, count in
      (
        words: DuplicateWords.leftOut(said, count),
        address: choice.address(path, setting: ["said": said.rawValue])
      )
    }
    if choice.filters["said"] != nil {
      lines.append(
        (DuplicateWords.openOnes, choice.address(path, setting: ["said": nil])))
    }
    return LeftOut.html(lines, language)
  }

  private static func choice(
    _ list: PageList<DuplicateLine>, _ request: PageRequest
  ) -> ListChoice { list.choice(request.http.query) }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let (lines, asOf) = try request.centre.read { reader -> ([DuplicateLine], Timestamp?) in
      let asked = try Asked(request, reader, reached)
      let (lines, asOf) = try asked.search.all(
        request.centre, reader, on: request.today, within: reached)
      return (try lines.map { try named($0, reader) }, asOf)
    }
    return try ListFile(
      list(units: [], request.language, empty: DuplicateWords.none), format, name: "trung-lap"
    ).answer(
      request, rows: lines,
      lead: asOf.map {
        [(DuplicateWords.lookedFor, .minute(LocalDateTime(time: $0).minutesSince1970))]
      } ?? [])
  }

  private static func named(
    _ line: DuplicateLine, _ reader: RecordReader
  ) throws -> DuplicateLine {
    var line = line
    line.names = try [line.one, line.other].map { try DuplicateName($0, line.kind, reader) }
    return line
  }

  private static func list(
    _ asked: Asked, _ language: Language, empty: BilingualText = DuplicateWords.none
  ) -> PageList<DuplicateLine> {
    list(units: asked.units, language, empty: empty)
  }

  private static func list(
    units: [(value: String, words: BilingualText)], _ language: Language, empty: BilingualText
  ) -> PageList<DuplicateLine> {
    typealias Column = PageList<DuplicateLine>.Column
    func name(_ line: DuplicateLine, _ place: Int) -> SpreadsheetValue {
      // A file goes further than a page: who they are stands behind their codes.
      line.names.indices.contains(place) ? .text(line.names[place].code) : .empty
    }
    func cell(_ line: DuplicateLine, _ place: Int) -> HTML {
      guard line.names.indices.contains(place) else { return .empty }
      let name = line.names[place]
      return HTML.group {
        element("a", ["href": path(line.kind, line.one, line.other)]) { name.name ?? name.code }
        element("span", ["class": "detail"]) {
          [name.code, name.detail].filter { !$0.isEmpty }.joined(separator: " · ")
        }
      }
    }
    return PageList(
      path, title,
      columns: [
        Column(
          "kind", DuplicateWords.kind, value: { .text($0.kind.words.text(in: language)) }),
        Column("one", DuplicateWords.one, cell: { cell($0, 0) }, value: { name($0, 0) }),
        Column("other", DuplicateWords.other, cell: { cell($0, 1) }, value: { name($0, 1) }),
        Column(
          "score", DuplicateWords.score, orderedBy: { $0.score?.points ?? -1 },
          value: { $0.score.map { .integer(Int64($0.points)) } ?? .empty }),
        Column(
          "reasons", DuplicateWords.reasons,
          value: { line in
            if let isSame = line.isSame {
              return .text(DuplicateWords.said(isSame).text(in: language))
            }
            return .text(
              (line.score?.reasons ?? []).map { $0.words.text(in: language) }
                .joined(separator: "; "))
          }),
      ],
      filters: [
        .init(
          "kind", DuplicateWords.kind, DuplicateKind.allCases.map { ($0.rawValue, $0.words) }
        ) { _, _ in true },
        .init("unit", DuplicateWords.unit, units) { _, _ in true },
        .init(
          "said", LaptopWords.state,
          DuplicateSearch.Said.allCases.map { ($0.rawValue, DuplicateWords.said($0 == .same)) },
          unset: DuplicateWords.undecided
        ) { _, _ in true },
        .init(
          "points", DuplicateWords.atLeast,
          [90, 75, 60].map { ("\($0)", BilingualText(same: "\($0)")) }
        ) { line, value in
          Int(value).map { (line.score?.points ?? 100) >= $0 } ?? true
        },
      ], empty: empty)
  }
}

/// The words of the pages of duplicates.
enum DuplicateWords {
  static let one = BilingualText(vi: "Bản ghi thứ nhất", en: "One")
  static let other = BilingualText(vi: "Bản ghi thứ hai", en: "The other")
  static let score = BilingualText(vi: "Điểm", en: "Score")
  static let atLeast = BilingualText(vi: "Điểm từ", en: "Score from")
  static let reasons = BilingualText(vi: "Vì sao", en: "Reasons")
  static let kind = BilingualText(vi: "Loại", en: "Kind")
  static let unit = BilingualText(vi: "Xã, phường", en: "Commune")
  static let lead = BilingualText(
    vi: "Những cặp có thể là một, chắc nhất trước. Nói “cùng là một” không xóa gì và lấy lại được; "
      + "lượt thăm, lượt hỗ trợ, hồ sơ giữ nguyên.",
    en: "Pairs that may be one, the likeliest first. Saying that they are one deletes nothing and "
      + "can be taken back; visits, assists and dossiers stay.")
  static let none = BilingualText(
    vi: "Không thấy cặp nào có thể trùng, trong những gì các máy đã gửi về.",
    en: "No pair seems to be one, among what laptops have handed over.")
  static let lookedFor = BilingualText(vi: "Tìm lúc", en: "Looked for")
  static let looking = BilingualText(
    vi: "Đang so tất cả người và hộ với nhau, mất chừng nửa phút. Trang này tự mở lại; "
      + "hoặc chọn một xã, phường ở bộ lọc để xem ngay.",
    en: "All residents and households are being compared, which takes some half a minute. "
      + "This page opens again by itself; or choose a commune above to see its pairs at once.")

  /// Of when the pairs are.
  static func asOf(_ time: Timestamp) -> BilingualText {
    let moment = Format.dateTime(LocalDateTime(time: time))
    return BilingualText(
      vi: "Những cặp này được tìm lúc \(moment). Bản ghi về sau lúc ấy sẽ được so ở lần tìm tới, "
        + "sớm nhất năm phút một lần; điều đã nói về hai bản ghi thì đã tính.",
      en: "These pairs were looked for on \(moment). Records that came since are compared in the "
        + "next search, every five minutes at most; what was said of two records is taken into "
        + "account.")
  }

  static let chooseUnit = BilingualText(
    vi: "Ở đây có quá nhiều người để so cùng lúc: hãy chọn một xã, phường ở bộ lọc.",
    en: "There are too many residents here to compare at once: choose a commune above.")
  static let changed = BilingualText(
    vi: "Chưa ghi gì: sau khi trang này được mở, có người đã nói khác về hai bản ghi. Hãy xem rồi "
      + "trả lời lại.",
    en: "Nothing was recorded: since this page was opened somebody said something else about these "
      + "two records. Look at it, then answer again.")
  static let done = BilingualText(
    vi: "Đã ghi. Mọi máy giữ hai bản ghi này biết ở lần gửi nhận tới.",
    en: "Done. Every laptop that holds them learns of it with its next sync.")
  static let same = BilingualText(vi: "Cùng là một", en: "They are one")
  static let notSame = BilingualText(vi: "Là hai, đừng hỏi lại", en: "They are two; ask no more")
  static let undo = BilingualText(vi: "Thôi điều đã nói", en: "Take it back")
  static let all = BilingualText(vi: "Các cặp khác", en: "Other pairs")
  static let moved = BilingualText(
    vi: "Hộ này đã chuyển thôn: hai bản ghi là một, và không đổi được ở đây.",
    en: "The household moved to another hamlet: the two are one, which is not changed here.")
  static let stay = BilingualText(
    vi: "Hai bản ghi vẫn còn nguyên; lượt thăm, lượt hỗ trợ giữ nguyên.",
    en: "Both records stay, and so do visits and assists.")

  static let disputed = BilingualText(
    vi: "Những điều đã nói trái nhau: hai bản ghi được nói là hai, nhưng qua bản ghi khác thì lại "
      + "là một. Hãy mở từng cặp và thôi điều không đúng.",
    en: "What was said contradicts itself: two records are said to be two, and yet through others "
      + "to be one. Open each pair, and take back what is not so.")
  static let disputedResidents =
    disputed
    + BilingualText(
      vi: " Đến lúc đó số người được hỗ trợ là một khoảng, không phải một số.",
      en: " Until then the number of residents is a range and not one number.")
  static let beyondReach = BilingualText(
    vi: "một bản ghi ngoài phạm vi của bạn", en: "a record beyond your reach")

  static let undecided = BilingualText(vi: "chưa quyết định", en: "not decided")
  static let openOnes = BilingualText(
    vi: "Xem những cặp chưa quyết định", en: "See the pairs that are not decided")

  /// Pairs that the list leaves out because of what was said of them.
  static func leftOut(_ said: DuplicateSearch.Said, _ count: Int) -> BilingualText {
    let words = Self.said(said == .same)
    return BilingualText(
      vi: "Không ở trên: \(Format.integer(Int64(count), .vietnamese)) cặp "
        + "\(words.vietnamese)",
      en: "Not above: \(Format.integer(Int64(count), .english)) pair\(count == 1 ? "" : "s") "
        + words.english)
  }

  static func said(_ isSame: Bool) -> BilingualText {
    isSame
      ? BilingualText(vi: "đã nói: cùng là một", en: "said to be one")
      : BilingualText(vi: "đã nói: là hai", en: "said to be two")
  }
}
