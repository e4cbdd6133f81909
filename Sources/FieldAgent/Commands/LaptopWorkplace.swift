import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// A laptop, for the commands that the centre has as well.
struct LaptopWorkplace: Workplace, LaptopHolder {
  let surroundings: Surroundings
  let program = FieldAgent.program

  func read<Result: Sendable>(
    _ invocation: Invocation, _ console: Console,
    _ body: (RecordReader, LocalDate) throws -> Result
  ) throws -> Result {
    try inspect(invocation, console) { try body($0.reader, $1) }
  }

  func survey<Result: Sendable>(
    _ invocation: Invocation, _ console: Console,
    _ body: (RecordReader, LocalDateTime) throws -> (Period, Result)
  ) throws -> (Result, Completeness) {
    let laptop = try laptopToRead(invocation, console)
    let now = try laptop.records.knowledge(of: laptop.clock()).now
    let (period, result) = try body(laptop.records.reader, now)
    let standing = try laptop.standing()
    let words =
      BilingualText(vi: "Theo dữ liệu trên máy này. ", en: "By the data on this laptop. ")
      + standing.handOverWords()
    return (
      result,
      Completeness(
        [words], .init("hand_over", standing.status.json),
        awaited: try laptop.records.awaitedRulings(in: period),
        command: "camtay review list --everybody")
    )
  }

  func inspect<Result: Sendable>(
    _ invocation: Invocation, _ console: Console,
    _ body: (FieldStore, LocalDate) throws -> Result
  ) throws -> Result {
    let laptop = try laptopToRead(invocation, console)
    return try body(laptop.records, laptop.today())
  }

  func change<Result: Sendable>(
    _ invocation: Invocation, _ console: Console,
    _ body: (FieldStore, RowID?, ClockReading) throws -> Result
  ) throws -> Result {
    let recording = try Recording(self, invocation, console)
    return try recording.laptop.writing { try body($0, recording.author, $1) }
  }

  func perform<Result: Sendable>(
    _ invocation: Invocation, _ console: Console,
    _ body: (FieldStore, RowID?, ClockReading) throws -> Result
  ) throws -> Result {
    try change(invocation, console, body)
  }
}

extension FieldAgent {
  /// The commands of every kind that a form describes: what is recorded in the field can be written,
  /// what the centre keeps can be looked up.
  static func formCommands(_ surroundings: Surroundings) -> [any Command] {
    let laptop = LaptopWorkplace(surroundings: surroundings)
    return RecordForms.ofField.flatMap { form -> [any Command] in
      [
        FormAdd(surroundings: surroundings, form: form),
        FormEdit(surroundings: surroundings, form: form),
        FormVoid(surroundings: surroundings, form: form),
        FormListCommand(at: laptop, form: form), FormShowCommand(at: laptop, form: form),
      ]
    }
      + RecordForms.ofCentre.filter(\.canVoid).flatMap { form -> [any Command] in
        [FormListCommand(at: laptop, form: form), FormShowCommand(at: laptop, form: form)]
      }
  }
}
