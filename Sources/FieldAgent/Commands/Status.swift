import CommandLine
import FieldWork
import Listings
import Replica

/// `status`: how far this laptop's work has come, and what somebody should look at.
struct Status: LaptopCommand {
  let surroundings: Surroundings
  let name = ["status"]
  let abstract = BilingualText(
    vi: "đã ghi, đã gửi, đã gộp đến đâu", en: "how far this laptop's work has come")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let laptop = try laptopToRead(invocation, console)
    let standing = try laptop.standing()
    let status = standing.status
    let proofs = ProofListing(
      try laptop.store.scopeProofs(), labels: try laptop.records.reader.scopeLabels())
    let warnings = try LaptopWarning.all(laptop, laptop.clock(), on: .commands)
    let member = try laptop.configuration.member.flatMap {
      try laptop.records.reader.record(Member.self, $0)
    }
    let packs = try laptop.store.packs().filter { $0.unconfirmed > 0 }
    if console.isJSON {
      let members = status.json.objectValue ?? []
      console.json(
        .object(
          members + [
            .init("records_not_handed_over", .integer(Int64(standing.unsentRecords))),
            .init("home", .text(laptop.home.path)),
            .init("label", .text(laptop.store.identity.certificate.label)),
            .init("replica", .integer(Int64(laptop.store.identity.replica.rawValue))),
            .init("centre", .text(orNull: laptop.configuration.centreURL)),
            .init("member", .text(orNull: member?.codeText)),
            .init("packs_under_way", .array(packs.map(PackWords.json))),
            .init("conflicts", .integer(Int64(standing.conflicts))),
            .init("incidents", .integer(standing.incidents)), .init("scopes", proofs.json),
            .init("clock_checked", .bool(try laptop.store.correctedNow(laptop.clock()).isChecked)),
            .init(
              "free_disk_bytes",
              .integer(orNull: surroundings.freeDiskBytes(of: laptop.home).map(Int64.init))),
            .init(
              "warnings",
              .array(
                warnings.map {
                  ["code": .text($0.code), "message": .text($0.words.text(in: console.language))]
                })),
          ]))
    } else {
      console.say(standing.handOverWords())
      console.say(status.words)
      for pack in packs.prefix(1) { console.say(PackWords.underWay(pack)) }
      let name = member?.fullName ?? "–"
      console.say(
        BilingualText(
          vi: "Máy: \(laptop.store.identity.certificate.label) · người ghi: \(name)",
          en: "Laptop: \(laptop.store.identity.certificate.label) · recording: \(name)"))
      for line in proofs.lines { console.say(line) }
      for warning in warnings { console.say(warning.words) }
    }
    return warnings.contains { Self.attention.contains($0.code) } ? .needsAttention : .done
  }

  /// The warnings that somebody has to act on; the listings of what they name end the same way.
  private static let attention: Set<String> = [
    "centre-lacks-records", "commune-area-missing", "conflicts", "copied", "dates-doubtful",
    "declared-lost", "digest-differs", DiskRoom.code, "enrol-again", "held",
    "laptop-declared-lost", "no-area", "rejected", "review", "scope-leaving", "scope-overdue",
  ]
}
