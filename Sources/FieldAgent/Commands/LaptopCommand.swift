import CommandLine
import FieldWork
import Listings
import Replica
import SQLite
import SyncProtocol

/// Whoever can open the laptop that a line means.
protocol LaptopHolder: Sendable {
  var surroundings: Surroundings { get }
}

/// A command that only laptops have, or that differs there.
protocol LaptopCommand: Command, LaptopHolder {}

extension LaptopHolder {
  /// The home that the line means.
  func home(_ invocation: Invocation) throws -> HomeFolder {
    try LaptopHome.folder(option: invocation.home, surroundings)
  }

  /// Opens the enrolled laptop; a member of `--as` who is not in the roster is refused.
  ///
  /// On a laptop with accounts somebody's password is asked for first, before the home is held.
  func laptop(_ invocation: Invocation, _ console: Console) throws -> Laptop {
    try laptop(invocation, storeKey: try Unlocking(self, invocation, console).storeKey())
  }

  private func laptop(_ invocation: Invocation, storeKey: StoreKey?) throws -> Laptop {
    let laptop = try Laptop(try home(invocation), surroundings, storeKey: storeKey)
    // Before the directory came nobody can be known, and a sync must still bring it.
    if let name = invocation.member, try laptop.records.reader.hasDirectory() {
      _ = try laptop.member(named: name)
    }
    return laptop
  }
}

extension LaptopHolder {
  /// Opens the enrolled laptop to look only; where the disk has no room left, a copy in memory, with a
  /// word about it.
  func laptopToRead(_ invocation: Invocation, _ console: Console) throws -> Laptop {
    let storeKey = try Unlocking(self, invocation, console).storeKey()
    do {
      return try laptop(invocation, storeKey: storeKey)
    } catch {
      guard Self.isForWantOfRoom(error, try home(invocation)) else { throw error }
      let laptop = try Laptop(
        try home(invocation), surroundings, isReading: true, storeKey: storeKey)
      console.note(
        BilingualText(
          vi: "Đĩa đã đầy: chỉ xem được, không ghi thêm được gì. Mọi thứ đã lưu vẫn an toàn. Hãy "
            + "giải phóng chỗ (vài chục MB) rồi ghi tiếp.",
          en: "The disk is full: you can look, and record nothing more. Everything saved is safe. "
            + "Free some room (a few dozen MB), then go on recording."))
      return laptop
    }
  }

  /// Bytes below which an error of the disk is taken for want of room.
  private static var leastRoom: UInt64 { 1 << 20 }

  private static func isForWantOfRoom(_ error: any Error, _ home: HomeFolder) -> Bool {
    switch error {
    case let error as SQLError:
      error.isDiskFull
        || (!error.isBusy && !error.isDamaged && home.freeDiskBytes ?? .max < leastRoom)
    case HomeError.system: home.freeDiskBytes ?? .max < leastRoom
    default: false
    }
  }
}

/// A command that writes a record: typed references, the act, the answer.
struct Recording {
  let laptop: Laptop
  let author: RowID
  private let console: Console
  private let invocation: Invocation
  private let strangerWarning: [(code: String, words: BilingualText)]
  private var problems: [FieldError] = []

  /// Opens the laptop and finds who acts.
  init(_ holder: some LaptopHolder, _ invocation: Invocation, _ console: Console) throws {
    laptop = try holder.laptop(invocation, console)
    if try !laptop.records.reader.hasDirectory() {
      throw try laptop.missingArea(laptop.store.handOverStatus()) ?? AgentError.directoryMissing
    }
    author = try laptop.member(named: invocation.member)
    strangerWarning = try StrangerWarning.all(author, laptop)
    self.console = console
    self.invocation = invocation
  }

  /// A row that no store has: stands for a reference that could not be read, so that the check of
  /// the draft fails there and still finds everything else.
  private static let noRow: RowID? = RowID(rawValue: .max)

  /// Reads a record code; a problem is kept until `save`.
  mutating func reference(_ text: String?, _ kind: RecordCode.Kind) throws -> RowID? {
    guard let text else { return nil }
    return try keeping { try $0.reader.resolveOne(text, as: kind) }
  }

  /// Reads a hamlet's code or name among those whose households this laptop holds.
  mutating func place(_ text: String?) throws -> RowID? {
    guard let text else { return nil }
    let scopes = try laptop.store.grantedScopes()
    return try keeping { records in
      do {
        return try records.reader.findPlace(text, held: scopes).id
      } catch FieldError.placeNotHeld {
        throw try Self.refusal(of: text, records)
      }
    }
  }

