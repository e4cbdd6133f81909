import CommandLine
import FieldWork
import Listings
import Replica

/// `neighbour wait`: shows six digits and exchanges with the laptop on which they are typed.
struct NeighbourWait: LaptopCommand {
  let surroundings: Surroundings
  let name = ["neighbour", "wait"]
  let abstract = BilingualText(
    vi: "đợi máy của đồng nghiệp trên cùng mạng để trao đổi, không cần trung tâm",
    en: "wait for a colleague's laptop on the same network to exchange, without the centre")
  let arguments: [Argument] = [
    .option(
      "port", "P",
      BilingualText(
        vi: "cổng (\(NeighbourAddress.defaultPort); 0: tự chọn)",
        en: "port (\(NeighbourAddress.defaultPort); 0 chooses one)"), kind: .integer(0...65_535)),
    .option(
      "minutes", "M",
      BilingualText(
        vi: "đợi bao nhiêu phút (\(NeighbourWaiting.usualMinutes))",
        en: "how many minutes to wait (\(NeighbourWaiting.usualMinutes))"),
      kind: .integer(1...Int64(NeighbourWaiting.mostMinutes))),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptop(invocation, console)
    guard let turn = try SyncTurn(laptop.home) else { throw SyncCommand.underWay }
    defer { withExtendedLifetime(turn) {} }
    do {
      let waiting = try NeighbourWaiting(
        laptop, surroundings,
        port: UInt16(clamping: invocation.integer("port") ?? Int64(NeighbourAddress.defaultPort)),
        minutes: Int(invocation.integer("minutes") ?? Int64(NeighbourWaiting.usualMinutes)))
      announce(waiting, console)
      return NeighbourReport.say(try waiting.run(), console)
    } catch let error as NeighbourBreak {
      throw NeighbourReport.failure(error, console)
    }
  }

  private func announce(_ waiting: NeighbourWaiting, _ console: Console) {
    let addresses = waiting.addresses
    if console.isJSON {
      let members: JSONValue = [
        "code": .text(waiting.code.text), "port": .integer(Int64(waiting.port)),
        "addresses": .array(addresses.map { .text($0) }),
      ]
      console.write(members.compactText + "\n")
      return
    }
    if addresses.isEmpty { console.note(FailureCatalogue.failure(NeighbourError.noNetwork).words) }
    console.say(
      BilingualText(
        vi:
          "Mã: \(waiting.code.text)\nĐịa chỉ: \(addresses.joined(separator: "  "))\nTrên máy kia: "
          + "camtay neighbour join ĐỊA-CHỈ --code MÃ\nDừng: Ctrl-C",
        en:
          "Code: \(waiting.code.text)\nAddress: \(addresses.joined(separator: "  "))\nOn the other "
          + "laptop: camtay neighbour join ADDRESS --code CODE\nStop: Ctrl-C"))
  }
}

/// `neighbour join ADDRESS --code CODE`: exchanges with the laptop that waits there.
struct NeighbourJoin: LaptopCommand {
  let surroundings: Surroundings
  let name = ["neighbour", "join"]
  let abstract = BilingualText(
    vi: "trao đổi với máy của đồng nghiệp đang đợi trên cùng mạng, không cần trung tâm",
    en: "exchange with a colleague's laptop that waits on the same network, without the centre")
  let arguments: [Argument] = [
    .positional(
      "address",
      BilingualText(vi: "địa chỉ mà máy kia hiện", en: "the address that the other laptop shows")),
    .option(
      "code", "CODE",
      BilingualText(vi: "sáu số mà máy kia hiện", en: "the six digits that the other laptop shows"),
      isRequired: true),
  ]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let address = try NeighbourAddress(invocation.requiredText("address"))
    guard let code = PairingCode(parsing: invocation.requiredText("code")) else {
      throw Self.noCode
    }
    let laptop = try laptop(invocation, console)
    guard let turn = try SyncTurn(laptop.home) else { throw SyncCommand.underWay }
    defer { withExtendedLifetime(turn) {} }
    do {
      return NeighbourReport.say(
        try NeighbourJoining(laptop, at: address, code: code).run(), console)
    } catch let error as NeighbourBreak {
      throw NeighbourReport.failure(error, console)
    }
  }

  /// What was typed is no code.
  static let noCode = Failure(
    "code-invalid", .userError,
    BilingualText(
      vi: "Mã có đúng sáu chữ số, ví dụ 123 456. Chưa gửi gì.",
      en: "A code has exactly six digits, such as 123 456. Nothing was sent."))
}

/// What a command says of a meeting.
enum NeighbourReport {
  /// Says what was exchanged.
  static func say(_ outcome: NeighbourOutcome, _ console: Console) -> ExitCode {
    if console.isJSON {
      console.json(.object(members(outcome)))
    } else {
      console.say(NeighbourWords.done(outcome))
      console.say(NeighbourWords.hamlets(outcome))
      console.say(NeighbourWords.nothingHandedOver)
      for note in NeighbourWords.notes(outcome, on: .commands) { console.note(note) }
    }
    return outcome.report.needsAttention ? .needsAttention : .done
  }

  /// Why it ended before its end, behind what had come across by then.
  static func failure(_ error: NeighbourBreak, _ console: Console) -> Failure {
    if let outcome = error.outcome, outcome.report.hasExchanged {
      console.note(NeighbourWords.done(outcome))
    }
    return FailureCatalogue.failure(error, on: .commands)
  }

  private static func members(_ outcome: NeighbourOutcome) -> [JSONValue.Member] {
    let report = outcome.report
    return [
      .init("neighbour", .text(outcome.neighbour)),
      .init("hamlets", .array(outcome.hamlets.map { .text($0) })),
      .init("taken_batches", .integer(Int64(report.takenBatches))),
      .init("taken_operations", .integer(Int64(report.takenOperations))),
      .init("given_batches", .integer(Int64(report.givenBatches))),
      .init("given_operations", .integer(Int64(report.givenOperations))),
      .init("known_batches", .integer(Int64(report.knownBatches))),
      .init("held_batches", .integer(Int64(report.heldBatches))),
      .init("taken_keys", .integer(Int64(report.takenKeys))),
      .init("given_keys", .integer(Int64(report.givenKeys))),
      .init("refusals", .array(report.refusals.map { .text($0) })),
      .init("needs_centre_here", .array(outcome.lackingHere.map { .text($0) })),
      .init("needs_centre_there", .array(outcome.lackingThere.map { .text($0) })),
    ]
  }
}
