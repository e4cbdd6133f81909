import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// The records behind a number of the trainer's pages: weeks, teams, what was done and what is flagged,
/// each as far as enough people share it, and nobody's name. A number that is not told opens nothing.
struct TrainerRecordsPage {
  static let path = "/trainer/records"
  /// Records that a file reads at once.
  private static let blockSize = 500

  static let routes =
    [PageRoute(.get, path, access: .trainer) { try TrainerRecordsPage($0).page() }]
    + ListFileFormat.routes(of: path, access: .trainer) { request, format in
      try TrainerRecordsPage(request).file(format)
    } + TrainerRecordPage.routes

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let question: TrainerQuestion
  private let told: SuppressedNumber
  /// What the list is about, in words.
  private let subjects: [(label: BilingualText, value: String?)]

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let (language, reached) = (request.language, try request.reached())
    self.reached = reached
    let question = try TrainerQuestion(
      request.http.query, beside: ListChoice.names, today: request.today)
    self.question = question
    (told, subjects) = try request.trainerGrids(within: reached) { grids in
      let lines = TrainerLines(grids.reader)
      let told = try question.told(grids)
      return (
        told,
        [
          (ReportWords.number, ReportWords.words(of: question.number).text(in: language)),
          (ReportWords.period, question.period.label(language)),
        ]
          // What is not told is not named either: an address may ask for anything.
          + (!told.isShown
            ? []
            : try question.filters.map { filter in
              (
                CoordinatorWords.capitalised(filter.dimension.words),
                try lines.label(of: filter.key, along: filter.dimension).text(in: language)
              )
            })
      )
    }
  }

  private func page() throws -> HTTPResponse {
    let coverage = try request.trainerCoverage(of: question.period, within: reached)
    let content = try told.isShown ? table() : nil
    var frame = request.frame(ReportWords.records)
    frame.lead = TrainerPage.lead(reached)
    return .html(
      frame.page {
        request.strip(coverage)
        facts(subjects, language)
        panel(id: "records") {
          content
            ?? element("p", ["class": "empty"]) {
              TrainerRecordWords.notTold.text(in: language)
            }
        }
        TrainerCells.back(language, question.period)
      })
  }

  private func table() throws -> HTML {
    let files = ListFileFormat.links(of: TrainerRecordsPage.path)
    if question.number == .residents {
      let persons = try persons()
      let list = personList
      let choice = list.choice(request.http.query)
      return list.html(
        list.part(of: persons, choice), choice, note: TrainerRecordWords.persons, files: files,
        language)
    }
    let list = list
    let choice = list.choice(request.http.query)
    let (lines, total, known) = try request.centre.read { reader in
      let flags = try flags(reader)
      let entries = try entries(reader)
      return (
        try shown(
          entries.dropFirst(choice.offset).prefix(ListChoice.rowsPerPage),
          TrainerLines(reader, flags), reader),
        entries.count, flags.note
      )
    }
    return list.html(
      PageList.Part(rows: lines, total: total, all: total), choice,
      note: known.map { TrainerRecordWords.note + BilingualText(same: " ") + $0 }
        ?? TrainerRecordWords.note,
      files: files, language)
  }

  private func flags(_ reader: RecordReader, waits: Bool = false) throws -> FlagFinding {
    try request.centre.flagShelf.finding(
      question.period, reader, of: request.centre, waits: waits)
  }

  private func entries(_ reader: RecordReader) throws -> [MaskedRecords.Entry] {
    try question.entries(request.centre.recordShelf, reader, within: reached)
  }

  private func shown(
    _ entries: ArraySlice<MaskedRecords.Entry>, _ words: TrainerLines, _ reader: RecordReader
  ) throws -> [TrainerLine] {
    let records = Dictionary(
      try reader.pseudonymousRecords(entries.map(\.row), question.number.kind)
        .map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return try zip(entries.indices, entries).compactMap { index, entry in
      try records[entry.row].map { record in
        var line = try words.line(of: record)
        line.entry = entry
        line.place = index + 1
        return line
      }
    }
  }

  /// A person behind a number of residents, who is told by a place in the list alone.
  struct PersonLine: Sendable {
    let place: Int
    let told: MaskedPersons.Line
  }

  private func persons() throws -> [PersonLine] {
    let persons = try request.centre.read { reader in
      MaskedPersons(try reader.countedPersons(in: question.query(within: reached)))
    }
    return persons.lines.enumerated().map { PersonLine(place: $0.offset + 1, told: $0.element) }
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    let facts =
      subjects.map { (label: $0.label, value: SpreadsheetValue.text($0.value ?? "")) }
      + (!told.isShown
        ? [(RatePageWords.note, .text(TrainerRecordWords.notTold.text(in: language)))] : [])
      + [(ReportWords.source, .text(ReportWords.sourceText.text(in: language)))]
    guard told.isShown else {
      return try ListFile(list, format, name: Self.fileName).answer(request, rows: [], lead: facts)
    }
    if question.number == .residents {
      return try ListFile(personList, format, name: Self.fileName).answer(
        request, rows: try persons(), lead: facts)
    }
    return try ListFile(list, format, name: Self.fileName).answer(request) { add in
      try request.centre.read { reader in
        let entries = try entries(reader)
        let words = TrainerLines(reader, try flags(reader, waits: true))
        for start in stride(from: 0, to: entries.count, by: Self.blockSize) {
          let block = entries[start..<min(start + Self.blockSize, entries.count)]
          for line in try shown(block, words, reader) { try add(line) }
        }
      }
      return facts
    }
  }

  private static let fileName = "ban-ghi-tap-huan"

  private var list: PageList<TrainerLine> {
    PageList(
      Self.path, ReportWords.words(of: question.number),
      columns: TrainerLine.columns(
        question.number.kind, by: TrainerLine.span(of: question.period), language
      ) { entry in
        TrainerRecordPage.address(of: entry, from: question)
      }, empty: ReportWords.noRecords, subject: question.items)
  }

  private var personList: PageList<PersonLine> {
    typealias Column = PageList<PersonLine>.Column
    /// What is not told reads the same on the page and in files.
    func column(
      _ key: String, _ label: BilingualText, _ told: @escaping (PersonLine) -> String?
    ) -> Column {
      Column(
        key, label,
        cell: { told($0).map { .text($0) } ?? TrainerCells.number(.hidden, language) },
        value: { .text(told($0) ?? TrainerWords.hidden.text(in: language)) })
    }
    return PageList(
      Self.path, ReportWords.words(of: question.number),
      columns: [
        Column("place", TrainerRecordWords.resident) { .text("\($0.place)") },
        column("assists", ReportWords.countedAssists) {
          $0.told.assists.map { Format.integer(Int64($0), language) }
        },
        column("first", TrainerRecordWords.firstWeek) { $0.told.first?.label(language) },
        column("last", TrainerRecordWords.lastWeek) { $0.told.last?.label(language) },
      ], empty: ReportWords.noRecords, subject: question.items)
  }
}

