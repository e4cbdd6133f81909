/// What may be dropped of one scope's log.
public struct ScopeProgress: Hashable, Sendable {
  /// The scope.
  public var scope: ScopeID
  /// The last arrival number in a verified backup off the centre's machine.
  public var durableThrough: UInt64
  /// The last arrival number that every laptop with a lease has applied.
  public var stableThrough: UInt64

  /// Gathers the parts.
  public init(scope: ScopeID, durableThrough: UInt64, stableThrough: UInt64) {
    self.scope = scope
    self.durableThrough = durableThrough
    self.stableThrough = stableThrough
  }

  /// A short name for a whole list in ascending order of scope: a centre repeats only a list that
  /// the asker does not know. Two lists of one name cost a delay, never data.
  public static func checksum(of list: [ScopeProgress]) -> UInt32 {
    var writer = ByteWriter()
    writer.progress(list)
    return CRC32C.checksum(writer.bytes)
  }
}

extension ByteWriter {
  /// Writes what is known of several scopes, in ascending order of scope.
  mutating func progress(_ list: [ScopeProgress]) {
    count(list.count)
    var last: Int64 = 0
    for entry in list {
      unsigned(UInt64(entry.scope.rawValue - last))
      unsigned(entry.durableThrough)
      unsigned(entry.stableThrough)
      last = entry.scope.rawValue
    }
  }
}

extension ByteReader {
  /// Reads what is known of several scopes.
  mutating func progress() throws(ProtocolError) -> [ScopeProgress] {
    var list: [ScopeProgress] = []
    var last: UInt64 = 0
    // One more than a replica's scopes: the public one.
    for index in 0..<(try count(atMost: Limits.scopesPerReplica + 1)) {
      let step = try unsigned(atMost: UInt64(Int64.max) - last)
      guard index == 0 || step > 0 else { throw .malformed(.notAscending) }
      last += step
      guard let scope = ScopeID(rawValue: Int64(last)) else { throw .malformed(.numberOutOfRange) }
      list.append(
        ScopeProgress(
          scope: scope, durableThrough: try unsigned(atMost: UInt64(Int64.max)),
          stableThrough: try unsigned(atMost: UInt64(Int64.max))))
    }
    return list
  }
}
