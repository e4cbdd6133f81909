/// Why a text has no QR code.
package enum QRCodeError: Error, Equatable, Sendable {
  /// There is no text.
  case empty
  /// The text holds a zero byte.
  case zeroByte
  /// The text is longer than the largest code of its level holds.
  case tooLong(bytes: Int)
  /// The library had no memory for its work.
  case outOfMemory
  /// The library refused for another reason; its error number.
  case failed(Int32)

  /// A stable code for logs and messages.
  package var code: String {
    switch self {
    case .empty: "qr-empty"
    case .zeroByte: "qr-zero-byte"
    case .tooLong: "qr-too-long"
    case .outOfMemory: "qr-memory"
    case .failed: "qr-failed"
    }
  }
}