/// The words of records as trainers see them.
enum TrainerRecordWords {
  static let week = BilingualText(vi: "Tuần", en: "Week")
  static let month = BilingualText(vi: "Tháng", en: "Month")
  static let member = BilingualText(vi: "Thành viên (mã)", en: "Volunteer (code)")
  static let resident = BilingualText(vi: "Người thứ", en: "Resident")
  static let firstWeek = BilingualText(vi: "Tuần đầu", en: "First week")
  static let lastWeek = BilingualText(vi: "Tuần cuối", en: "Last week")
  static let notTold = BilingualText(
    vi: "Số này không được nêu: nhóm quá nhỏ, hoặc sẽ làm lộ một nhóm nhỏ. Không mở bản ghi nào.",
    en: "This number is not told: the group is small, or would give a small one away. No record is "
      + "opened.")
  static let note = BilingualText(
    vi:
      "Không có tên ai và không có mã bản ghi; người hỗ trợ đứng bằng mã của danh sách tổ. Điều mà "
      + "dưới \(SuppressedCount.standardThreshold) người cùng có thì ghi “ẩn”, kèm nhóm nhỏ nhất "
      + "khác, để không ai đếm được ở đây số mà bảng đã giấu. Cờ chỉ gợi ý nên xem. Bấm số thứ tự để "
      + "mở cả bản ghi và viết nhận xét; nhật ký giữ lại ai đã mở. ",
    en: "Nobody is named, and no record by its code; volunteers stand by their code of the roster. "
      + "What fewer than \(SuppressedCount.standardThreshold) people share reads “hidden”, together "
      + "with the next smallest group, so that nobody counts here what a table hides. Flags only "
      + "say where to look. Open a number for the whole record and to comment on it; the log keeps "
      + "who did. ")
  static let persons = BilingualText(
    vi: "Mỗi người một dòng, không tên và không mã; điều mà ít người cùng có thì ghi “ẩn”. Lượt hỗ "
      + "trợ của họ mở ở số lượt hỗ trợ.",
    en: "One line each, without name or code; what few share reads “hidden”. Their assists open "
      + "behind the number of assists.")
  static let record = BilingualText(vi: "Bản ghi", en: "Record")
  static let recordsBack = BilingualText(
    vi: "‹ Về các bản ghi của số này", en: "‹ Back to the records of the number")
  static let noFlags = BilingualText(vi: "Không có cờ nào.", en: "Nothing is flagged.")
  static let ofVisit = BilingualText(vi: "Lượt thăm", en: "Visit")
  static let ofAssist = BilingualText(vi: "Lượt hỗ trợ", en: "Assist")
  static let dossierComment = BilingualText(
    vi: "Nhận xét hồ sơ thì viết ở lượt hỗ trợ đã lập hồ sơ ấy.",
    en: "A dossier is commented on at the assist out of which it came.")
}
