import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// The centre, for the commands that laptops have as well.
extension CommandContext: Workplace {
  var program: String { CentreCommands.program }

  func read<Result: Sendable>(
    _ invocation: Invocation, _ console: Console,
    _ body: (RecordReader, LocalDate) throws -> Result
  ) throws -> Result {
    try centre(invocation).read { try body($0, today) }
  }

  func survey<Result: Sendable>(
    _ invocation: Invocation, _ console: Console,
    _ body: (RecordReader, LocalDateTime) throws -> (Period, Result)
  ) throws -> (Result, Completeness) {
    let centre = try centre(invocation)
    let now = LocalDateTime(milliseconds: surroundings.clock().wall.rawValue)
    let (period, result) = try centre.read { try body($0, now) }
    return (result, try CountCommand.completeness(of: period, centre, today: now.date))
  }

  func inspect<Result: Sendable>(
    _ invocation: Invocation, _ console: Console,
    _ body: (FieldStore, LocalDate) throws -> Result
  ) throws -> Result {
    try centre(invocation).inspect { try body($0, today) }
  }

  func change<Result: Sendable>(
    _ invocation: Invocation, _ console: Console,
    _ body: (FieldStore, RowID?, ClockReading) throws -> Result
  ) throws -> Result {
    try centre(invocation).change { try body($0, $0.coordinator(invocation), $1) }
  }

  func perform<Result: Sendable>(
    _ invocation: Invocation, _ console: Console,
    _ body: (FieldStore, RowID?, ClockReading) throws -> Result
  ) throws -> Result {
    try centre(invocation).perform { try body($0, $0.coordinator(invocation), $1) }
  }
}

extension FieldStore {
  /// The member of `--as` who acts at the centre; nil when the line names none.
  func coordinator(_ invocation: Invocation) throws -> RowID? {
    try invocation.member.map { try reader.findMember($0).id }
  }
}
