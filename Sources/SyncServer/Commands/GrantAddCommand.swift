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
      BilingualText(vi: "từ ngày (mặc định: từ đầu)", en: "from which day (the beginning)"),
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
    if let from, let until, until < from { problems.add(.lastDayFirst(from, until)) }
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
