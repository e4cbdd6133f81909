import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `unpack DIR…`: takes in what laptops packed onto sticks, and writes their returns.
struct UnpackCommand: Command {
  let context: CommandContext

  let name = ["unpack"]
  let abstract = BilingualText(
    vi: "nhận gói của các máy từ USB và ghi gói trả lời",
    en: "take in what laptops packed onto sticks, and write the returns")
  let arguments: [Argument] = [
    .positional(
      "dir", BilingualText(vi: "thư mục của USB", en: "the folder of a stick"),
      isRequired: false, repeats: true, maximumBytes: 4_096),
    .flag(
      "dry-run", BilingualText(vi: "chỉ cho xem, không nhận gì", en: "only show what would happen")),
    .option(
      "return", "DIR",
      BilingualText(vi: "ghi gói trả lời vào USB này", en: "write the returns to this stick"),
      maximumBytes: 4_096),
    .repeatedOption(
      "for", "LAPTOP",
      BilingualText(
        vi: "trả lời cả máy này, kể cả khi nó chưa gửi gì (tên hoặc số)",
        en: "also a return for this laptop, whether or not it sent anything (label or number)"),
      maximumBytes: 400),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let isDryRun = invocation.flag("dry-run")
    let folders = invocation.texts("dir")
    let target = invocation.text("return")
    guard !folders.isEmpty || target != nil else { throw Self.nothingNamed }
    let centre = try context.centreAloneIfFree(invocation)
    let desk = BundleDesk(centre: centre, actor: try CommandGuard.actor(invocation))
    let named = try invocation.texts("for").map { try GrantChanges.laptop($0, in: centre) }
    var progress = console.progress(
      BilingualText(vi: "Đang đọc USB", en: "Reading the stick"), total: 100)
    defer { progress.finish() }
    var sticks: [BundleDesk.Stick] = []
    for folder in folders {
      sticks.append(
        try desk.takeIn(from: folder, isDryRun: isDryRun) { done, total in
          progress.advance(to: Int64(100 * done / max(1, total)))
        })
    }
    progress.finish()
    if !console.isJSON { for stick in sticks { tell(stick, isDryRun: isDryRun, console) } }
    let returns =
      if let target, !isDryRun {
        try writeReturns(
          desk, for: Self.laptops(centre, sticks, named), to: target, console)
      } else {
        [BundleDesk.Return]()
      }
    if console.isJSON {
      console.json(Self.json(sticks, returns, isDryRun: isDryRun, console.language))
    }
    return try exitCode(sticks, returns)
  }

  /// Those whose packs were taken in, and those that were named, each once.
  private static func laptops(
    _ centre: Centre, _ sticks: [BundleDesk.Stick], _ named: [Peer]
  ) throws -> [Peer] {
    let heard = Set(sticks.flatMap(\.items).compactMap { $0.intake?.replica })
    let peers = try centre.laptops()
    let wanted = heard.union(named.map(\.replica))
    return peers.filter { wanted.contains($0.replica) }
  }

  private func writeReturns(
    _ desk: BundleDesk, for laptops: [Peer], to target: String, _ console: Console
  ) throws -> [BundleDesk.Return] {
    var returns: [BundleDesk.Return] = []
    for laptop in laptops {
      let written = try desk.writeReturn(for: laptop, to: target)
      returns.append(written)
      guard !console.isJSON else { continue }
      console.say(
        BilingualText(
          vi: "Đã ghi gói trả lời số \(written.answer.number) cho “\(laptop.label)” "
            + "(\((written.written.byteCount + 999) / 1_000) kB), đã đọc lại và so khớp.",
          en: "Return number \(written.answer.number) for “\(laptop.label)” written "
            + "(\((written.written.byteCount + 999) / 1_000) kB), read back and compared."))
    }
    if !returns.isEmpty, let words = try CentreUpdate(desk.centre).words(puttingOnto: target),
      !console.isJSON
    {
      console.say(words)
    }
    guard !returns.isEmpty, !console.isJSON else { return returns }
    if returns.contains(where: \.isOwnDisk) {
      console.note(
        BilingualText(
          vi: "Thư mục này nằm trên chính ổ đĩa của trung tâm, không phải USB: hãy chép sang USB.",
          en: "This folder is on the centre's own disk and not on a stick: copy it to one."))
    } else {
      console.say(BilingualText(vi: "Có thể rút USB.", en: "You can remove the stick."))
    }
    return returns
  }

