/// The path and query of a request, decoded once and strictly.
package struct RequestTarget: Equatable, Sendable {
  /// As it was sent, still escaped.
  package let raw: String
  /// Decoded path segments; none for `/`. An empty segment stands for a doubled or last slash.
  package let segments: [String]
  /// Decoded query items.
  package let query: NamedValues

  static let maximumByteCount = 8192
  static let maximumSegmentCount = 32
  static let maximumQueryItemCount = 256

  /// Reads an origin-form target such as `/visits/12?week=3`.
  ///
  /// Refused: other forms, bytes outside visible ASCII, damaged escapes, NUL and control bytes,
  /// invalid or overlong UTF-8, and the segments `.` and `..` however they are written.
  /// - Throws: `WebError.targetInvalid`.
  package init(_ raw: String) throws(WebError) {
    let bytes = raw.utf8
    guard bytes.count <= Self.maximumByteCount, bytes.first == UInt8(ascii: "/"),
      bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "#") })
    else { throw .targetInvalid }
    let halves = bytes.split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)

    var segments: [String] = []
    let path = halves[0].dropFirst()
    if !path.isEmpty {
      for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
        guard segments.count < Self.maximumSegmentCount,
          let segment = PercentEncoding.decode(part, plusIsSpace: false),
          segment != ".", segment != "..",
          segment.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f })
        else { throw .targetInvalid }
        segments.append(segment)
      }
    }
    guard
      let query = NamedValues(
        encoded: halves.count == 2 ? halves[1] : Substring().utf8,
        maximumCount: Self.maximumQueryItemCount)
    else { throw .targetInvalid }
    self.raw = raw
    self.segments = segments
    self.query = query
  }

  /// The target without its first segment; `raw` stays as it was sent.
  var withoutFirstSegment: RequestTarget {
    RequestTarget(raw: raw, segments: Array(segments.dropFirst()), query: query)
  }

  private init(raw: String, segments: [String], query: NamedValues) {
    self.raw = raw
    self.segments = segments
    self.query = query
  }

  /// The decoded path with its slashes, for messages and logs.
  package var path: String { "/" + segments.joined(separator: "/") }

  /// Joins segments to an escaped path: `["households", "12/A"]` becomes `/households/12%2FA`.
  package static func path(_ segments: [String]) -> String {
    "/" + segments.map(PercentEncoding.encode).joined(separator: "/")
  }
}
