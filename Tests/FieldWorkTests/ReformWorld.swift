import Replica
import SyncProtocol

@testable import FieldWork

/// Files of reforms and counts over territories, for tests.
extension FieldWorld {
  /// The centre of a world whose directory is given and whose clock shows a morning.
  static func reforming(
    on start: String, hamlets: String, members: String = "", laptopsOf teams: [String] = []
  ) throws -> FieldWorld {
    try FieldWorld(laptopsOf: teams, hamlets: hamlets, members: members, on: day(start))
  }

  /// Carries a file out and gives its number.
  @discardableResult
  func reform(_ file: String) throws -> (plan: ReformPlan, number: Int64?) {
    try centre.applyReform(Array(file.utf8), clock: clock())
  }

  func preview(_ file: String) throws -> ReformPlan {
    try centre.previewReform(Array(file.utf8), clock: clock())
  }

  /// Everything counted on a territory between two days.
  func count(
    _ unit: String, asOf date: String, from: String = "2020-01-01", to: String = "2030-01-01",
    at store: FieldStore? = nil
  ) throws -> CountNumbers {
    let reader = (store ?? centre).reader
    let territory = try reader.territory(ofUnit: unit, on: day(date))
    return try reader.count(
      CountQuery(Period(from: day(from), to: day(to)), territory: territory)
    ).total
  }
}

/// The problems of a refused reform.
func reformProblems(_ body: () throws -> Void) -> [ReformProblem] {
  guard case .reform(let problems)? = fieldError(body) else { return [] }
  return problems
}
