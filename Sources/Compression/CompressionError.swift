/// Why bytes could not be compressed or decompressed.
package enum CompressionError: Error, Equatable, Sendable {
  /// The bytes are no zstd frame, are cut off, or something follows the frame.
  case damaged
  /// The content is larger than the caller's bound, as declared or as found.
  case tooLarge(maximumBytes: Int)
  /// The library had no memory for its work.
  case outOfMemory
  /// The library refused for another reason; its error number.
  case failed(Int)

  /// A stable code for logs and messages.
  package var code: String {
    switch self {
    case .damaged: "compression-damaged"
    case .tooLarge: "compression-too-large"
    case .outOfMemory: "compression-memory"
    case .failed: "compression-failed"
    }
  }
}
