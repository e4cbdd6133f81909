/// Reads multipart/form-data (RFC 7578), strictly: a body cut anywhere is an error.
enum Multipart {
  private static let maximumPartHeaderBytes = 4096
  private static let lineEnd = Array("\r\n".utf8)

  static func parse(
    _ body: [UInt8], boundary: [UInt8], limits: FormData.Limits
  ) throws(WebError) -> (NamedValues, [FormData.File]) {
    guard (1...70).contains(boundary.count),
      boundary.allSatisfy({ $0 >= 0x20 && $0 < 0x7f })
    else { throw .formInvalid }
    let delimiter = Array("--".utf8) + boundary
    guard body.starts(with: delimiter) else { throw .formInvalid }
    var rest = body.dropFirst(delimiter.count)
    var items: [NamedValues.Item] = []
    var files: [FormData.File] = []
    while !rest.starts(with: "--".utf8) {
      guard items.count + files.count < limits.maximumCount else { throw .formTooLarge }
      guard rest.starts(with: lineEnd) else { throw .formInvalid }
      rest = rest.dropFirst(2)
      let headers = try partHeaders(&rest)
      guard let end = find(lineEnd + delimiter, in: rest) else { throw .formInvalid }
      let content = rest[..<end]
      rest = rest[(end + 2 + delimiter.count)...]
      guard let disposition = headers["Content-Disposition"],
        asciiEqualIgnoringCase(String(disposition.prefix(10)), "form-data;"),
        let name = HeaderParameters.value("name", in: disposition)
      else { throw .formInvalid }
      if let fileName = HeaderParameters.value("filename", in: disposition) {
        files.append(FormData.File(name: name, fileName: fileName, bytes: Array(content)))
      } else {
        guard content.count <= limits.maximumFieldBytes else { throw .formTooLarge }
        guard !content.contains(0), let value = String(validating: content, as: UTF8.self) else {
          throw .formInvalid
        }
        items.append(NamedValues.Item(name: name, value: value))
      }
    }
    let ending = rest.dropFirst(2)
    guard ending.isEmpty || ending.elementsEqual(lineEnd) else { throw .formInvalid }
    return (NamedValues(items), files)
  }

  /// Takes the header lines of a part and the empty line behind them.
  private static func partHeaders(_ rest: inout ArraySlice<UInt8>) throws(WebError) -> HTTPHeaders {
    var headers = HTTPHeaders()
    var left = maximumPartHeaderBytes
    while true {
      guard let end = find(lineEnd, in: rest.prefix(left)) else { throw .formInvalid }
      let line = rest[..<end]
      left -= line.count + 2
      rest = rest[(end + 2)...]
      if line.isEmpty { return headers }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
        let name = String(validating: line[..<colon], as: UTF8.self),
        let value = String(
          validating: line[(colon + 1)...].drop { $0 == 32 || $0 == 9 }, as: UTF8.self)
      else { throw .formInvalid }
      headers.append(name, value)
      guard headers.isValid else { throw .formInvalid }
    }
  }

  /// Where the pattern first begins; looks only where its first byte occurs.
  private static func find(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var from = bytes.startIndex
    while let start = bytes[from...].firstIndex(of: pattern[0]) {
      if bytes[start...].starts(with: pattern) { return start }
      from = start + 1
    }
    return nil
  }
}
