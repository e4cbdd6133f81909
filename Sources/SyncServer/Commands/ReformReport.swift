import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// What a reform does, in words people know.
struct ReformReport: Sendable {
  /// A scope of which nobody has said where it went.
  struct UndecidedScope: Sendable {
    let scope: ScopeID
    let label: String
    let units: [String]

    init(_ scope: ScopeID, _ map: PlaceMap) {
      self.scope = scope
      label = map.scopes[scope]?.label ?? "#\(scope.rawValue)"
      units = map.entries(of: scope).map { entry in
        let name = map.name(of: entry.unit, on: entry.validTo ?? .latest)
        return [entry.unit, name].compactMap { $0 }.joined(separator: " ")
      }
    }

    var json: JSONValue {
      [
        "scope": .text(String(scope.rawValue)), "label": .text(label),
        "units": .array(units.map { .text($0) }),
      ]
    }
  }

  let plan: ReformPlan
  let number: Int64?
  private let isReal: Bool
  let grants: [NamedGrantChange]
  let undecided: [UndecidedScope]
  let undecidedHouseholds: [String]

  init(_ plan: ReformPlan, number: Int64?, isReal: Bool, _ records: FieldStore) throws {
    self.plan = plan
    self.number = number
    self.isReal = isReal
    grants = try Self.named(plan.effects.grants, records)
    let map = try PlaceMap(records.reader)
    undecided = plan.undecidedScopes.map { UndecidedScope($0, map) }
    undecidedHouseholds = try plan.effects.undecidedHouseholds.map {
      try records.reader.codeText(of: $0, in: HouseholdTable.definition)
    }
  }

  /// What laptops gain and lose, with names.
  static func named(
    _ changes: [GrantChange], _ records: FieldStore
  ) throws -> [NamedGrantChange] {
    let labels = try records.reader.scopeLabels()
    let peers = try records.store.peers()
    return changes.map { change in
      NamedGrantChange(
        replica: change.replica,
        label: peers.first { $0.replica == change.replica }?.label ?? "",
        gained: change.gained.map { NamedScope($0, labels) },
        lost: change.lost.map { NamedScope($0, labels) })
    }
  }

  func write(to console: Console) {
    guard !console.isJSON else { return console.json(json) }
    guard !plan.isEmpty else {
      return console.say(
        BilingualText(
          vi: "Không có gì để đổi: mọi dòng đã đúng, hoặc trung tâm này không có nơi đó.",
          en: "Nothing to change: all is as the file says, or this centre has none of it."))
    }
    say(console)
    let date = Format.date(plan.day)
    if let number {
      console.say(
        BilingualText(
          vi:
            "Đã sắp xếp từ ngày \(date), số \(number). Không bản ghi nào bị sửa. Các máy biết ở lần "
            + "gửi nhận tới. Nếu sai: reform undo \(number)",
          en:
            "Carried out from \(date) as number \(number). No record was rewritten; laptops learn "
            + "it in their next round. If it was wrong: reform undo \(number)"))
    } else {
      console.say(
        BilingualText(
          vi: "Mới chỉ xem thử: chưa đổi gì. Làm thật từ ngày \(date): thêm --yes",
          en: "This was a preview: nothing was changed. To do it from \(date) add --yes"))
    }
  }

