import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// Every enrolled laptop within somebody's reach, for people at a terminal and for programs.
struct LaptopListing: Sendable {
  /// A laptop with the names of what it belongs to.
  private struct Line: Sendable {
    let laptop: Peer
    let team: String?
    let member: String?
    let isCopied: Bool
    let fate: LaptopFate?
    let report: LaptopReport?
  }

  private let lines: [Line]

  /// Looks them up.
  init(_ centre: Centre, within reached: ReachedWork = .everything) throws {
    let laptops = try centre.laptops().filter { reached.holds(team: $0.team, member: $0.member) }
    let copied = try centre.inspect { try $0.store.copiedLaptops() }
    let fates = try centre.laptopFates()
    let labels = Set(laptops.map(\.label))
    let reports = Dictionary(
      try centre.inspect { try LaptopReport.gather($0.store, withSettled: true) }
        .map { ($0.replica, $0.telling(of: labels)) }, uniquingKeysWith: { first, _ in first })
    lines = try centre.read { reader in
      try laptops.map { laptop in
        Line(
          laptop: laptop,
          team: try laptop.team.flatMap { try reader.record(Team.self, $0)?.name },
          member: try laptop.member.flatMap { try reader.record(Member.self, $0)?.fullName },
          isCopied: copied.contains(laptop.replica), fate: fates[laptop.replica],
          report: reports[laptop.replica])
      }
    }
  }

  /// As a table.
  func table(_ language: Language) -> Table {
    let mark = language.text(" (bị chép: ghi danh lại)", " (copied: enrol anew)")
    let never = language.text("chưa bao giờ", "never")
    func time(_ stamp: Timestamp?) -> String? {
      stamp.map { Format.dateTime(LocalDateTime(time: $0)) }
    }
    return Table(
      [
        .text(BilingualText(vi: "Máy", en: "Laptop")), .text(BilingualText(vi: "Tổ", en: "Team")),
        .text(BilingualText(vi: "Người giữ", en: "Holder")),
        .text(BilingualText(vi: "Gửi nhận lần cuối", en: "Last round")),
        .text(BilingualText(vi: "Đã gửi hết đến", en: "Reported through")),
        .text(LaptopWords.way),
        .number(BilingualText(vi: "Chưa gửi", en: "Unsent")),
        .number(BilingualText(vi: "Lệch giờ (giây)", en: "Clock off (s)")),
      ],
      lines.map { line in
        let laptop = line.laptop
        return [
          LaptopFate.name(laptop.label, line.fate, language)
            + (line.isCopied && line.fate == nil ? mark : ""),
          line.team ?? "–", line.member ?? "–", time(laptop.lastRound) ?? never,
          time(laptop.reportedThrough) ?? never, Self.way(line.report, language),
          laptop.unsentOperations.map(String.init) ?? "–",
          laptop.clockOffsetMilliseconds.map { String($0 / 1000) } ?? "–",
        ]
      },
      empty: BilingualText(vi: "Chưa có máy nào được ghi danh.", en: "No laptop is enrolled yet."))
  }

  /// By which way it came last, and what is on its way.
  private static func way(_ report: LaptopReport?, _ language: Language) -> String {
    guard let report else { return "–" }
    let parts = [
      report.way.map { LaptopWords.way($0, report) }, LaptopWords.onItsWay(report),
    ].compactMap { $0?.text(in: language) }
    return parts.isEmpty ? "–" : parts.joined(separator: "; ")
  }

  /// With stable keys.
  var json: [JSONValue] { lines.map(Self.json) }

  /// What stands in `json`.
  static let schema = AnswerSchema.object([
    .init("replica", .integer, "The laptop's number."), .init("label", .text, "Its name."),
    .init("copied", .boolean, "Whether another one goes on under its number."),
    .init("lost_since", .optional(.minute), "Since when it is declared lost."),
    .init("replaced_by", .optional(.text), "The one that took its place."),
    .init("missing_operations", .optional(.integer), "What it wrote and never handed over."),
    .init("still_reports", .boolean, "Whether it was heard after that."),
    .init("team", .optional(.text), "Its team's name."),
    .init("member", .optional(.text), "The member that it was given to."),
    .init("enrolled", .optional(.minute), ""), .init("last_round", .optional(.minute), ""),
    .init(
      "reported_through", .optional(.minute), "When it last had nothing left to hand over."),
    .init("last_way", .optional(.text), "How it came last: network, stick or courier."),
    .init("brought_by", .optional(.text), "The laptop that brought its last pack."),
    .init(
      "on_its_way",
      .list(
        .object([
          .init("pack", .integer, "The number that people say."), .init("packed", .minute, ""),
          .init("operations", .integer, ""), .init("bytes", .integer, ""),
          .init("received_bytes", .integer, ""),
          .init("courier", .optional(.text), "The laptop that carries it."),
          .init("since", .minute, "Since when the centre knows."),
          .init("handed_on", .optional(.minute), "When the courier had given it on."),
          .init("problem", .optional(.text), "Why what came was not taken in."),
        ])), "Packs that are known of and have not come."),
    .init("unsent_operations", .optional(.integer), "After its last round."),
    .init("clock_offset_milliseconds", .optional(.integer), "By how much its clock was behind."),
    .init("free_disk_bytes", .optional(.integer), ""),
    .init("software", .optional(.text), "Program and version."),
  ])

  private static func json(_ line: Line) -> JSONValue {
    func time(_ stamp: Timestamp?) -> JSONValue {
      .text(orNull: stamp.map { LocalDateTime(time: $0).iso })
    }
    var (lostSince, replacedBy, missing): (Timestamp?, String?, Int64?) = (nil, nil, nil)
    var isStillHeard = false
    switch line.fate {
    case .lost(let since, let reports): (lostSince, isStillHeard) = (since, reports)
    case .replaced(let label, let operations, let reports):
      (replacedBy, missing, isStillHeard) = (label, operations, reports)
    case nil: break
    }
    let laptop = line.laptop
    return [
      "replica": .integer(Int64(laptop.replica.rawValue)), "label": .text(laptop.label),
      "copied": .bool(line.isCopied), "lost_since": time(lostSince),
      "replaced_by": .text(orNull: replacedBy),
      "missing_operations": .integer(orNull: missing), "still_reports": .bool(isStillHeard),
      "team": .text(orNull: line.team), "member": .text(orNull: line.member),
      "enrolled": time(laptop.enrolled), "last_round": time(laptop.lastRound),
      "reported_through": time(laptop.reportedThrough),
      "last_way": .text(orNull: line.report?.way?.rawValue),
      "brought_by": .text(orNull: line.report?.broughtBy),
      "on_its_way": .array((line.report?.onItsWay ?? []).map(json)),
      "unsent_operations": .integer(orNull: laptop.unsentOperations),
      "clock_offset_milliseconds": .integer(orNull: laptop.clockOffsetMilliseconds),
      "free_disk_bytes": .integer(orNull: laptop.freeDiskBytes),
      "software": .text(orNull: laptop.software),
    ]
  }

  private static func json(_ pack: CarriedPackOnItsWay) -> JSONValue {
    [
      "pack": .integer(Int64(clamping: pack.number)), "packed": .text(pack.made.iso),
      "operations": .integer(pack.operations), "bytes": .integer(pack.byteCount),
      "received_bytes": .integer(pack.receivedBytes), "courier": .text(orNull: pack.courier),
      "since": .text(pack.since.iso), "handed_on": .text(orNull: pack.handedOn?.iso),
      "problem": .text(orNull: pack.problem),
    ]
  }
}
