import FieldWork
import Replica
import Synchronization
import SyncProtocol
import Web

/// Wrong passwords and codes, by account: each page that takes one waits as long as the others, and a
/// colleague's forgotten password keeps nobody else out.
final class PasswordTries: Sendable {
  /// Somebody has to wait before the next try.
  struct TooMany: Error {
    let seconds: Int64

    /// What happened and what to do.
    var words: BilingualText {
      BilingualText(
        vi: "Sai quá nhiều lần. Hãy đợi \(seconds) giây rồi gõ lại. Nếu quên mật khẩu, hãy gọi "
          + "điều "
          + "phối viên xin mã đặt lại.",
        en: "Too many wrong tries. Wait \(seconds) seconds and type it again. For a forgotten "
          + "password ask the coordinator for a reset code.")
    }
  }

  private let limiter = Mutex(AttemptLimiter(freeFailures: 4))
  private let surroundings: Surroundings

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  /// Runs a slow check; what it throws counts as a wrong try.
  /// - Throws: `TooMany` before the check, and what the check throws.
  func counting<Result>(_ member: RowID, _ check: () throws -> Result) throws -> Result {
    let key = String(member.rawValue)
    let now = surroundings.clock().monotonicMilliseconds
    let wait = limiter.withLock { $0.wait(key, now: now) }
    guard wait == 0 else { throw TooMany(seconds: (wait + 999) / 1000) }
    // Noted before the slow check, so that tries sent at once count each other.
    limiter.withLock { $0.fail(key, now: now) }
    let result = try check()
    limiter.withLock { $0.succeed(key) }
    return result
  }
}
