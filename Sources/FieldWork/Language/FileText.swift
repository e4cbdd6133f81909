/// The text of a file of unknown origin, and how it was written.
///
/// UTF-8 and UTF-16 are told by their marks and their shape. Letters of the fonts before Unicode are
/// told by trying: the way of reading that makes most words Vietnamese is taken, and where none does
/// the file is refused rather than guessed.
package struct FileText: Equatable, Sendable {
  /// How text became bytes.
  package enum Encoding: String, Sendable, CaseIterable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "utf-8"
    /// UTF-16, the lower byte first.
    case utf16LittleEndian = "utf-16le"
    /// UTF-16, the upper byte first.
    case utf16BigEndian = "utf-16be"
    /// One byte a letter.
    case singleByte = "single-byte"
  }

  /// What a file cannot be read for.
  package enum Problem: Error, Hashable, Sendable, CaseIterable {
    /// UTF-16 that ends within a letter, or holds halves of letters.
    case brokenUTF16
    /// Bytes that are no text in any way known here.
    case unknownLetters
    /// A zip, as a workbook is, or another file with a known beginning that is no text.
    case workbook
  }

  /// In Unicode.
  package let text: String
  /// How it was written.
  package let encoding: Encoding
  /// The font that its letters were meant for; nil for Unicode.
  package let font: LegacyFont?

  /// What people call the way it was written.
  package var name: String {
    let encoding =
      switch encoding {
      case .utf8: "UTF-8"
      case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
      case .singleByte: ""
      }
    return [encoding, font?.name ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Reads a file; its size is the caller's to bound.
  package init(_ bytes: [UInt8]) throws(Problem) {
    // PK opens zip files, D0 CF 11 E0 the workbooks before them.
    guard !bytes.starts(with: [0x50, 0x4B, 3, 4]), !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    else { throw .workbook }
    let raw: String
    (encoding, raw) = try Self.decode(bytes)
    font = try Self.font(of: raw, isUnicode: encoding != .singleByte)
    text = font?.converted(raw) ?? NormalizedText.composed(raw)
  }

  private static func decode(_ bytes: [UInt8]) throws(Problem) -> (Encoding, String) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      return (.utf16LittleEndian, try utf16(bytes.dropFirst(2), isBigEndian: false))
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return (.utf16BigEndian, try utf16(bytes.dropFirst(2), isBigEndian: true))
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      guard let text = String(validating: bytes.dropFirst(3), as: UTF8.self) else {
        throw .unknownLetters
      }
      return (.utf8, text)
    }
    // Most letters of a list are ASCII, and have a zero byte in UTF-16.
    let start = bytes.prefix(4_096)
    let zeros = (
      even: start.indices.count { $0 % 2 == 0 && start[$0] == 0 },
      odd: start.indices.count { $0 % 2 == 1 && start[$0] == 0 }
    )
    if zeros.odd * 4 > start.count, zeros.even * 8 < start.count {
      return (.utf16LittleEndian, try utf16(bytes[...], isBigEndian: false))
    }
    if zeros.even * 4 > start.count, zeros.odd * 8 < start.count {
      return (.utf16BigEndian, try utf16(bytes[...], isBigEndian: true))
    }
    if let text = String(validating: bytes, as: UTF8.self) { return (.utf8, text) }
    guard !bytes.contains(0) else { throw .unknownLetters }
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
    return (.singleByte, String(scalars))
  }

  private static func utf16(
    _ bytes: ArraySlice<UInt8>, isBigEndian: Bool
  ) throws(Problem) -> String {
    guard bytes.count % 2 == 0 else { throw .brokenUTF16 }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw .brokenUTF16 }
    return text
  }

  /// Words that are looked at: enough for a file of any length.
  private static let sampleCount = 2_000

  private static func font(of text: String, isUnicode: Bool) throws(Problem) -> LegacyFont? {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      // No font before Unicode has these.
      if isUnicode, isOfUnicodeAlone(scalar.value) { return nil }
      if scalar.isWordScalar {
        word.append(scalar)
      } else if !word.isEmpty {
        if words.count < sampleCount, word.contains(where: { $0.value >= 0x80 }) {
          words.append(String(word))
        }
        word = String.UnicodeScalarView()
      }
    }
    if word.contains(where: { $0.value >= 0x80 }) { words.append(String(word)) }
    guard !words.isEmpty else { return nil }
    let readings: [(font: LegacyFont?, words: Int)] =
      (isUnicode ? [(nil, words.count { VietnameseSyllable.reads($0) })] : [])
      + LegacyFont.allCases.map { font in
        (font, words.count { VietnameseSyllable.reads(font.converted($0)) })
      }
    var best = readings[0]
    for reading in readings where reading.words > best.words { best = reading }
    if best.words * 10 >= words.count * 6 { return best.font }
    // Unicode text needs no proof: it may be in any language.
    if isUnicode, best.words * 10 < words.count * 3 { return nil }
    throw .unknownLetters
  }

  private static func isOfUnicodeAlone(_ value: UInt32) -> Bool {
    switch value {
    case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0,
      0x1EA0...0x1EF9, 0x300...0x36F:
      true
    default: false
    }
  }
}
