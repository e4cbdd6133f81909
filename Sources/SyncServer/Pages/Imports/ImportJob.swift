import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// What a file that is taken in holds.
enum ImportKind {
  /// Hamlets, teams and members.
  case roster
  /// Households and the people in them.
  case households
  /// Records of one kind that the centre keeps for everybody.
  case records(RecordForm)

  /// All kinds, in the order of a choice.
  static let all = [ImportKind.roster, .households] + CentreForms.catalogue.map(records)

  /// The kind of a value in a form; nil where there is none.
  init?(_ value: String) {
    guard let kind = Self.all.first(where: { $0.value == value }) else { return nil }
    self = kind
  }

  /// Its value in forms.
  var value: String {
    switch self {
    case .roster: "roster"
    case .households: "households"
    case .records(let form): form.noun
    }
  }

  /// What people read.
  var words: BilingualText {
    switch self {
    case .roster: BilingualText(vi: "thôn, tổ và thành viên", en: "hamlets, teams and members")
    case .households: BilingualText(vi: "hộ và người trong hộ", en: "households and their people")
    case .records(let form): form.words
    }
  }

  /// The columns that a file of it has.
  var columns: String {
    switch self {
    case .roster:
      "commune_code, name, kind; hamlet, team, full_name, role, organisation, phone, from"
    case .households: ListColumn.allCases.map(\.rawValue).joined(separator: ", ")
    case .records(let form): form.fields.map(\.option).joined(separator: ", ")
    }
  }
}

/// Files that somebody takes in, with what they say of them; kept in memory between the preview and
/// the act.
struct ImportJob {
  /// What an import would write.
  enum Plan: Sendable {
    case roster(DirectoryPlan)
    case households(HouseholdListPlan)
    case records(FormLoad)

    /// Whether it would write nothing.
    var isEmpty: Bool {
      switch self {
      case .roster(let plan): plan.isEmpty
      case .households(let plan): plan.isEmpty
      case .records(let load): load.added == 0
      }
    }
  }

  /// What somebody decided of a line in doubt.
  static let newChoice = "new"
  /// The most lines that are decided on a page.
  static let decisionLimit = 200

  let kind: ImportKind
  /// The files, each with the ticket under which it is kept.
  let files: [(name: String, bytes: [UInt8], ticket: String)]
  /// The hamlet of lines that name none.
  let place: String
  /// What columns hold, one a line.
  let columns: String
  /// Lines in doubt with the code that they mean, or that they are new.
  let decisions: [(line: Int, choice: String)]
  private let reached: ReachedWork
  private let account: String

  /// Reads what was sent; nil where no file is there, or is no longer kept.
  init?(_ request: PageRequest) throws {
    guard let kind = ImportKind(request.form["kind"] ?? "") else { return nil }
    self.kind = kind
    reached = try request.reached()
    let account = request.account?.name.text ?? ""
    self.account = account
    let tickets = request.centre.formTickets
    var files = request.files.filter { $0.name.hasPrefix("file") && !$0.bytes.isEmpty }.map {
      (name: String($0.fileName.prefix(100)), bytes: $0.bytes, ticket: "")
    }
    if files.isEmpty {
      for (ticket, name) in zip(request.form.all("kept"), request.form.all("name")) {
        guard let bytes = tickets.file(ticket, of: account) else { return nil }
        files.append((String(name.prefix(100)), bytes, ticket))
      }
    } else {
      files = files.map { ($0.name, $0.bytes, tickets.keep($0.bytes, for: account)) }
    }
    guard !files.isEmpty else { return nil }
    self.files = files
    place = request.typed("place")
    columns = request.form["columns"] ?? ""
    decisions = zip(request.form.all("line"), request.form.all("choice")).prefix(
      Self.decisionLimit
    ).compactMap { line, choice in
      Int(line).flatMap { choice.isEmpty ? nil : ($0, choice) }
    }
  }

  /// What it would write; nothing is written.
  /// - Throws: what is wrong with the files, line by line.
  func preview(_ centre: Centre, on day: LocalDate) throws -> Plan {
    switch kind {
    case .roster:
      let plan = try centre.importDirectory(rosterFiles, isDryRun: true)
      try requireReach(plan)
      return .roster(plan)
    case .households:
      return try centre.perform { records, clock in
        .households(try householdPlan(records, clock))
      }
    case .records(let form):
      return .records(try load(form, centre, isDryRun: true, author: nil))
    }
  }

