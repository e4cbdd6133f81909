import CZstd

/// A reusable decompression context; one thread at a time.
///
/// Nothing in a frame makes it allocate: output grows with the bytes that really came out, up to
/// the caller's bound, and the window is bounded too.
package final class Decompressor {
  /// The largest window a frame may ask for, as a power of two: 8 MB, which every decoder is
  /// recommended to support (RFC 8878, 3.1.1.1.2).
  private static let maximumWindowLog: Int32 = 23
  private static let firstStep = 64 * 1024
  private let context: OpaquePointer

  /// Makes a context.
  package init() throws {
    guard let context = ZSTD_createDCtx() else { throw CompressionError.outOfMemory }
    self.context = context
    let result = ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.maximumWindowLog)
    guard ZSTD_isError(result) == 0 else {
      throw CompressionError.failed(Int(ZSTD_getErrorCode(result).rawValue))
    }
  }

  deinit {
    ZSTD_freeDCtx(context)
  }

  /// Decompresses one whole frame of at most `maximumBytes` of content.
  package func decompress(_ bytes: [UInt8], maximumBytes: Int) throws -> [UInt8] {
    try bytes.withUnsafeBytes { try decompress($0, maximumBytes: maximumBytes) }
  }

  /// Decompresses one whole frame of at most `maximumBytes` of content.
  ///
  /// Throws `.tooLarge` if the frame declares or holds more, `.damaged` if it is cut off, is no
  /// frame, or is followed by anything.
  package func decompress(_ bytes: UnsafeRawBufferPointer, maximumBytes: Int) throws -> [UInt8] {
    precondition(maximumBytes >= 0)
    // The last two numbers of an unsigned 64-bit integer say "unknown" and "error".
    let declared = ZSTD_getFrameContentSize(bytes.baseAddress, bytes.count)
    guard declared != UInt64.max - 1 else { throw CompressionError.damaged }
    let isDeclared = declared != UInt64.max
    if isDeclared && declared > UInt64(maximumBytes) {
      throw CompressionError.tooLarge(maximumBytes: maximumBytes)
    }
    defer { ZSTD_DCtx_reset(context, ZSTD_reset_session_only) }
    return try stream(
      bytes, maximumBytes: maximumBytes, firstStep: isDeclared ? Int(declared) : Self.firstStep)
  }

  private func stream(
    _ bytes: UnsafeRawBufferPointer, maximumBytes: Int, firstStep: Int
  ) throws -> [UInt8] {
    var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
    var content: [UInt8] = []
    // A declared size is only believed up to this first step.
    var step = max(1, min(firstStep, Self.firstStep))
    while true {
      var produced = 0
      var result = 0
      // One byte more than allowed: getting it proves that the content is too large.
      let room = min(step, maximumBytes - content.count + 1)
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        var output = ZSTD_outBuffer(dst: buffer.baseAddress, size: room, pos: 0)
        result = ZSTD_decompressStream(context, &output, &input)
        produced = output.pos
        count = produced
      }
      guard ZSTD_isError(result) == 0 else { throw CompressionError.damaged }
      guard content.count + produced <= maximumBytes else {
        throw CompressionError.tooLarge(maximumBytes: maximumBytes)
      }
      if content.isEmpty { content = part } else { content.append(contentsOf: part) }
      if result == 0 {
        guard input.pos == input.size else { throw CompressionError.damaged }
        return content
      }
      // Room was left and yet the frame has no end: the input ran out.
      guard produced == room else { throw CompressionError.damaged }
      step = min(step * 2, 4 * 1024 * 1024)
    }
  }
}
