import Cryptography
import FieldWork
import Replica
import SyncProtocol

/// The way back for who has forgotten every password, without a network.
///
/// The laptop shows a challenge, the centre reads out the code for it and for the day
/// (`camtay-server reset-code`), and the code opens the store key once: `ResetPoint` tells how. Each
/// opening of the laptop forgets the days that are over, and draws a new point in time. Whoever set
/// the laptop's clock back could use the code of a past day only as long as nobody has opened the
/// laptop since.
extension LocalAccounts {
  /// What is read to the centre, and the day that the code is needed for.
  package struct ResetRequest: Equatable, Sendable {
    /// 14 groups of 4 characters.
    package let challenge: String
    /// Today by the laptop's clock, which may be wrong: the code must be for this day.
    package let day: LocalDate
  }

  /// What somebody who forgot the password reads to the centre.
  /// - Throws: `AccountError.noAccounts`, `.noResetPoint`.
  package func resetRequest() throws -> ResetRequest {
    ResetRequest(challenge: try resetPoint().challenge.text, day: today)
  }

  /// Whether a code opens this laptop today.
  /// - Throws: `SpokenCodeProblem`, `AccountError.wrongResetCode`, `.noAccounts`, `.noResetPoint`.
  package func check(resetCode typed: String) throws {
    _ = try open(try ResetCode(parsing: typed), try resetPoint())
  }

  /// Sets a new password by a code, which has then served, and notes it in the laptop's own log.
  /// - Throws: as `check(resetCode:)`, `AccountError.unknown`, `.tooShort`, `.tooLong`, `HomeError`.
  package func reset(
    _ member: RowID, code typed: String, password new: String
  ) throws -> StoreKey {
    let code = try ResetCode(parsing: typed)
    let password = try AccountPassword(choosing: new)
    var random = surroundings.generator()
    var opened: StoreKey?
    try changing { accounts in
      guard let point = accounts.resetPoint else { throw AccountError.noResetPoint }
      let key = try open(code, point)
      try accounts.set(password, of: member, key, cost: passwordCost, random: &random)
      accounts.resetPoint = nil
      try keepResetPoint(in: &accounts, key, random: &random)
      accounts.note(.init(at: surroundings.clock().wall, member: member))
      opened = key
    }
    guard let opened else { throw AccountError.wrongResetCode(day: today) }
    try home.remove(StoreKey.fileName)
    return opened
  }

  /// When passwords were set by a code, the oldest first, and for whom.
  package func resets() throws -> [(at: Timestamp, member: RowID)] {
    try AccountsFile(reading: files)?.resets.map { ($0.at, $0.member) } ?? []
  }

  /// Forgets the days that are over and draws a new point where one is due; a laptop without
  /// accounts is left alone.
  func renewResetPoint(_ key: StoreKey) throws {
    guard let present = try AccountsFile(reading: files) else { return }
    var renewed = present
    var random = surroundings.generator()
    try keepResetPoint(in: &renewed, key, random: &random)
    guard renewed != present else { return }
    try changing { try keepResetPoint(in: &$0, key, random: &random) }
  }

  /// Yesterday's code serves too: it may be typed after midnight.
  private static let graceDays: Int64 = 1

  func keepResetPoint(
    in accounts: inout AccountsFile, _ key: StoreKey,
    random: inout some RandomNumberGenerator
  ) throws {
    let identity = try LaptopKeys(home).identity()
    let day = Int64(today.daysSince1970)
    if let point = accounts.resetPoint, point.isFit(for: identity, on: day) {
      accounts.resetPoint?.drop(before: day - Self.graceDays)
    } else {
      accounts.resetPoint = try ResetPoint(
        sealing: key, for: identity, from: day, random: &random)
    }
  }

  private var today: LocalDate { LocalDate(milliseconds: surroundings.clock().wall.rawValue) }

  private func resetPoint() throws -> ResetPoint {
    guard let accounts = try AccountsFile(reading: files) else { throw AccountError.noAccounts }
    guard let point = accounts.resetPoint else { throw AccountError.noResetPoint }
    return point
  }

  private func open(_ code: ResetCode, _ point: ResetPoint) throws(AccountError) -> StoreKey {
    let day = Int64(today.daysSince1970)
    for day in day - Self.graceDays...day {
      if let key = point.open(code, on: day) { return key }
    }
    throw .wrongResetCode(day: today)
  }
}
