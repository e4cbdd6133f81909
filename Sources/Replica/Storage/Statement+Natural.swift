import SQLite
import SyncProtocol

extension Statement {
  /// A number that this program never writes below zero. A damaged store may hold another, which is
  /// refused like other damage and must not reach arithmetic.
  func natural(at index: Int) throws -> UInt64 { try integer(at: index).natural() }

  /// The same for a count or a length, and so small that sums of counts do not overflow.
  func count(at index: Int) throws -> Int {
    let number = try integer(at: index)
    guard (0...Self.greatestCount).contains(number) else {
      throw ProtocolError.malformed(.numberOutOfRange)
    }
    return Int(number)
  }

  /// More than any store holds of anything.
  private static var greatestCount: Int64 { 1 << 48 }
}

extension Int64 {
  /// A stored number that must not be below zero.
  func natural() throws(ProtocolError) -> UInt64 {
    guard let number = UInt64(exactly: self) else { throw .malformed(.numberOutOfRange) }
    return number
  }
}
