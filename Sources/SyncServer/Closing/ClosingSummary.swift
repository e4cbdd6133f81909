import Cryptography
import FieldWork
import Listings
import Replica
import SyncProtocol

/// The summary of a closed month as a file that stands alone: a text that people read, and below it
/// the centre's signature, so that whoever has the file can have it checked.
///
/// The signature is of all bytes above its line, and of those alone. The text begins with a line of
/// its own kind, so that it can never pass for anything else that the key signs.
struct ClosingSummary {
  static let firstLine = "camtay-closing-summary 1"
  private static let mark = "----- camtay -----\n"
  private static let certificateLabel = "certificate: "
  private static let signatureLabel = "signature: "
  /// Bytes of a file that is looked at.
  static let maximumBytes = 4 << 20

  /// The whole file.
  let bytes: [UInt8]

  /// Writes and signs a text.
  init(_ lines: [String], _ keys: CentreKeys) {
    // A line that came from a person ends where it ends.
    let plain = lines.map { String($0.map { $0.isNewline ? " " : $0 }) }
    let text = ([Self.firstLine] + plain).joined(separator: "\n") + "\n"
    let body = Array(text.utf8)
    let end =
      Self.mark + Self.certificateLabel + Self.hexadecimal(keys.certificate.encoded) + "\n"
      + Self.signatureLabel + Self.hexadecimal(keys.epoch.sign(body)) + "\n"
    bytes = body + Array(end.utf8)
  }

  /// Whether a file is whole and signed by any life of this installation.
  static func isSigned(_ bytes: [UInt8], byRoot root: [UInt8]) -> Bool {
    guard bytes.count <= maximumBytes else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.elementsEqual(bytes), text.hasPrefix(firstLine + "\n"),
      let place = text.ranges(of: mark).last
    else { return false }
    let end = text[place.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
    guard end.count == 3, end[2].isEmpty, end[0].hasPrefix(certificateLabel),
      end[1].hasPrefix(signatureLabel),
      let encoded = hexadecimalBytes(end[0].dropFirst(certificateLabel.count)),
      let signature = hexadecimalBytes(end[1].dropFirst(signatureLabel.count)),
      let certificate = try? Certificate(decoding: encoded), certificate.role == .centre,
      certificate.isSigned(byRoot: root, primitives: .standard),
      let key = try? VerifyingKey(certificate.publicKey)
    else { return false }
    return key.verify(signature, of: Array(text[..<place.lowerBound].utf8))
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { (byte: UInt8) in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  private static func hexadecimalBytes(_ text: Substring) -> [UInt8]? {
    let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
    let values = digits.compactMap { $0 }
    return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
  }
}

extension Centre {
  /// The signed summary of a closed month: as it was closed, what was reported of it since, and what
  /// came late.
  ///
  /// - Throws: `FieldError.closing(.notClosed)`.
  func closingSummary(
    of month: Period, unit: String?, now: LocalDateTime, _ language: Language
  ) throws -> ClosingSummary {
    let lines = try read { reader in
      try ClosingSummaryText(month, unit, reader, now, settings.place.name, language).lines
    }
    return ClosingSummary(lines, keys)
  }

  /// Whether a file is a summary that this installation signed, and unchanged since.
  func hasSigned(summary bytes: [UInt8]) -> Bool {
    ClosingSummary.isSigned(bytes, byRoot: keys.root.verifyingKey.bytes)
  }
}

/// The text of a summary.
private struct ClosingSummaryText {
  private(set) var lines: [String] = []
  private let language: Language

  init(
    _ month: Period, _ unit: String?, _ reader: RecordReader, _ now: LocalDateTime,
    _ place: String, _ language: Language
  ) throws {
    self.language = language
    let closing = try reader.standingClosing(of: month, unit: unit)
    let record = try reader.record(of: closing)
    let adjustment = try reader.adjustment(of: closing)
    let labels = CountLabels(reader, CountFrame(places: month.to, cutOff: month.cutOff))
    add(MonthWords.summary, "\(month.label(language)) (\(month.description))")
    add(MonthWords.centre, place)
    if let unit {
      add(MonthWords.unit, "\(try PlaceMap(reader).name(of: unit, on: month.to) ?? unit) (\(unit))")
    }
    add(MonthWords.closed, "\(closing.when ?? "–") · \(closing.closedBy ?? "–")")
    if let note = closing.note { add(MonthWords.note, note) }
    add(MonthWords.asOf, Format.dateTime(now))
    for words in ClosingReport.words(closing.checklist) { lines.append(words.text(in: language)) }
    lines.append("")
    if let total = record.total { add(MonthWords.asClosed, text(of: total)) }
    let figures = try reader.reportedFigures(of: closing)
    for dimension in ClosedFigures.dimensions {
      let own = figures.numbers.filter {
        $0.key.dimension == dimension.key && $0.key.month == month.description
      }
      guard !own.isEmpty else { continue }
      lines.append("")
      lines.append(
        CoordinatorWords.capitalised(dimension.words).text(in: language) + ":")
      let named = try own.map { line, numbers in
        (
          key: line.key.address(along: dimension),
          name: try labels.words(of: line.key, along: dimension).text(in: language),
          numbers: numbers
        )
      }
      for line in named.sorted(by: { ($0.key.count, $0.key) < ($1.key.count, $1.key) }) {
        lines.append("  \(line.name): \(text(of: line.numbers))")
      }
    }
    lines.append("")
    for words in ClosingReport.words(record) + ClosingReport.words(adjustment) {
      lines.append(words.text(in: language))
    }
    if adjustment.changes.isEmpty { lines.append(MonthWords.unchanged.text(in: language)) }
  }

  private mutating func add(_ label: BilingualText, _ value: String) {
    lines.append("\(label.text(in: language)): \(value)")
  }

  private func text(of numbers: CountNumbers) -> String {
    CountedNumber.ofGroups.compactMap { number in
      number.value(of: numbers).map { _ in
        "\(ReportWords.words(of: number).text(in: language)) \(number.text(of: numbers, in: language))"
      }
    }.joined(separator: " · ")
  }
}
