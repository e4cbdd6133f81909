/// Zstandard frames (RFC 8878) for callers that compress now and then.
///
/// A hot loop keeps a `Compressor` or `Decompressor` instead. Frames carry their content size and no
/// checksum, because the wire's own frames have one.
package enum Zstandard {
  /// The level used when none is named: a good ratio at several hundred MB/s.
  package static let defaultLevel = 3

  /// The level for what is compressed once and then kept and sent many times.
  package static let storedLevel = 9

  /// Compresses parts to one frame of all of them joined, each part in blocks of its own.
  package static func compress(parts: [[UInt8]], level: Int = defaultLevel) throws -> [UInt8] {
    try Compressor(level: level).compress(parts: parts)
  }

  /// Compresses to one frame; `level` is 1 (fast) to 19 (small) and is clamped to that range.
  package static func compress(_ bytes: [UInt8], level: Int = defaultLevel) throws -> [UInt8] {
    try Compressor(level: level).compress(bytes)
  }

  /// Decompresses one whole frame of at most `maximumBytes` of content.
  package static func decompress(_ bytes: [UInt8], maximumBytes: Int) throws -> [UInt8] {
    let context = try IdleDecompressors.take()
    defer { IdleDecompressors.put(context) }
    return try context.decompressor.decompress(bytes, maximumBytes: maximumBytes)
  }
}
