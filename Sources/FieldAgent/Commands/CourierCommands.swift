import CommandLine
import FieldWork
import Listings
import Replica

/// `courier list`: what this laptop carries for others.
struct CourierList: LaptopCommand {
  let surroundings: Surroundings
  let name = ["courier", "list"]
  let abstract = BilingualText(
    vi: "các gói máy này đang mang giúp", en: "what this laptop carries for others")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let load = try Courier.load(of: laptop(invocation, console))
    if console.isJSON {
      console.json(.object(CourierOutput.members(load)))
    } else {
      console.say(CourierWords.load(load))
    }
    return .done
  }
}

/// `courier take DIR`: carries others' bundles, without being able to read them.
struct CourierTake: LaptopCommand {
  let surroundings: Surroundings
  let name = ["courier", "take"]
  let abstract = BilingualText(
    vi: "mang giúp các gói của người khác từ USB (không đọc được chúng)",
    en: "carry others' bundles from a stick (they cannot be read here)")
  let arguments: [Argument] = [CourierOutput.folder]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let courier = try Courier(laptop(invocation, console))
    let result = try courier.take(from: invocation.requiredText("dir"))
    let load = try courier.carrying()
    CourierOutput.tell(result, load, CourierWords.taken(result, load), console)
    return CourierOutput.exitCode(result)
  }
}

/// `courier give DIR`: puts what is carried onto a stick.
struct CourierGive: LaptopCommand {
  let surroundings: Surroundings
  let name = ["courier", "give"]
  let abstract = BilingualText(
    vi: "chép các gói mang giúp sang USB này", en: "put the bundles that are carried onto a stick")
  let arguments: [Argument] = [
    CourierOutput.folder,
    .flag(
      "forget",
      BilingualText(
        vi: "thôi mang những gói đã có trên USB", en: "carry no longer what is on the stick now")),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let courier = try Courier(laptop(invocation, console))
    let result = try courier.give(
      to: invocation.requiredText("dir"), forgetting: invocation.flag("forget"))
    let load = try courier.carrying()
    CourierOutput.tell(result, load, CourierWords.given(result, load), console)
    return CourierOutput.exitCode(result)
  }
}

/// `courier send`: hands over to the centre what is carried, and fetches the returns.
struct CourierSend: LaptopCommand {
  let surroundings: Surroundings
  let name = ["courier", "send"]
  let abstract = BilingualText(
    vi: "gửi các gói mang giúp về trung tâm qua mạng, lấy gói trả lời",
    en: "hand over by network what is carried for others, and fetch the returns")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    guard let turn = try SyncTurn(laptop.home) else { throw SyncCommand.underWay }
    defer { withExtendedLifetime(turn) {} }
    let client = try CentreClient(laptop.configuration)
    let total = try Courier.load(of: laptop).byteCount
    var progress = console.progress(
      BilingualText(vi: "Đang gửi gói mang giúp", en: "Sending on what is carried"),
      total: Int64(total))
    defer { progress.finish() }
    let trip = try CourierTrip(laptop, over: client) { progress.advance(to: Int64($0)) }
    let result = trip.run()
    progress.finish()
    try CourierOutput.tell(result, Courier.load(of: laptop), console)
    if let stopped = result.stopped { throw stopped }
    if !result.damaged.isEmpty { return .damagedInput }
    return result.refused.isEmpty && result.returnsWithoutRoom == 0 ? .done : .needsAttention
  }
}

/// What the commands about others' bundles print.
private enum CourierOutput {
  static let folder = Argument.positional(
    "dir", BilingualText(vi: "thư mục của USB", en: "the folder of the stick"),
    maximumBytes: 4_096)

  static func exitCode(_ result: Courier.Result) -> ExitCode {
    guard result.damaged.isEmpty else { return .damagedInput }
    return result.refused + result.namesTaken > 0 ? .needsAttention : .done
  }

  /// What is carried, with stable keys.
  static func members(_ load: Courier.Load) -> [JSONValue.Member] {
    [
      .init("carrying", .integer(Int64(load.bundles))),
      .init("carrying_bytes", .integer(Int64(load.byteCount))),
      .init("carrying_since", .text(orNull: load.since?.iso)),
    ]
  }

  static func tell(
    _ result: Courier.Result, _ load: Courier.Load, _ words: BilingualText, _ console: Console
  ) {
    guard console.isJSON else {
      console.say(words)
      for trouble in CourierWords.troubles(result) { console.note(trouble) }
      return
    }
    console.json(
      .object(
        [
          .init("copied", .integer(Int64(result.copied))),
          .init("bytes", .integer(Int64(result.byteCount))),
          .init("known", .integer(Int64(result.known))),
          .init("refused", .integer(Int64(result.refused))),
          .init("names_taken", .integer(Int64(result.namesTaken))),
          .init("forgotten", .integer(Int64(result.forgotten))),
        ] + members(load) + [.init("damaged", damaged(result.damaged, console.language))]))
  }

  static func tell(_ result: CourierTrip.Result, _ load: Courier.Load, _ console: Console) {
    guard console.isJSON else {
      console.say(CourierWords.trip(result, load))
      for trouble in CourierWords.troubles(result) { console.note(trouble) }
      if let words = CourierWords.next(load) { console.say(words) }
      return
    }
    console.json(
      .object(
        [
          .init("arrived", .integer(Int64(result.arrived))),
          .init("sent_bytes", .integer(Int64(result.sentBytes))),
          .init("for_others", .integer(Int64(result.forOthers))),
          .init("returns", .integer(Int64(result.returns))),
          .init("returns_without_room", .integer(Int64(result.returnsWithoutRoom))),
          .init(
            "refused",
            .array(
              result.refused.map { ["bundle": .text($0.stem), "problem": .text($0.code)] })),
        ] + members(load) + [
          .init("damaged", damaged(result.damaged, console.language)),
          .init("complete", .bool(result.stopped == nil)),
        ]))
  }

  private static func damaged(
    _ damaged: [(stem: String, damage: BundleDamage)], _ language: Language
  ) -> JSONValue {
    .array(
      damaged.map { stem, damage in
        ["bundle": .text(stem), "message": .text(damage.words.text(in: language))]
      })
  }
}
