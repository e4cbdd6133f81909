import CommandLine
import FieldWork
import Listings
import Replica
import SyncProtocol

/// What a change of units does beside what was asked, and what speaks against it.
struct UnitChangeCheck: Sendable, Equatable {
  /// An area of teams that comes under a unit because the hamlets they serve do.
  struct Carried: Sendable, Equatable {
    var area: NamedScope
    var unit: String
  }

  /// Areas of teams that come along.
  var carried: [Carried] = []
  /// Areas that laptops held and that none holds afterwards.
  var withoutLaptop: [NamedScope] = []
  /// What speaks against the receiving unit.
  var objection: UnitObjection?
  /// Whether everything is as it would be already.
  var isNothing = false
  /// The hamlets of such areas, by code: a grant by hamlet brings the area of its teams along.
  var hamletCodes: [ScopeID: String] = [:]

  /// Whether it is carried out only where a person says so.
  var hasProblem: Bool { !withoutLaptop.isEmpty || objection != nil }

  /// `--accept-problems`.
  static let accept = Argument.flag(
    "accept-problems",
    BilingualText(vi: "vẫn làm dù có điều được nêu", en: "do it in spite of what is objected"))

  /// What comes along.
  var notes: [BilingualText] {
    carried.map {
      BilingualText(
        vi: "“\($0.area.label)” cùng thuộc \($0.unit): tổ phục vụ thôn chuyển đi được ghi ở đó, và "
          + "vẫn thuộc xã cũ.",
        en: "“\($0.area.label)” comes under \($0.unit) too: the teams of the hamlets that move "
          + "stand in it. It stays under the old unit as well.")
    }
  }

  /// What speaks against it, with what to do.
  ///
  /// - Parameter isDone: whether it was carried out.
  func problems(isDone: Bool) -> [BilingualText] {
    var problems: [BilingualText] = []
    if let objection { problems.append(objection.words) }
    for area in withoutLaptop {
      let command =
        hamletCodes[area.scope].map { "--place \($0)" } ?? "--scope \(area.scope.rawValue)"
      problems.append(
        (isDone
          ? BilingualText(
            vi: "Không máy nào giữ “\(area.label)” nữa: không ai ghi tiếp được ở đó.",
            en: "No laptop holds “\(area.label)” any more: nobody can record there.")
          : BilingualText(
            vi: "Sau đó không máy nào giữ “\(area.label)”: không ai ghi tiếp được ở đó.",
            en: "No laptop would hold “\(area.label)” then: nobody could record there."))
          + BilingualText(
            vi: " Giao cho máy của tổ: camtay-server grant add --laptop MÁY \(command)",
            en: " Give it to the team's laptop: camtay-server grant add --laptop LAPTOP "
              + "\(command)"))
    }
    return problems
  }
}

extension Centre {
  /// Changes units, or with `isDryRun` only says what that would do.
  ///
  /// - Parameters:
  ///   - target: the unit that receives scopes.
  ///   - named: the scopes that were named.
  ///   - day: from which day on.
  ///   - isNew: whether the unit is to be a new one of that code.
  ///   - accepts: whether a person wants it in spite of problems.
  /// - Throws: `Failure` where there are problems that nobody accepted; nothing was changed then.
  func changeUnits(
    into target: String, moving named: [ScopeID], on day: Int64, isNew: Bool = false,
    isDryRun: Bool,
    accepts: Bool, _ body: (Store, ClockReading) throws -> [GrantChange]
  ) throws -> (changes: [NamedGrantChange], check: UnitChangeCheck) {
    let before = try unitMap()
    var check = UnitChangeCheck()
    let date = LocalDate(daysSince1970: Int(clamping: day))
    check.objection = try read { try PlaceMap($0) }.objection(to: target, on: date, isNew: isNew)
    let communes = try inspect { try $0.reader.scopes(of: .commune) }
    let known = Set(before.entries.map(\.row))
    var after: [Store.UnitEntry] = []
    let (preview, withoutLaptop) = try previewGrants { store, clock in
      let changes = try body(store, clock)
      after = try store.unitMap()
      return changes
    }
    check.isNothing = Set(after) == Set(before.entries)
    // What goes along by itself stays under the unit it was under as well.
    check.carried = after.filter { entry in
      !known.contains(entry.row) && communes.contains(entry.scope)
        && (entry.unit != target || !named.contains(entry.scope))
        && after.contains {
          $0.scope == entry.scope && $0.unit != entry.unit && $0.isValid(on: entry.validFrom ?? 0)
        }
    }.map {
      UnitChangeCheck.Carried(area: NamedScope($0.scope, before.labels), unit: $0.unit)
    }
    check.withoutLaptop = withoutLaptop
    check.hamletCodes = try hamletCodes()
    if isDryRun { return (preview, check) }
    if check.hasProblem, !accepts {
      let problems = check.problems(isDone: false).reduce(BilingualText(same: "")) {
        $0 + $1 + BilingualText(same: "\n")
      }
      throw Failure(
        code: "unit-change-problem", exitCode: .refusedForSafety,
        words: problems
          + BilingualText(
            vi: "Chưa đổi gì. Nếu vẫn muốn làm: thêm --accept-problems",
            en: "Nothing was changed. To do it all the same add --accept-problems"))
    }
    return (try changeGrants(isDryRun: false, body), check)
  }

  /// The code of a standing hamlet of every scope that has one.
  func hamletCodes() throws -> [ScopeID: String] {
    let today = LocalDateTime(milliseconds: surroundings.clock().wall.rawValue).date
    let hamlets = try inspect { try $0.reader.places() }.filter { $0.isValid(on: today) }
    return Dictionary(
      hamlets.compactMap { place in place.householdScope.map { ($0, place.codeText) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// What a change of grants or units would do to laptops, and the scopes that one of them held and
  /// none would hold then, ascending. Nothing is written.
  func previewGrants(
    _ body: (Store, ClockReading) throws -> [GrantChange]
  ) throws -> (changes: [NamedGrantChange], withoutLaptop: [NamedScope]) {
    var held: Set<ScopeID> = []
    let changes = try changeGrants(isDryRun: true) { store, clock in
      let changes = try body(store, clock)
      for peer in try store.peers() {
        held.formUnion(try store.grantedScopes(of: peer.replica))
      }
      return changes
    }
    let without = Dictionary(
      changes.flatMap(\.lost).filter { !held.contains($0.scope) }.map { ($0.scope, $0) },
      uniquingKeysWith: { first, _ in first }
    ).values.sorted { $0.scope < $1.scope }
    return (changes, without)
  }
}
