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

  private func setParameter(_ parameter: ZSTD_cParameter, _ value: Int32) throws {
    let result = ZSTD_CCtx_setParameter(context, parameter, value)
    guard ZSTD_isError(result) == 0 else {
      throw CompressionError.failed(Int(ZSTD_getErrorCode(result).rawValue))
    }
  }
}
