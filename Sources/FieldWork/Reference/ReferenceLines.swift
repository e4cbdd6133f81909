/// Walks the lines of reference data without copying: each line comes as its fields.
enum ReferenceLines {
  /// Calls `body` with the fields of every line, parted by tabs.
  ///
  /// The data are the program's own, written by the generator and held by tests.
  static func forEach(_ text: StaticString, _ body: (ReferenceFields) -> Void) {
    text.withUTF8Buffer { buffer in
      var start = buffer.startIndex
      while start < buffer.endIndex {
        let end = buffer[start...].firstIndex(of: 0x0A) ?? buffer.endIndex
        if end > start { body(ReferenceFields(line: buffer[start..<end])) }
        start = end + 1
      }
    }
  }
}

/// The fields of one line of reference data.
struct ReferenceFields {
  private let fields: [Slice<UnsafeBufferPointer<UInt8>>]

  init(line: Slice<UnsafeBufferPointer<UInt8>>) {
    fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
  }

  /// The field as text.
  subscript(index: Int) -> String { String(decoding: fields[index], as: UTF8.self) }

  /// The field's first byte; 0 when it is empty.
  func letter(_ index: Int) -> UInt8 { fields[index].first ?? 0 }

  /// The field as a whole number, or nil when it is empty.
  func number(_ index: Int) -> Int? { Int(self[index]) }

  /// The field as a date, or nil when it is empty.
  func date(_ index: Int) -> LocalDate? { LocalDate(iso: self[index]) }
}
