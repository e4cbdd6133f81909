import FieldWork
import Replica
import SyncProtocol

/// What a form of several records has written so far, and what is wrong with the rest.
struct FormWriting {
  private let records: FieldStore
  private let author: RowID
  private let clock: ClockReading
  var problems = FormProblems()
  var warnings: [BilingualText] = []
  /// Where a person may go to complete what was saved.
  var ways: [(path: String, words: BilingualText)] = []
  /// What was said of the form's first record, such as a visit.
  private var said: [BilingualText] = []

  init(_ records: FieldStore, author: RowID, clock: ClockReading) {
    self.records = records
    self.author = author
    self.clock = clock
  }

  /// Keeps what is wrong with a record that cannot be written because another one cannot.
  mutating func check(
    _ part: BilingualText?, named name: (String) -> String,
    called label: (String) -> BilingualText? = { _ in nil }, ignoring ignored: Set<String>,
    _ check: (FieldStore, ClockReading) throws -> Void
  ) throws {
    do {
      try check(records, clock)
    } catch FieldError.invalid(let found) {
      problems.add(found.filter { !ignored.contains($0.field) }, of: part, called: label, name)
    }
  }

  /// Writes a record; what is wrong with its fields is kept, under their names in the form.
  ///
  /// - Parameter part: which part of the form it is; nil for the first record itself.
  mutating func attempt(
    _ part: BilingualText? = nil, named name: (String) -> String,
    called label: (String) -> BilingualText? = { _ in nil }, ignoring ignored: Set<String> = [],
    _ write: (FieldStore, RowID, ClockReading) throws -> SavedRecord
  ) throws -> SavedRecord? {
    do {
      let saved = try write(records, author, clock)
      // What is so of the visit, such as its date, is not said of each assist again.
      let told = saved.warnings.filter { !said.contains($0.words) }.map { warning in
        part.map { $0 + BilingualText(same: ": ") + warning.words } ?? warning.words
      }
      // Nor is what is so of an assist and of its dossier, such as their code.
      warnings += told.filter { !warnings.contains($0) }
      for way in try records.reader.ways(to: saved.warnings)
      where !ways.contains(where: { $0.path == way.path }) { ways.append(way) }
      if part == nil { said += saved.warnings.map(\.words) }
      return saved
    } catch FieldError.invalid(let found) {
      problems.add(found.filter { !ignored.contains($0.field) }, of: part, called: label, name)
      return nil
    }
  }
}
