import FieldWork
import SyncProtocol

extension LocalAccounts {
  /// Whom the holder of an account may let in from a page: the members of their team who have no
  /// account on this laptop, sorted as lists of people are.
  package func colleagues(of member: RowID, _ reader: RecordReader) throws -> [Member] {
    guard let team = try reader.record(Member.self, member)?.team else { return [] }
    let present = Set(try all().map(\.member))
    return try reader.members(team: team).filter { !present.contains($0.id) }
  }
}
