import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// Where a command that both programs have does its work: at a laptop, or at the centre.
///
/// What differs between the two lies behind this: how a home is opened, who may stand beside whom,
/// and who acts. A laptop writes in the name of a member, always; the centre's coordinator needs
/// none.
package protocol Workplace: Sendable {
  /// What people type to start the program.
  var program: String { get }

  /// Looks at records; all reads of `body` see one moment.
  func read<Result: Sendable>(
    _ invocation: Invocation, _ console: Console,
    _ body: (_ reader: RecordReader, _ today: LocalDate) throws -> Result
  ) throws -> Result

  /// Looks at records as of the present, and says how complete they are for the period that `body`
  /// was about.
  func survey<Result: Sendable>(
    _ invocation: Invocation, _ console: Console,
    _ body: (_ reader: RecordReader, _ now: LocalDateTime) throws -> (Period, Result)
  ) throws -> (Result, Completeness)

  /// Looks at what only the store knows, such as conflicts and histories.
  func inspect<Result: Sendable>(
    _ invocation: Invocation, _ console: Console,
    _ body: (_ records: FieldStore, _ today: LocalDate) throws -> Result
  ) throws -> Result

  /// Writes records; at the centre all of `body` is one transaction.
  func change<Result: Sendable>(
    _ invocation: Invocation, _ console: Console,
    _ body: (_ records: FieldStore, _ author: RowID?, ClockReading) throws -> Result
  ) throws -> Result

  /// Writes in transactions of the callee's own, as many records need.
  func perform<Result: Sendable>(
    _ invocation: Invocation, _ console: Console,
    _ body: (_ records: FieldStore, _ author: RowID?, ClockReading) throws -> Result
  ) throws -> Result
}
