import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// `laptops`: every enrolled laptop and when it last reported.
struct LaptopsCommand: Command {
  let context: CommandContext

  let name = ["laptops"]
  let abstract = BilingualText(
    vi: "các máy đã ghi danh và lần gửi gần nhất", en: "enrolled laptops and their last report")
  let arguments: [Argument] = []

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let centre = try context.centre(invocation)
    let laptops = try centre.laptops()
    let names = try centre.read { reader in
      try laptops.map { laptop in
        (
          team: try laptop.team.flatMap { try reader.record(Team.self, $0)?.name },
          member: try laptop.member.flatMap { try reader.record(Member.self, $0)?.fullName }
        )
      }
    }
    let copied = try centre.inspect { try $0.store.copiedLaptops() }
    let fates = try centre.laptopFates()
    let mark = console.language.text(
      " (bị chép: ghi danh lại)", " (copied: enrol anew)")
    let never = console.language.text("chưa bao giờ", "never")
    func time(_ stamp: Timestamp?) -> String? {
      stamp.map { Format.dateTime(LocalDateTime(milliseconds: $0.rawValue)) }
    }
    console.listing(
      Table(
        [
          .text(BilingualText(vi: "Máy", en: "Laptop")), .text(BilingualText(vi: "Tổ", en: "Team")),
          .text(BilingualText(vi: "Người giữ", en: "Holder")),
          .text(BilingualText(vi: "Gửi nhận lần cuối", en: "Last round")),
          .text(BilingualText(vi: "Đã gửi hết đến", en: "Reported through")),
          .number(BilingualText(vi: "Chưa gửi", en: "Unsent")),
          .number(BilingualText(vi: "Lệch giờ (giây)", en: "Clock off (s)")),
        ],
        zip(laptops, names).map { laptop, name in
          [
            LaptopFate.name(laptop.label, fates[laptop.replica], console.language)
              + (copied.contains(laptop.replica) && fates[laptop.replica] == nil ? mark : ""),
            name.team ?? "–",
            name.member ?? "–", time(laptop.lastRound) ?? never,
            time(laptop.reportedThrough) ?? never,
            laptop.unsentOperations.map(String.init) ?? "–",
            laptop.clockOffsetMilliseconds.map { String($0 / 1000) } ?? "–",
          ]
        },
        empty: BilingualText(vi: "Chưa có máy nào được ghi danh.", en: "No laptop is enrolled yet.")
      ),
      json: .array(
        zip(laptops, names).map {
          Self.json(
            $0, team: $1.team, member: $1.member, isCopied: copied.contains($0.replica),
            fates[$0.replica])
        }))
    return .done
  }

  private static func json(
    _ laptop: Peer, team: String?, member: String?, isCopied: Bool, _ fate: LaptopFate?
  ) -> JSONValue {
    func time(_ stamp: Timestamp?) -> JSONValue {
      .text(orNull: stamp.map { LocalDateTime(milliseconds: $0.rawValue).iso })
    }
    var (lostSince, replacedBy, missing): (Timestamp?, String?, Int64?) = (nil, nil, nil)
    var isStillHeard = false
    switch fate {
    case .lost(let since, let reports): (lostSince, isStillHeard) = (since, reports)
    case .replaced(let label, let operations, let reports):
      (replacedBy, missing, isStillHeard) = (label, operations, reports)
    case nil: break
    }
    return [
      "replica": .integer(Int64(laptop.replica.rawValue)), "label": .text(laptop.label),
      "copied": .bool(isCopied), "lost_since": time(lostSince),
      "replaced_by": .text(orNull: replacedBy),
      "missing_operations": .integer(orNull: missing), "still_reports": .bool(isStillHeard),
      "team": .text(orNull: team), "member": .text(orNull: member),
      "enrolled": time(laptop.enrolled), "last_round": time(laptop.lastRound),
      "reported_through": time(laptop.reportedThrough),
      "unsent_operations": .integer(orNull: laptop.unsentOperations),
      "clock_offset_milliseconds": .integer(orNull: laptop.clockOffsetMilliseconds),
      "free_disk_bytes": .integer(orNull: laptop.freeDiskBytes),
      "software": .text(orNull: laptop.software),
    ]
  }
}
