import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `grant add`: lets a laptop hold a unit, a place or a scope.
struct GrantAddCommand: Command {
  let context: CommandContext

  let name = ["grant", "add"]
  let abstract = BilingualText(
    vi: "cho máy giữ một xã, thôn hay vùng dữ liệu",
    en: "let a laptop hold a unit, a place or a scope")
  let arguments: [Argument] = [
    .option(
      "laptop", "LAPTOP", BilingualText(vi: "tên hoặc số máy", en: "label or number"),
      isRequired: true,
      maximumBytes: 400),
    .option(
      "unit", "CODE", BilingualText(vi: "mã xã", en: "national code of a unit"), maximumBytes: 20),
    .option("place", "PLACE", BilingualText(vi: "thôn (mã hoặc tên)", en: "place (code or name)")),
    .option(
      "scope", "SCOPE", BilingualText(vi: "vùng dữ liệu (số)", en: "scope (number or label)")),
    .option(
      "from", "DATE",
      BilingualText(vi: "từ ngày (mặc định: từ trước đến nay)", en: "from which day (ever since)"),
      maximumBytes: 40),
    .option(
      "until", "DATE",
      BilingualText(
        vi: "đến hết ngày",
        en: "through which "
          + "day"), maximumBytes: 40),
    GrantChanges.dryRun,
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let laptop = try GrantChanges.laptop(invocation.requiredText("laptop"), in: centre)
    guard try centre.inspect({ try $0.store.lostLaptops() })[laptop.replica] == nil else {
      let command = "camtay-server laptop found \(ShellWord.quoted(laptop.label)) --by "
      throw Failure(
        code: "laptop-lost", exitCode: .refusedForSafety,
        words: BilingualText(
          vi: "“\(laptop.label)” đã bị báo mất: mọi thứ nó ghi đều phải chờ quyết định, nên chưa "
            + "giao gì. Nếu đã tìm thấy máy, trước hết: \(command)TÊN",
          en: "“\(laptop.label)” is declared lost: whatever it writes waits for a ruling, so "
            + "nothing was granted. If it was found, first: \(command)NAME"))
    }
    var problems = GrantProblems()
    let from = problems.day("from", invocation)
    let until = problems.day("until", invocation)
    if let from, let until, until < from { problems.add(.before(from, until)) }
    let target = try problems.read { try self.target(invocation, centre) }
    if let target { try problems.check(target, from, until, today: context.today, in: centre) }
    guard problems.isEmpty, let target else { throw problems.failure }
    let since = from.map(start)
    let end = until.map { start(of: $0.adding(days: 1)) }
    let isDryRun = invocation.flag("dry-run")
    guard try !centre.holds(target, laptop.replica, since: since, until: end) else {
      if console.isJSON {
        console.json(["dry_run": .bool(isDryRun), "held": true, "laptops": []])
      } else {
        let command = "camtay-server grant list " + ShellWord.option("laptop", laptop.label)
        console.say(
          BilingualText(
            vi: "“\(laptop.label)” đã được giữ nơi này rồi; không đổi gì. Xem: \(command)",
            en: "“\(laptop.label)” may hold this already; nothing was changed. See: \(command)"))
      }
      return .done
    }
    let changes = try centre.changeGrants(isDryRun: isDryRun) { store, clock in
      try store.addGrant(
        target, to: laptop.replica, since: since ?? Store.always, until: end, at: clock.wall)
    }
    return GrantChanges.answer(changes, isDryRun: isDryRun, console)
  }

  private func start(of date: LocalDate) -> Timestamp {
    Timestamp(startOfRegistryDay: Int64(date.daysSince1970))
  }

  private func target(_ invocation: Invocation, _ centre: Centre) throws -> GrantTarget {
    switch (invocation.text("unit"), invocation.text("place"), invocation.text("scope")) {
    case (let unit?, nil, nil): return .unit(try GrantChanges.unit(unit))
    case (nil, let place?, nil): return .place(try centre.read { try $0.findPlace(place).id })
    case (nil, nil, let scope?): return .scope(try GrantChanges.scope(scope, in: centre))
    default:
      throw Failure(
        code: "grant-target", exitCode: .userError,
        words: BilingualText(
          vi: "Cần đúng một trong --unit, --place, --scope; chưa đổi gì.",
          en: "Give exactly one of --unit, --place, --scope; nothing was changed."))
    }
  }
}

/// What is wrong with a line that grants something, all of it told together.
struct GrantProblems {
  private var failures: [Failure] = []

