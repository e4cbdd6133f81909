import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// The file that somebody hands to whoever looks after the software: how this laptop stands, in
/// numbers and stable codes, and what the person says.
///
/// It holds no name, telephone, address, note or code of a record: nothing is copied into it from a
/// record, from the words of a warning or from what an error carries. The laptop is told by its number.
struct DiagnosticReport {
  /// The most characters that a person may write.
  static let maximumWords = 4_000
  /// What the file is called.
  static let fileName = "camtay-report.txt"

  /// The whole file.
  let text: String

  /// - Parameters:
  ///   - words: what the person says; masked before it is taken in.
  ///   - language: of the labels.
  init(_ laptop: Laptop, _ clock: ClockReading, words: String, language: Language) throws {
    let parts = [
      Self.head(laptop, clock, language), try Self.saying(words, laptop, language),
      try Self.records(laptop, language), try Self.handOver(laptop, clock, language),
      try Self.machine(laptop, clock, language), try Self.incidents(laptop, language),
      Self.troubles(laptop, language),
    ]
    text = parts.joined(separator: "\n\n") + "\n"
  }

  private static func part(
    _ heading: BilingualText, _ lines: [String], _ language: Language
  ) -> String {
    (["== \(heading.text(in: language)) =="]
      + (lines.isEmpty ? [language.text("(không có)", "(none)")] : lines))
      .joined(separator: "\n")
  }

  private static func head(
    _ laptop: Laptop, _ clock: ClockReading, _ language: Language
  ) -> String {
    let at = Format.dateTime(LocalDateTime(milliseconds: clock.wall.rawValue))
    return [
      language.text(
        "CamTay: báo lỗi, không có dữ liệu cá nhân",
        "CamTay: report of a problem, no personal "
          + "data"),
      "\(FieldAgent.program) \(FieldAgent.version) · \(at)",
      language.text("máy số ", "laptop number ") + "\(laptop.store.identity.replica.rawValue)",
    ].joined(separator: "\n")
  }

  private static func saying(
    _ words: String, _ laptop: Laptop, _ language: Language
  ) throws -> String {
    let typed = String(words.prefix(maximumWords))
    let isEmpty = typed.allSatisfy(\.isWhitespace)
    let text = isEmpty ? "" : MaskedWords(typed, names: try names(laptop)).text
    return part(
      BilingualText(vi: "Người dùng kể", en: "What the person says"), isEmpty ? [] : [text],
      language)
  }

  /// Every full name that this laptop can show, to be masked.
  private static func names(_ laptop: Laptop) throws -> Set<String> {
    let reader = laptop.records.reader
    let residents = try reader.residents(
      includingVoided: true, includingMoved: true, page: .all
    ).map(\.fullName)
    let households = try reader.households(
      includingVoided: true, includingMoved: true, page: .all
    ).map(\.name)
    let members = try reader.members().map(\.fullName)
    return Set((residents + households + members).compactMap { $0.map(SearchFold.base) })
  }

  private static func records(_ laptop: Laptop, _ language: Language) throws -> String {
    let connection = laptop.store.connection
    let counts = try laptop.store.schema.tables.map { table in
      (
        table.name, try connection.integer("SELECT count(*) FROM \"\(table.name)\"")
      )
    }
    var lines = counts.filter { $0.1 > 0 }.map { "\($0.0): \($0.1)" }
    lines.append(
      language.text("bản nháp chưa lưu: ", "drafts not saved: ")
        + "\(try connection.integer("SELECT count(*) FROM draft WHERE saved IS NULL"))")
    return part(
      BilingualText(vi: "Số dòng mỗi loại", en: "Rows of each kind"), lines, language)
  }

  private static func handOver(
    _ laptop: Laptop, _ clock: ClockReading, _ language: Language
  ) throws -> String {
    let standing = try laptop.standing()
    let status = standing.status
    let codes = try LaptopWarning.all(laptop, clock, on: .pages).map(\.code)
    return part(
      BilingualText(vi: "Gửi nhận", en: "Hand-over"),
      [
        standing.handOverWords().text(in: language),
        status.words.text(in: language),
        language.text("cảnh báo: ", "warnings: ")
          + (codes.isEmpty ? "–" : codes.joined(separator: ", ")),
      ], language)
  }

  private static func machine(
    _ laptop: Laptop, _ clock: ClockReading, _ language: Language
  ) throws -> String {
    let corrected = try laptop.store.correctedNow(clock)
    let free = laptop.report.freeDiskBytes.map { "\($0 / 1_000_000) MB" } ?? "–"
    let offset = corrected.offsetMilliseconds.map { "\($0 / 1_000) s" } ?? "–"
    return part(
      BilingualText(vi: "Máy", en: "Machine"),
      [
        language.text("tệp dữ liệu: ", "data file: ") + "\(laptop.home.storeBytes) byte",
        language.text("nhật ký chờ: ", "write-ahead log: ")
          + "\(HomeFolder.bytes(of: laptop.home.storePath + "-wal")) byte",
        language.text("đĩa còn trống: ", "free on the disk: ") + free,
        language.text("lệch giờ so với trung tâm: ", "clock against the centre: ") + offset,
        language.text("đồng hồ đã đối chiếu: ", "clock checked: ")
          + (corrected.isChecked ? language.text("rồi", "yes") : language.text("chưa", "no")),
        language.text("số tài khoản: ", "accounts: ")
          + "\(try AccountsFile(reading: HomeFiles(laptop.home))?.entries.count ?? 0)",
      ], language)
  }

  private static func incidents(_ laptop: Laptop, _ language: Language) throws -> String {
    let lines = try laptop.store.incidents().suffix(TroubleLog.maximumCount).map {
      "\(Format.dateTime(LocalDateTime(milliseconds: $0.at.rawValue))) · \($0.kind.rawValue) · "
        + "\($0.leafCount) · \($0.rowsChanged) · \($0.software)"
    }
    return part(
      BilingualText(vi: "Sự cố dữ liệu", en: "Incidents of the data"), Array(lines), language)
  }

  private static func troubles(_ laptop: Laptop, _ language: Language) -> String {
    let lines = TroubleLog(laptop.home).entries().map {
      "\(Format.dateTime(LocalDateTime(milliseconds: $0.at.rawValue))) · \($0.place) · \($0.code)"
        + ($0.count > 1 ? " × \($0.count)" : "")
    }
    return part(BilingualText(vi: "Lỗi gần đây", en: "Last errors"), lines, language)
  }
}
