/// Dictionary-coded origins with per-origin differences of counters.
struct DotDictionary {
  var origins: [Origin]
  private var lastCounter: [Int64]

  init(_ origins: [Origin] = []) {
    self.origins = origins
    lastCounter = Array(repeating: 0, count: origins.count)
  }

  /// The signed step from the last counter of this origin, which becomes the last.
  mutating func step(to counter: UInt32, origin index: Int) -> Int64 {
    defer { lastCounter[index] = Int64(counter) }
    return Int64(counter) - lastCounter[index]
  }

  /// The dot that lies a received step behind the last of its origin.
  mutating func dot(after step: Int64, origin index: Int) throws(ProtocolError) -> Dot {
    guard origins.indices.contains(index) else { throw .malformed(.noSuchEntry) }
    let (counter, overflow) = lastCounter[index].addingReportingOverflow(step)
    guard !overflow, counter >= 0, counter <= Int64(Dot.maximumCounter) else {
      throw .malformed(.numberOutOfRange)
    }
    lastCounter[index] = counter
    return Dot(origin: origins[index], counter: UInt32(counter))
  }
}