  var isEmpty: Bool { failures.isEmpty }

  /// A day that was typed; nil where none was, or where it cannot be read.
  mutating func day(_ option: String, _ invocation: Invocation) -> LocalDate? {
    guard let text = invocation.text(option) else { return nil }
    do {
      return try Format.parseDate(text)
    } catch {
      add(
        Failure(
          code: "date-unreadable", exitCode: .userError,
          words: BilingualText(
            vi: "--\(option) “\(text)”: \(error.message(in: .vietnamese))",
            en: "--\(option) “\(text)”: \(error.message(in: .english))")))
      return nil
    }
  }

  /// What a body reads; what is wrong with it is gathered.
  mutating func read<Value>(_ body: () throws -> Value) throws -> Value? {
    do {
      return try body()
    } catch let failure as Failure {
      add(failure)
    } catch let error as FieldError {
      guard let failure = CentreFailure.describe(error) else { throw error }
      add(failure)
    }
    return nil
  }

  mutating func add(_ failure: Failure) { failures.append(failure) }

  /// Whether the unit or hamlet is there on the first and on the last day.
  mutating func check(
    _ target: GrantTarget, _ from: LocalDate?, _ until: LocalDate?, today: LocalDate,
    in centre: Centre
  ) throws {
    let last = until ?? max(today, from ?? today)
    let days = [from ?? min(today, last), last]
    for (number, day) in days.enumerated() where number == 0 || day != days[0] {
      do {
        switch target {
        case .unit(let code): _ = try centre.read { try $0.territory(ofUnit: code, on: day) }
        case .place(let row): _ = try centre.read { try $0.territory(ofHamlet: row, on: day) }
        case .scope: return
        }
      } catch FieldError.unitNotThen(let code, let day, let others) {
        add(.unitNotThen(code, day, others))
      } catch FieldError.unknownUnit(let code) {
        return add(.unitUnknown(code))
      } catch FieldError.hamletNotThen(let name, let day) {
        add(.hamletNotThen(name, day))
      }
    }
  }

  /// One failure with all words; the code is that of the first.
  var failure: Failure {
    let words = failures.map(\.words)
    return Failure(
      code: failures.first?.code ?? "invalid-input",
      exitCode: failures.first?.exitCode ?? .userError,
      words: words.dropFirst().reduce(words.first ?? BilingualText(same: "")) {
        $0 + BilingualText(same: "\n") + $1
      })
  }
}

extension Failure {
  fileprivate static func before(_ from: LocalDate, _ until: LocalDate) -> Failure {
    Failure(
      code: "grant-days", exitCode: .userError,
      words: BilingualText(
        vi: "Đến hết ngày \(Format.date(until)) thì trước cả ngày đầu \(Format.date(from)); chưa "
          + "giao gì.",
        en: "The last day, \(Format.date(until)), comes before the first, \(Format.date(from)); "
          + "nothing was granted."))
  }

  fileprivate static func unitNotThen(
    _ code: String, _ day: LocalDate, _ others: [String]
  ) -> Failure {
    let list = others.joined(separator: "; ")
    return Failure(
      code: "unit-not-then", exitCode: .userError,
      words: BilingualText(
        vi: "Ngày \(Format.date(day)) không có đơn vị nào mang mã \(code); chưa giao gì."
          + (others.isEmpty ? "" : " Nơi đó khi ấy: \(list)."),
        en: "No unit had the code \(code) on \(Format.date(day)); nothing was granted."
          + (others.isEmpty ? "" : " What lay there: \(list).")))
  }

  fileprivate static func unitUnknown(_ code: String) -> Failure {
    Failure(
      code: "unit-unknown", exitCode: .userError,
      words: BilingualText(
        vi: "Không có đơn vị nào mang mã \(code); chưa giao gì. Xem: camtay-server unit list",
        en: "No unit has the code \(code); nothing was granted. See: camtay-server unit list"))
  }

  fileprivate static func hamletNotThen(_ name: String, _ day: LocalDate) -> Failure {
    Failure(
      code: "hamlet-not-then", exitCode: .userError,
      words: BilingualText(
        vi: "Ngày \(Format.date(day)) không rõ “\(name)” là thôn nào; chưa giao gì. Xem: "
          + "camtay-server place history",
        en: "Which hamlet “\(name)” was on \(Format.date(day)) is not known; nothing was granted. "
          + "See: camtay-server place history"))
  }
}
