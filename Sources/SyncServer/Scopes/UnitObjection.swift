import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// Why a unit cannot receive scopes on a day, unless a person says that it can.
enum UnitObjection: Sendable, Equatable {
  /// Nobody has heard of the code.
  case unknown(String)
  /// The code names no unit on the day: the unit that had it, its dates, and what stands in its
  /// place.
  case notThen(UnitPeriod, LocalDate, instead: [String])
  /// A unit is to have the code, and another has it on the day.
  case notFree(code: String, name: String, since: LocalDate?)

  /// The stable name.
  var code: String {
    switch self {
    case .unknown: "unit-unknown"
    case .notThen: "unit-not-then"
    case .notFree: "unit-not-free"
    }
  }

  /// What is wrong and what to do.
  var words: BilingualText {
    switch self {
    case .unknown(let code):
      BilingualText(
        vi: "Không có xã nào mang mã \(code) trong danh mục và ở trung tâm này. Xem lại mã: "
          + "camtay-server place find TÊN",
        en: "No unit has the code \(code), in the reference data or at this centre. Check it: "
          + "camtay-server place find NAME")
    case .notThen(let period, let day, let instead):
      Self.words(of: period, day, instead)
    case .notFree(let code, let name, let since):
      BilingualText(
        vi: "Mã \(code) là của \(name)\(since.map { " từ \(Format.date($0))" } ?? ""): mã mới phải "
          + "chưa thuộc về xã nào. Nếu là sáp nhập: camtay-server unit merge",
        en: "Code \(code) is that of \(name)\(since.map { " since \(Format.date($0))" } ?? ""): a "
          + "new code must be nobody's. If one joins the other: camtay-server unit merge")
    }
  }

  private static func words(
    of period: UnitPeriod, _ day: LocalDate, _ instead: [String]
  ) -> BilingualText {
    let dates = (period.validFrom.map(Format.date), period.validTo.map(Format.date))
    let held =
      switch dates {
      case (let from?, let to?):
        BilingualText(vi: "từ \(from) đến \(to)", en: "from \(from) to \(to)")
      case (nil, let to?): BilingualText(vi: "đến hết \(to)", en: "until \(to)")
      case (let from?, nil): BilingualText(vi: "từ \(from)", en: "from \(from)")
      case (nil, nil): BilingualText(same: "")
      }
    let stands = instead.joined(separator: "; ")
    return BilingualText(
      vi: "Ngày \(Format.date(day)) không có xã nào mang mã \(period.code): đó là mã của "
        + "\(period.name) \(held.vietnamese).",
      en: "No unit has the code \(period.code) on \(Format.date(day)): it was that of "
        + "\(period.name) \(held.english).")
      + BilingualText(
        vi: instead.isEmpty ? "" : " Ở đó ngày ấy là: \(stands).",
        en: instead.isEmpty ? "" : " What stands there on that day: \(stands).")
  }
}

extension PlaceMap {
  /// What speaks against putting scopes under a unit from a day on.
  ///
  /// - Parameter isNew: whether the code is to be that of another unit, and so has to be free.
  func objection(to code: String, on day: LocalDate, isNew: Bool = false) -> UnitObjection? {
    switch naming(of: code, on: day) {
    case .unit(let name, let since):
      isNew ? .notFree(code: code, name: name, since: since) : nil
    case .notThen(let period, let instead): .notThen(period, day, instead: instead)
    case .never: .unknown(code)
    }
  }
}

extension Centre {
  /// Refuses to change units that have no scopes here on a day, all of them at once.
  func requireUnits(_ codes: [String], on day: LocalDate) throws {
    let map = try read { try PlaceMap($0) }
    let problems = codes.filter { !map.hasUnit($0, on: day) }.map { code in
      switch map.objection(to: code, on: day) {
      case .notThen(let period, let day, let instead):
        UnitObjection.notThen(period, day, instead: instead).words
      case .unknown, .notFree, nil:
        BilingualText(
          vi: "Xã \(code) không có vùng dữ liệu nào ở đây ngày \(Format.date(day)).",
          en: "Unit \(code) has no scopes here on \(Format.date(day)).")
      }
    }
    guard !problems.isEmpty else { return }
    throw Failure(
      code: "unit-unknown", exitCode: .userError,
      words: problems.reduce(BilingualText(same: "")) { $0 + $1 + BilingualText(same: "\n") }
        + BilingualText(
          vi: "Chưa đổi gì. Xem: camtay-server unit list",
          en: "Nothing was changed. See: camtay-server unit list"))
  }

  /// Refuses to take scopes from a unit under which they do not lie on a day.
  func requireScopes(_ scopes: [ScopeID], under unit: String, on day: LocalDate) throws {
    let map = try read { try PlaceMap($0) }
    let labels = try unitMap().labels
    let problems = scopes.compactMap { scope -> BilingualText? in
      let units = map.units(of: scope, on: day)
      guard !units.contains(unit) else { return nil }
      let label = NamedScope(scope, labels).label
      let named = units.map { "\($0) \(map.name(of: $0, on: day) ?? "")" }.joined(separator: "; ")
      return BilingualText(
        vi: "“\(label)” không thuộc \(unit) ngày \(Format.date(day)); nó thuộc: "
          + "\(named.isEmpty ? "chưa xã nào" : named).",
        en: "“\(label)” is not under \(unit) on \(Format.date(day)); it is under "
          + "\(named.isEmpty ? "no unit" : named).")
    }
    guard !problems.isEmpty else { return }
    throw Failure(
      code: "scope-elsewhere", exitCode: .userError,
      words: problems.reduce(BilingualText(same: "")) { $0 + $1 + BilingualText(same: "\n") }
        + BilingualText(
          vi: "Chưa đổi gì. Xem: camtay-server unit list",
          en: "Nothing was changed. See: camtay-server unit list"))
  }
}