  private func tell(_ stick: BundleDesk.Stick, isDryRun: Bool, _ console: Console) {
    for item in stick.items {
      let origin = BundleWords.origin(item) + BilingualText(same: ": ")
      if let intake = item.intake {
        console.say(origin + BundleWords.intake(intake, isDryRun: isDryRun))
        if !isDryRun, let receipt = item.receipt {
          console.say(PaperReceiptWords.line(intake.label, intake.number, receipt))
        }
      } else if let failure = item.failure {
        console.note(origin + failure.words)
        if let words = BundleWords.aside(item) { console.note(words) }
      }
    }
    if let stopped = stick.stopped { console.note(stopped.words(havingTaken: stick.taken)) }
    for line in BundleWords.rest(stick) { console.note(line) }
    if isDryRun, !stick.items.isEmpty {
      console.say(
        BilingualText(
          vi: "Mới chỉ xem thử: chưa nhận gì.", en: "This was a preview: nothing was taken in."))
    }
  }

  /// What is wrong comes before what is new: damage, then whose it is, then what waits.
  private func exitCode(
    _ sticks: [BundleDesk.Stick], _ returns: [BundleDesk.Return]
  ) throws -> ExitCode {
    let items = sticks.flatMap(\.items)
    let failures = items.compactMap(\.failure)
    for code in [ExitCode.damagedInput, .notAllowed, .refusedForSafety]
    where failures.contains(where: { $0.exitCode == code }) {
      return code
    }
    if let failure = failures.first { return failure.exitCode }
    if let stopped = sticks.compactMap(\.stopped).first { return ExitCode(stopped.category) }
    if items.isEmpty, returns.isEmpty { throw Self.nothingHere(sticks) }
    let waits = items.contains {
      ($0.intake?.waiting ?? 0) + ($0.intake?.aside ?? 0) + ($0.intake?.refusals.count ?? 0) > 0
    }
    return waits ? .needsAttention : .done
  }

  private static var nothingNamed: Failure {
    Failure(
      "stick-needed", .userError,
      BilingualText(
        vi: "Hãy chỉ thư mục của USB, hoặc --return THƯ_MỤC với --for MÁY. Chưa làm gì.",
        en: "Name the folder of a stick, or --return DIR with --for LAPTOP. Nothing was done."))
  }

  private static func nothingHere(_ sticks: [BundleDesk.Stick]) -> Failure {
    let others = sticks.reduce(0) { $0 + $1.others }
    return others > 0
      ? Failure("bundle-for-another", .notAllowed, BundleWords.nothingForUs(others))
      : Failure("stick-nothing-here", .userError, BundleWords.nothing)
  }

  private static func json(
    _ sticks: [BundleDesk.Stick], _ returns: [BundleDesk.Return], isDryRun: Bool,
    _ language: Language
  ) -> JSONValue {
    [
      "dry_run": .bool(isDryRun),
      "bundles": .array(sticks.flatMap(\.items).map { json($0, language) }),
      "for_others": .integer(Int64(sticks.reduce(0) { $0 + $1.others })),
      "stick_problem": .text(orNull: sticks.compactMap(\.stopped).first?.code),
      "unfinished_files": .integer(Int64(sticks.reduce(0) { $0 + $1.unfinished })),
      "refused_files": .array(sticks.flatMap(\.refused).map { .text($0) }),
      "returns": .array(
        returns.map { entry in
          [
            "replica": .integer(Int64(entry.laptop.replica.rawValue)),
            "laptop": .text(entry.laptop.label),
            "return": .integer(Int64(clamping: entry.answer.number)),
            "bytes": .integer(Int64(entry.written.byteCount)),
            "files": .array(entry.written.files.map { .text($0) }),
          ]
        }),
    ]
  }

  private static func json(_ item: BundleDesk.Item, _ language: Language) -> JSONValue {
    let intake = item.intake
    func count(_ number: Int64?) -> JSONValue { .integer(orNull: number) }
    return .object([
      .init("folder", .text(item.folder)), .init("bundle", .text(item.stem)),
      .init("laptop", .text(orNull: intake?.label ?? item.contents?.sender.label)),
      .init(
        "replica",
        count((intake?.replica ?? item.contents?.sender.replica).map { Int64($0.rawValue) })),
      .init(
        "pack", count((intake?.number ?? item.contents?.number).map { Int64(clamping: $0) })),
      .init(
        "packed",
        .text(
          orNull: (intake?.packed ?? item.contents?.madeAt).map { LocalDateTime(time: $0).iso })),
      .init("new_operations", count(intake?.newOperations)),
      .init("known_operations", count(intake?.knownOperations)),
      .init("new_batches", count(intake.map { Int64($0.newBatches) })),
      .init("waiting_batches", count(intake.map { Int64($0.waiting) })),
      .init("aside_batches", count(intake.map { Int64($0.aside) })),
      .init("refused", .array((intake?.refusals ?? []).map { .text($0) })),
      .init("repeated", .bool(intake?.isRepeated ?? false)),
      .init("old", .bool(intake?.isOld ?? false)),
      .init("receipt", .text(orNull: item.receipt?.text)),
      .init("problem", .text(orNull: item.failure?.code)),
      .init("message", .text(orNull: item.failure?.words.text(in: language))),
      .init("kept_aside", .text(orNull: item.keptAside)),
    ])
  }
}
