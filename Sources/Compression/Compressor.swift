import CZstd

/// A reusable compression context; one thread at a time.
package final class Compressor {
  private let context: OpaquePointer

  /// Makes a context; `level` is 1 (fast) to 19 (small) and is clamped to that range.
  package init(level: Int = Zstandard.defaultLevel) throws {
    guard let context = ZSTD_createCCtx() else { throw CompressionError.outOfMemory }
    self.context = context
    let level = Int32(min(max(level, 1), 19))
    try setParameter(ZSTD_c_compressionLevel, level)
    try setParameter(ZSTD_c_checksumFlag, 0)
    try setParameter(ZSTD_c_contentSizeFlag, 1)
  }

  deinit {
    ZSTD_freeCCtx(context)
  }

  /// Compresses to one frame.
  package func compress(_ bytes: [UInt8]) throws -> [UInt8] {
    try bytes.withUnsafeBytes { try compress($0) }
  }

  /// Compresses to one frame.
  package func compress(_ bytes: UnsafeRawBufferPointer) throws -> [UInt8] {
    let capacity = ZSTD_compressBound(bytes.count)
    guard ZSTD_isError(capacity) == 0 else {
      throw CompressionError.tooLarge(maximumBytes: Int.max)
    }
    var failure: CompressionError?
    let frame = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      let result = ZSTD_compress2(
        context, output.baseAddress, capacity, bytes.baseAddress, bytes.count)
      if ZSTD_isError(result) == 0 {
        count = result
      } else {
        failure = .failed(Int(ZSTD_getErrorCode(result).rawValue))
      }
    }
    if let failure { throw failure }
    return frame
  }

  /// The least size of a whole at which parts pay for their blocks.
  private static let leastSizeForParts = 256

  /// Compresses parts to one frame of all of them joined.
  ///
  /// A part ends its block, so that the entropy coder learns the bytes of each part alone: letters
  /// beside random numbers would otherwise cost both.
  package func compress(parts: [[UInt8]]) throws -> [UInt8] {
    let whole = Array(parts.joined())
    let used = parts.filter { !$0.isEmpty }
    guard whole.count >= Self.leastSizeForParts, used.count > 1 else { return try compress(whole) }
    let blockOverhead = 64
    let capacity = ZSTD_compressBound(whole.count) + used.count * blockOverhead
    try check(ZSTD_CCtx_setPledgedSrcSize(context, UInt64(whole.count)))
    defer { ZSTD_CCtx_reset(context, ZSTD_reset_session_only) }
    var failure: (any Error)?
    let frame = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: capacity, pos: 0)
      do {
        for (index, part) in used.enumerated() {
          try append(part, isLast: index == used.count - 1, to: &output)
        }
        count = output.pos
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return frame
  }

  private func append(_ part: [UInt8], isLast: Bool, to output: inout ZSTD_outBuffer) throws {
    try part.withUnsafeBytes { bytes in
      var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
      let mode = isLast ? ZSTD_e_end : ZSTD_e_flush
      // The output has room for everything, so one call writes all there is.
      let left = ZSTD_compressStream2(context, &output, &input, mode)
      try check(left)
      guard left == 0 else { throw CompressionError.tooLarge(maximumBytes: output.size) }
    }
  }

  private func check(_ result: Int) throws {
    guard ZSTD_isError(result) == 0 else {
      throw CompressionError.failed(Int(ZSTD_getErrorCode(result).rawValue))
    }
  }

  private func setParameter(_ parameter: ZSTD_cParameter, _ value: Int32) throws {
    try check(ZSTD_CCtx_setParameter(context, parameter, value))
  }
}
