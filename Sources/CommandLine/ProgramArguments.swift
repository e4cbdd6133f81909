/// The arguments of a process, as bytes until they are known to be text.
///
/// Swift's own list repairs invalid UTF-8 silently; a repaired name would be recorded as if typed.
package enum ProgramArguments {
  /// The most arguments a line may have.
  package static let maximumCount = 1000

  /// The arguments of this process without the program's own name.
  package static func ofProcess() -> [[UInt8]] {
    let count = max(Int(Swift.CommandLine.argc), 1)
    return (1..<count).compactMap { index in
      guard let pointer = Swift.CommandLine.unsafeArgv[index] else { return nil }
      return UnsafeRawBufferPointer(start: pointer, count: length(pointer)).map { $0 }
    }
  }

  /// The arguments as text.
  /// - Throws: `UsageError` that names every argument that is not UTF-8, or a line that is too long.
  static func texts(_ arguments: [[UInt8]]) throws(UsageError) -> [String] {
    guard arguments.count <= maximumCount else {
      throw UsageError([.tooManyArguments(maximum: maximumCount)])
    }
    var texts: [String] = []
    var problems: [UsageProblem] = []
    for (index, bytes) in arguments.enumerated() {
      if let text = String(validating: bytes, as: UTF8.self) {
        texts.append(text)
      } else {
        problems.append(.notUTF8(position: index + 1))
      }
    }
    if !problems.isEmpty { throw UsageError(problems) }
    return texts
  }

  /// The length of text that ends with a zero byte, which the system guarantees for arguments.
  private static func length(_ pointer: UnsafePointer<CChar>) -> Int {
    var length = 0
    while pointer[length] != 0 { length += 1 }
    return length
  }
}