  /// Writes it, and tells what was written.
  ///
  /// - Returns: the code by which the whole import is taken back; nil where it is not.
  func apply(_ centre: Centre, author: RowID?) throws -> (plan: Plan, code: String?) {
    switch kind {
    case .roster:
      try requireReach(centre.importDirectory(rosterFiles, isDryRun: true))
      return (.roster(try centre.importDirectory(rosterFiles)), nil)
    case .households:
      return try centre.perform { records, clock in
        let plan = try householdPlan(records, clock)
        let result = try records.applyHouseholdList(plan, author: author, clock: clock) { _ in }
        return (.households(plan), result.code)
      }
    case .records(let form):
      return (.records(try load(form, centre, isDryRun: false, author: author)), nil)
    }
  }

  private var bytes: [UInt8] { files.first?.bytes ?? [] }

  private var rosterFiles: DirectoryFiles {
    get throws { try DirectoryFiles(files.map { ($0.name, $0.bytes) }) }
  }

  /// Whoever is kept to a unit takes in that unit's lists alone.
  private func requireReach(_ plan: DirectoryPlan) throws {
    guard !reached.isEverything else { return }
    let teams = zip(plan.teams, plan.teams.map { plan.hamlets[$0.hamlet].communeCode })
    let written =
      plan.hamlets.filter { $0.action.isWriting }.map(\.communeCode)
      + teams.filter { $0.0.action.isWriting }.map(\.1)
      + plan.members.filter { $0.action.isWriting }.map {
        plan.hamlets[plan.teams[$0.team].hamlet].communeCode
      }
    guard written.allSatisfy({ $0 == reached.unit }) else { throw BeyondReach() }
  }

  private func load(
    _ form: RecordForm, _ centre: Centre, isDryRun: Bool, author: RowID?
  ) throws -> FormLoad {
    // What is kept for everybody is written by whoever sees everybody.
    guard reached.isEverything else { throw BeyondReach() }
    let form = try FormFile(form, bytes)
    return try centre.perform { records, clock in
      try records.load(form, isDryRun: isDryRun, author: author, clock: clock)
    }
  }

  private func householdPlan(
    _ records: FieldStore, _ clock: ClockReading
  ) throws -> HouseholdListPlan {
    if let refusal = try ReadableNames.refusal(records.store) { throw ImportRefusal(refusal) }
    var options = HouseholdListOptions()
    options.heldScopes = reached.scopes
    if !place.isEmpty {
      do {
        options.place = try records.reader.findPlace(place, held: options.heldScopes).id
      } catch let error as FieldError {
        options.placeRefusal = error
      }
    }
    options.columns = try columns.split(whereSeparator: \.isNewline).map { line in
      guard let choice = ListColumnChoice(String(line)) else {
        throw ImportRefusal(ImportWords.badColumn(String(line.prefix(60))))
      }
      return choice
    }
    options.newLines = Set(decisions.filter { $0.choice == Self.newChoice }.map(\.line))
    options.same = decisions.filter { $0.choice != Self.newChoice }.map { ($0.line, $0.choice) }
    return try records.previewHouseholdList(bytes, options, clock: clock)
  }
}

extension DirectoryPlan.Action {
  /// Whether applying it writes something.
  var isWriting: Bool { if case .keep = self { false } else { true } }
}

/// Why nothing of a file is taken.
struct ImportRefusal: CentreProblem {
  let words: BilingualText
  var code: String { "import-refused" }
  var category: ErrorCategory { .userError }

  init(_ words: BilingualText) { self.words = words }

  /// The same for whatever a person mends in a file; nil for what is not theirs to mend.
  init?(of error: any Error) {
    if let problem = error as? FormFile.Problem {
      words = problem.words
    } else if case FieldError.list(let problems) = error {
      words = BilingualText(
        vi: problems.map(\.words.vietnamese).joined(separator: "\n"),
        en: problems.map(\.words.english).joined(separator: "\n"))
    } else if case FieldError.placeNotHeld = error {
      words = BeyondReach().words
    } else if let words = PageRequest.words(ofInput: error) {
      self.words = words
    } else {
      return nil
    }
  }

  /// A line for each thing.
  func lines(_ language: Language) -> [String] {
    words.text(in: language).split(whereSeparator: \.isNewline).map(String.init)
  }
}
