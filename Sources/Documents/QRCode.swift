import CQREncode
import Glibc

/// A QR code (ISO/IEC 18004) of a short text: a square of dark and light modules.
///
/// It is only the modules. Whoever draws it leaves `quietZone` modules of white on every side, for
/// without them readers do not find it.
package struct QRCode: Equatable, Sendable {
  /// How much of a printed code may be spoilt, by a fold or a stain, before it is unreadable.
  package enum Correction: CaseIterable, Sendable {
    /// About 7 %: for a screen.
    case low
    /// About 15 %: for paper that is kept.
    case medium
    /// About 25 %.
    case quartile
    /// About 30 %.
    case high
  }

  /// Modules of white that belong around it on every side.
  package static let quietZone = 4
  /// The most bytes of text: what the largest code holds of any bytes at the level `.low`. Higher
  /// levels hold fewer, and say so when they are asked for more.
  package static let maximumBytes = 2953

  /// Rows from the top, each with its modules from the left; true is dark. As many rows as modules
  /// in a row: 21 to 177.
  package let rows: [[Bool]]

  /// Modules on a side.
  package var size: Int { rows.count }

  /// Encodes a text as its UTF-8 bytes; capitals and digits need fewer modules than other letters.
  ///
  /// The smallest version that holds the text is chosen.
  package init(_ text: String, correction: Correction = .medium) throws(QRCodeError) {
    guard !text.isEmpty else { throw .empty }
    guard text.utf8.count <= Self.maximumBytes else { throw .tooLong(bytes: text.utf8.count) }
    // The library reads a C string, which a zero byte would cut short unnoticed.
    guard !text.utf8.contains(0) else { throw .zeroByte }
    guard let code = QRcode_encodeString(text, 0, correction.level, QR_MODE_8, 1) else {
      switch errno {
      case ERANGE: throw .tooLong(bytes: text.utf8.count)
      case ENOMEM: throw .outOfMemory
      default: throw .failed(errno)
      }
    }
    defer { QRcode_free(code) }
    let size = Int(code.pointee.width)
    guard size > 0, let modules = code.pointee.data else { throw .failed(0) }
    // The lowest bit of a byte is the module; the others tell what it is for.
    rows = (0..<size).map { row in (0..<size).map { modules[row * size + $0] & 1 == 1 } }
  }
}

extension QRCode {
  /// The code for a terminal with light letters on dark ground: a character of blocks for two rows,
  /// the quiet zone included.
  package var blocks: String {
    let side = size + 2 * Self.quietZone
    func isDark(_ x: Int, _ y: Int) -> Bool {
      let (column, row) = (x - Self.quietZone, y - Self.quietZone)
      return rows.indices.contains(row) && rows.indices.contains(column) && rows[row][column]
    }
    return stride(from: 0, to: side, by: 2).map { y in
      (0..<side).map { x in
        switch (isDark(x, y), isDark(x, y + 1)) {
        case (false, false): "\u{2588}"
        case (false, true): "\u{2580}"
        case (true, false): "\u{2584}"
        case (true, true): " "
        }
      }.joined() + "\n"
    }.joined()
  }
}

extension QRCode.Correction {
  fileprivate var level: QRecLevel {
    switch self {
    case .low: QR_ECLEVEL_L
    case .medium: QR_ECLEVEL_M
    case .quartile: QR_ECLEVEL_Q
    case .high: QR_ECLEVEL_H
    }
  }
}