  private func say(_ console: Console) {
    let none = BilingualText(same: "")
    if !plan.units.isEmpty {
      console.table(
        [
          .text(BilingualText(vi: "Mã cũ", en: "Old code")),
          .text(BilingualText(vi: "Tên cũ", en: "Old name")),
          .text(BilingualText(vi: "Mã mới", en: "New code")),
          .number(BilingualText(vi: "Vùng dữ liệu", en: "Scopes")),
          .number(BilingualText(vi: "Chưa rõ", en: "Not told")),
        ],
        plan.units.map { change in
          [
            change.code, change.name,
            Set(change.moves.flatMap(\.to)).sorted().joined(separator: ", "),
            String(change.moves.count - change.undecided.count), String(change.undecided.count),
          ]
        }, empty: none)
    }
    if !plan.hamlets.isEmpty {
      console.table(
        [
          .text(BilingualText(vi: "Thôn cũ", en: "Old hamlet")),
          .text(BilingualText(vi: "Thôn mới", en: "New hamlet")),
        ],
        plan.hamlets.map { change in
          [
            change.name,
            change.becomes.map { "\($0.code)/\($0.name)" }.joined(separator: ", "),
          ]
        }, empty: none)
    }
    console.say(affected)
    if !plan.skipped.isEmpty {
      console.say(
        BilingualText(
          vi: "\(plan.skipped.count) dòng không cần làm gì ở trung tâm này.",
          en: "Nothing to do here for \(counted(plan.skipped.count, "row", "rows"))."))
    }
    if !undecided.isEmpty { console.write(Self.table(of: undecided).text(in: console.language)) }
    if !undecidedHouseholds.isEmpty {
      let codes = undecidedHouseholds.prefix(20).joined(separator: ", ")
      let more = undecidedHouseholds.count > 20 ? ", …" : ""
      console.say(
        BilingualText(
          vi: "Thôn bị chia: \(undecidedHouseholds.count) hộ chưa rõ ở phần nào: \(codes)\(more). "
            + "Ghi rõ từng hộ: household move MÃ --to THÔN --yes",
          en: "Split hamlets: of \(counted(undecidedHouseholds.count, "household", "households")) "
            + "nobody knows the part: \(codes)\(more). To say it for each: household move CODE "
            + "--to HAMLET --yes"))
    }
    if !grants.isEmpty { _ = GrantChanges.answer(grants, isDryRun: !isReal, console) }
  }

  /// How much of the centre's work it touches.
  var affected: BilingualText {
    let effects = plan.effects
    return BilingualText(
      vi: "Liên quan: \(effects.scopes) thôn, \(effects.households) hộ, \(effects.teams) tổ, "
        + "\(effects.laptops) máy.",
      en: "Affected: \(counted(effects.scopes, "hamlet", "hamlets")), "
        + "\(counted(effects.households, "household", "households")), "
        + "\(counted(effects.teams, "team", "teams")), "
        + "\(counted(effects.laptops, "laptop", "laptops")).")
  }

  /// Scopes that nobody has placed.
  static func table(of scopes: [UndecidedScope]) -> Table {
    Table(
      [
        .text(BilingualText(vi: "Chưa rõ thuộc xã nào", en: "In no unit yet")),
        .text(BilingualText(vi: "Số", en: "Number")),
        .text(BilingualText(vi: "Xã cũ", en: "Old unit")),
      ],
      scopes.map { [$0.label, String($0.scope.rawValue), $0.units.joined(separator: "; ")] },
      empty: BilingualText(vi: "Mọi thôn đều rõ thuộc xã nào.", en: "Every hamlet lies in a unit."))
  }

  private var json: JSONValue {
    let effects = plan.effects
    func scopes(_ list: [NamedScope]) -> JSONValue {
      .array(list.map { .text(String($0.scope.rawValue)) })
    }
    let units: [JSONValue] = plan.units.map { change in
      [
        "code": .text(change.code), "name": .text(change.name),
        "to": .array(Set(change.moves.flatMap(\.to)).sorted().map { .text($0) }),
        "scopes": .integer(Int64(change.moves.count - change.undecided.count)),
        "undecided": .integer(Int64(change.undecided.count)),
      ]
    }
    let hamlets: [JSONValue] = plan.hamlets.map { change in
      [
        "name": .text(change.name),
        "to": .array(
          change.becomes.map {
            [
              "unit": .text($0.code), "name": .text($0.name),
              "extent": .text($0.isPart ? "part" : "whole"),
            ]
          }),
      ]
    }
    return [
      "dry_run": .bool(!isReal), "from": .text(plan.day.iso), "number": .integer(orNull: number),
      "units": .array(units), "hamlets": .array(hamlets),
      "affected": [
        "scopes": .integer(Int64(effects.scopes)),
        "households": .integer(Int64(effects.households)),
        "teams": .integer(Int64(effects.teams)), "laptops": .integer(Int64(effects.laptops)),
      ],
      "skipped_lines": .array(plan.skipped.map { .integer(Int64($0.line)) }),
      "undecided_scopes": .array(undecided.map(\.json)),
      "undecided_households": .array(undecidedHouseholds.map { .text($0) }),
      "laptops": .array(
        grants.map {
          [
            "replica": .integer(Int64($0.replica.rawValue)), "label": .text($0.label),
            "gained": scopes($0.gained), "lost": scopes($0.lost),
          ]
        }),
    ]
  }
}