  /// Why a hamlet cannot be written to that is not among those whose households this laptop holds.
  private static func refusal(of typed: String, _ records: FieldStore) throws -> FieldError {
    let leaving = try records.store.scopesBeingHandedBack().map(\.scope)
    do {
      _ = try records.reader.findPlace(typed, held: leaving)
      return .placeLeaving
    } catch FieldError.severalPlaces {
      return .placeLeaving
    } catch FieldError.placeNotHeld {
      return .placeNotHeld
    }
  }

  /// Reads members' codes or names; nil when none was typed.
  mutating func members(_ texts: [String]) throws -> [RowID]? {
    guard !texts.isEmpty else { return nil }
    var members: [RowID] = []
    for text in texts {
      if let id = try keeping({ try $0.reader.findMember(text).id }) { members.append(id) }
    }
    return members
  }

  private mutating func keeping(_ find: (FieldStore) throws -> RowID) throws -> RowID? {
    do {
      return try find(laptop.records)
    } catch let error as FieldError {
      problems.append(error)
      return Self.noRow
    }
  }

  /// Writes, and answers with the record's code once it is on disk.
  func save(
    _ what: RecordCode.Kind, isNew: Bool = true, asking questions: [FormQuestion] = [],
    _ write: (FieldStore, RowID, ClockReading) throws -> SavedRecord
  ) throws -> ExitCode {
    let saved = try written(asking: questions, write)
    try answer(saved, code: saved.codeText, what.words, isNew: isNew)
    return .done
  }

  /// Writes a new record, or refuses while something about it is asked to which no option says yes.
  ///
  /// - Throws: `Failure`, with what is wrong where anything is, else with what is asked.
  func written(
    asking questions: [FormQuestion],
    _ write: (FieldStore, RowID, ClockReading) throws -> SavedRecord
  ) throws -> SavedRecord {
    let open = try OpenQuestions(questions) { kind, _ in invocation.flag(kind.option) }
    guard !open.isEmpty else { return try written(write) }
    do {
      return try laptop.records.trying { try written(write) }
    } catch is FieldStore.TriedOut {
      throw try open.failure(laptop.records.reader)
    }
  }

  /// The records and clocks by which somebody is asked.
  var questionSource: QuestionSource {
    QuestionSource(records: laptop.records, clock: laptop.clock())
  }

  /// Writes; problems of references and of the draft are told together.
  func written<Written>(
    _ write: (FieldStore, RowID, ClockReading) throws -> Written
  ) throws -> Written {
    do {
      return try laptop.writing { try write($0, author, $1) }
    } catch FieldError.invalid(let found) {
      let others = problems.isEmpty ? found : found.filter { $0.kind != .noSuchRecord }
      throw OptionWords.failure(problems, others)
    }
  }

  /// Says what was saved and what a person should know about it.
  func answer(
    _ saved: SavedRecord, code: String, _ what: BilingualText, isNew: Bool
  ) throws {
    let warnings =
      try saved.warnings.map { warning in
        (code: warning.code, words: try words(of: warning))
      } + strangerWarning
    if console.isJSON {
      console.json([
        "code": .text(code), "id": .text(String(saved.id.rawValue)),
        "warnings": .array(
          warnings.map {
            ["code": .text($0.code), "message": .text($0.words.text(in: console.language))]
          }),
      ])
      return
    }
    console.say(
      isNew
        ? BilingualText(
          vi: "Đã lưu \(what.vietnamese) \(code).", en: "Saved: \(what.english) \(code).")
        : BilingualText(
          vi: "Đã lưu thay đổi của \(what.vietnamese) \(code).",
          en: "Saved the changes of \(what.english) \(code)."))
    for warning in warnings { console.note(warning.words) }
  }

  private func words(of warning: RecordWarning) throws -> BilingualText {
    let rows: [RowID]
    switch warning {
    case .possibleDuplicates(let found), .dossierCodeUsed(let found),
      .dossierOfAnother(let found), .dossierOfAnotherDay(let found, _):
      rows = found
    case .assistOfAnother(let assist): rows = [assist]
    default: return warning.words
    }
    let codes = try rows.prefix(10).map { try laptop.records.reader.codeText(of: $0) }
    return warning.words + BilingualText(same: " (" + codes.joined(separator: ", ") + ")")
  }
}
