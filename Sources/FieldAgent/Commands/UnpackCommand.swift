import CommandLine
import FieldWork
import Listings
import Replica

/// `unpack DIR`: takes in what the centre wrote for this laptop onto a stick.
struct UnpackCommand: LaptopCommand {
  let surroundings: Surroundings
  let name = ["unpack"]
  let abstract = BilingualText(
    vi: "nhận trả lời của trung tâm từ USB", en: "take in the centre's answer from a stick")
  let arguments: [Argument] = [
    .positional(
      "dir", BilingualText(vi: "thư mục của USB", en: "the folder of the stick"),
      maximumBytes: 4_096),
    .flag(
      "dry-run", BilingualText(vi: "chỉ cho xem, không nhận gì", en: "only show what is there")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    guard let turn = try SyncTurn(laptop.home) else { throw SyncCommand.underWay }
    defer { withExtendedLifetime(turn) {} }
    let news = try SyncNews(before: laptop)
    let isDryRun = invocation.flag("dry-run")
    var progress = console.progress(
      BilingualText(vi: "Đang đọc USB", en: "Reading the stick"), total: 100)
    defer { progress.finish() }
    let result = try StickReading(laptop, from: invocation.requiredText("dir")).run(
      isDryRun: isDryRun
    ) { done, total in
      progress.advance(to: Int64(100 * done / max(1, total)))
    }
    progress.finish()
    if result.bundles.isEmpty { throw result.stopped ?? result.nothingHere }
    let failures = result.bundles.map(\.failure)
    let report = SyncReport(
      rounds: result.bundles.count, outcome: result.outcome,
      status: try laptop.store.handOverStatus())
    if result.hasTaken, !isDryRun { try settle(laptop) }
    let doubtfulDates = try laptop.records.dateDoubts().count
    let warnings =
      try news.warnings(laptop, report) + StoppedWarning.all(laptop) + HandBackWarning.all(laptop)
      + AreaWarning.all(laptop, report.status)
    if console.isJSON {
      console.json(
        .object(
          [
            .init("dry_run", .bool(isDryRun)),
            .init("for_others", .integer(Int64(result.others))),
            .init("stick_problem", .text(orNull: result.stopped?.code)),
            .init("own_packs", .integer(Int64(result.own))),
            .init(
              "bundles",
              .array(
                zip(result.bundles, failures).map { Self.json($0, $1, console.language) })),
          ] + report.members(doubtfulDates, warnings, console.language, backup: nil)))
    } else {
      for (bundle, failure) in zip(result.bundles, failures) {
        let words = bundle.words(isDryRun: isDryRun)
        if failure == nil, !bundle.isOutdated { console.say(words) } else { console.note(words) }
      }
      if result.hasTaken, !isDryRun { report.say(console) }
      if let stopped = result.stopped {
        console.note(
          stopped.words(havingTaken: result.taken))
      }
      for warning in warnings { console.note(warning.words) }
      if let words = DateDoubtWarning.words(doubtfulDates) { console.note(words) }
    }
    if let failure = failures.compactMap(\.self).first { return failure.exitCode }
    if let stopped = result.stopped { return ExitCode(stopped.category) }
    let outcome = result.outcome
    let isToLookAt =
      outcome.heldBatches > 0 || !outcome.refusals.isEmpty || !outcome.differingScopes.isEmpty
      || !outcome.blockedScopes.isEmpty
    return isToLookAt ? .needsAttention : .done
  }

  /// What follows taking something in, as after a sync.
  private func settle(_ laptop: Laptop) throws {
    laptop.records.search.invalidate()
    _ = try laptop.store.compactIfWorthwhile(atLeast: Compact.worthwhileBytes)
    if (try? PracticeHome.owesErasures(laptop)) == true {
      _ = try? PracticeHome(of: laptop.home).open(under: laptop, surroundings)
    }
  }

  private static func json(
    _ bundle: StickReading.Bundle, _ failure: Failure?, _ language: Language
  ) -> JSONValue {
    [
      "bundle": .text(bundle.stem),
      "return": .integer(orNull: bundle.contents.map { Int64(clamping: $0.number) }),
      "outdated": .bool(bundle.isOutdated), "problem": .text(orNull: failure?.code),
      "message": .text(orNull: failure?.words.text(in: language)),
    ]
  }
}
