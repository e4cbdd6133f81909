import FieldWork
import Pages
import Replica
import SyncProtocol
import Synchronization
import Web

/// Who is signed in to the pages, and how they get in and out.
final class SignInDesk: Sendable {
  /// Why somebody was not signed in.
  enum Refusal: Error, Equatable {
    /// Too many failures: so many seconds to wait.
    case wait(seconds: Int64)
  }

  private let centre: Centre
  private let sessions = Mutex(SignInSessions<Account>(cookieName: "camtay-centre"))
  /// By address and name, and by address alone: guessing elsewhere locks nobody out here.
  private let byName = Mutex(AttemptLimiter(freeFailures: 4))
  private let byAddress = Mutex(AttemptLimiter(freeFailures: 30))
  /// How accounts stood at the last wrong try, by address and name.
  private let tries = Mutex<[String: TriesMark]>([:])

  init(_ centre: Centre) { self.centre = centre }

  /// The living sign-in of a request; over as soon as the password is another or the account gone.
  func find(_ request: HTTPRequest, at clock: ClockReading) throws -> (
    account: Account, formToken: String
  )? {
    let now = clock.monotonicMilliseconds
    let found = sessions.withLock {
      $0.find(request, nowMilliseconds: now, isByPerson: !LiveEndpoint.asks(request))
    }
    guard let found else { return nil }
    let known = try centre.read { reader in
      try AccountBook(reader.connection).find(found.account.name)?.account
    }
    guard let known, known.changed == found.account.changed,
      known.closed == nil
    else {
      sessions.withLock { $0.end(found.token) }
      return nil
    }
    return (known, found.formToken)
  }

  /// Whose form came after their session had ended by itself, while their account is as it was.
  func owner(ofLate form: NamedValues, _ request: HTTPRequest) -> Account? {
    let token = form[PageFrame.formTokenField]
    guard let account = sessions.withLock({ $0.ended(request, formToken: token) }) else {
      return nil
    }
    let known = try? centre.read { try AccountBook($0.connection).find(account.name)?.account }
    guard let known, known.changed == account.changed, known.isOpen else { return nil }
    return account
  }

  /// Whether a form carries the token of its own sign-in.
  func accepts(formToken: String?, of request: HTTPRequest, at clock: ClockReading) -> Bool {
    sessions.withLock { sessions in
      sessions.find(request, nowMilliseconds: clock.monotonicMilliseconds)?
        .accepts(formToken: formToken) ?? false
    }
  }

  /// Signs in; returns the cookie. Waiting slows one address down; that wrong tries lock an account
  /// bounds all of them together.
  /// - Throws: `Refusal.wait`, what `Centre.prove` throws.
  func signIn(
    name: String, password: String, _ request: HTTPRequest, at clock: ClockReading
  ) throws -> String {
    let now = clock.monotonicMilliseconds
    let address = request.peer.description
    let accountName = try? AccountName(name)
    let key = "\(address) \(accountName?.text ?? "")"
    if let accountName { forgiveTries(at: accountName, key) }
    let wait = max(
      byName.withLock { $0.wait(key, now: now) },
      byAddress.withLock { $0.wait(address, now: now) })
    guard wait == 0 else { throw Refusal.wait(seconds: (wait + 999) / 1000) }
    // Noted before the slow check, so that tries sent at once count each other.
    byName.withLock { $0.fail(key, now: now) }
    byAddress.withLock { $0.fail(address, now: now) }
    let account: Account
    do {
      account = try prove(accountName, password, from: address)
    } catch {
      if let accountName { noteTries(at: accountName, key) }
      throw error
    }
    byName.withLock { $0.succeed(key) }
    byAddress.withLock { $0.succeed(address) }
    try centre.note(AuditEvent(.signedIn, address), by: .account(account.name))
    return begin(account, request, now)
  }

  /// Whoever was unlocked, or given another password, since they last waited here waits no longer.
  ///
  /// Their own sign-in elsewhere changes nothing here, and what an address waits for stands.
  private func forgiveTries(at name: AccountName, _ key: String) {
    let found = try? centre.read { try AccountBook($0.connection).find(name) }
    guard let found, found.account.locked == nil else { return }
    let isForgiven = tries.withLock { tries -> Bool in
      guard let last = tries[key] else { return false }
      return found.account.changed != last.changed || last.isLocked
    }
    guard isForgiven else { return }
    tries.withLock { $0[key] = nil }
    byName.withLock { $0.succeed(key) }
  }

  /// Since when an account's password is what it is, and whether wrong tries had locked it.
  private struct TriesMark {
    let changed: Timestamp
    let isLocked: Bool
  }

  /// Notes how the account stood at a wrong try.
  private func noteTries(at name: AccountName, _ key: String) {
    let found = try? centre.read { try AccountBook($0.connection).find(name) }
    guard let found else { return }
    tries.withLock { tries in
      if tries.count >= Self.maximumMarks { tries.removeAll() }
      tries[key] = TriesMark(
        changed: found.account.changed, isLocked: found.account.locked != nil)
    }
  }

  private static let maximumMarks = 10_000

  /// A wrong try at an account that there is stands in the log; names that nobody has do not, since
  /// anybody could fill it with them.
  private func prove(
    _ name: AccountName?, _ password: String, from address: String
  ) throws -> Account {
    do {
      return try centre.prove(name, password: password)
    } catch {
      if let name, (try? centre.account(name.text)) != nil {
        try centre.note(AuditEvent(.signInRefused, address), by: .account(name))
      }
      throw error
    }
  }

  /// Sets the password that its person chose and signs them in anew: every other browser of theirs
  /// is out. Wrong tries at the present password wait like those of signing in.
  ///
  /// - Throws: `Refusal.wait`, what `Centre.choosePassword` throws.
  func choosePassword(
    _ form: NamedValues, of account: Account, _ request: HTTPRequest, at clock: ClockReading
  ) throws -> String {
    let now = clock.monotonicMilliseconds
    let key = "\(request.peer.description) \(account.name.text)"
    let wait = byName.withLock { $0.wait(key, now: now) }
    guard wait == 0 else { throw Refusal.wait(seconds: (wait + 999) / 1000) }
    byName.withLock { $0.fail(key, now: now) }
    do {
      try centre.choosePassword(
        form["password"] ?? "", again: form["again"] ?? "", of: account.name,
        present: form["present"] ?? "")
    } catch AccountError.wrongPassword {
      try centre.noteWrongTry(at: account.name)
      throw AccountError.wrongPassword
    } catch {
      byName.withLock { $0.succeed(key) }
      throw error
    }
    byName.withLock { $0.succeed(key) }
    let renewed = try centre.account(account.name.text)
    return begin(renewed, request, now)
  }

  private func begin(_ account: Account, _ request: HTTPRequest, _ now: Int64) -> String {
    sessions.withLock { sessions in
      var random = centre.surroundings.generator()
      let signIn = sessions.begin(account, nowMilliseconds: now, using: &random)
      return sessions.cookie(signIn, isSecure: request.isSecure)
    }
  }

  /// Signs out; returns the cookie that makes the browser forget.
  func signOut(_ request: HTTPRequest, at clock: ClockReading) -> String {
    sessions.withLock { sessions in
      if let found = sessions.find(request, nowMilliseconds: clock.monotonicMilliseconds) {
        sessions.end(found.token)
      }
      return sessions.forgettingCookie(isSecure: request.isSecure)
    }
  }
}
