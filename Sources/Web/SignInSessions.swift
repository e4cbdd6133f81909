/// Who is signed in, kept in memory only: a restart signs everybody out and loses no record.
///
/// Holds no clock and no generator: both are handed in. Callers keep it behind a `Mutex`.
package struct SignInSessions<Account: Sendable>: Sendable {
  /// One person's signed-in browser.
  package struct SignIn: Sendable {
    /// 256 random bits in hexadecimal; the cookie's value.
    package let token: String
    /// 256 other random bits; stands in every form of this session.
    package let formToken: String
    /// Whom it belongs to.
    package var account: Account
    let beganMilliseconds: Int64
    var lastSeenMilliseconds: Int64

    /// Whether a form carries this session's own token; takes the same time for any wrong one.
    package func accepts(formToken sent: String?) -> Bool {
      let expected = Array(formToken.utf8)
      let given = Array((sent ?? "").utf8)
      guard given.count == expected.count else { return false }
      return zip(expected, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
  }

  private let cookieName: String
  private let idleMilliseconds: Int64
  private let absoluteMilliseconds: Int64
  private let maximumCount: Int
  private var signIns: [String: SignIn] = [:]
  /// Sessions that ended by themselves, the latest last.
  private var ended: [SignIn] = []
  private static var maximumEnded: Int { 200 }

  /// - Parameters:
  ///   - cookieName: one name for each program: cookies do not tell ports apart.
  ///   - idleSeconds: without a request for so long, the session ends.
  ///   - absoluteSeconds: it ends after so long in any case.
  ///   - maximumCount: the longest idle one gives way to a new one.
  package init(
    cookieName: String, idleSeconds: Int = 600, absoluteSeconds: Int = 12 * 3600,
    maximumCount: Int = 200
  ) {
    precondition(!cookieName.isEmpty && cookieName.utf8.allSatisfy(HTTPHeaders.isTokenByte))
    self.cookieName = cookieName
    idleMilliseconds = Int64(idleSeconds) * 1000
    absoluteMilliseconds = Int64(absoluteSeconds) * 1000
    self.maximumCount = max(1, maximumCount)
  }

  /// Signs somebody in; always a new token, so that none planted before can become theirs.
  package mutating func begin(
    _ account: Account, nowMilliseconds: Int64,
    using random: inout some RandomNumberGenerator
  ) -> SignIn {
    for signIn in signIns.values where !isAlive(signIn, nowMilliseconds) { retire(signIn) }
    while signIns.count >= maximumCount {
      let oldest = signIns.min {
        ($0.value.lastSeenMilliseconds, $0.key) < ($1.value.lastSeenMilliseconds, $1.key)
      }
      guard let oldest else { break }
      signIns.removeValue(forKey: oldest.key)
    }
    let signIn = SignIn(
      token: Self.token(&random), formToken: Self.token(&random), account: account,
      beganMilliseconds: nowMilliseconds, lastSeenMilliseconds: nowMilliseconds)
    signIns[signIn.token] = signIn
    return signIn
  }

  /// The living session whose cookie the request carries; seeing it starts its idle time anew.
  ///
  /// - Parameter isByPerson: false for what a page asks by itself, which leaves the idle time alone.
  package mutating func find(
    _ request: HTTPRequest, nowMilliseconds: Int64, isByPerson: Bool = true
  ) -> SignIn? {
    for token in request.cookies.all(name(isSecure: request.isSecure)) {
      guard var signIn = signIns[token] else { continue }
      guard isAlive(signIn, nowMilliseconds) else {
        retire(signIn)
        continue
      }
      if isByPerson {
        signIn.lastSeenMilliseconds = nowMilliseconds
        signIns[token] = signIn
      }
      return signIn
    }
    return nil
  }

  /// Whose form came after their session had ended by itself; nil where its token is of no such one.
  package func ended(_ request: HTTPRequest, formToken: String?) -> Account? {
    let tokens = request.cookies.all(name(isSecure: request.isSecure))
    return ended.last { tokens.contains($0.token) && $0.accepts(formToken: formToken) }?.account
  }

  private mutating func retire(_ signIn: SignIn) {
    signIns.removeValue(forKey: signIn.token)
    if ended.count >= Self.maximumEnded { ended.removeFirst() }
    ended.append(signIn)
  }

  /// Notes something else about a session's owner.
  package mutating func update(_ token: String, _ account: Account) {
    signIns[token]?.account = account
  }

  /// Signs out.
  package mutating func end(_ token: String) { signIns.removeValue(forKey: token) }

  /// Signs out everybody whom the condition names.
  package mutating func end(where isEnded: (Account) -> Bool) {
    signIns = signIns.filter { !isEnded($0.value.account) }
  }

  /// How many are kept, living or not yet cleared away.
  package var count: Int { signIns.count }

  /// The `Set-Cookie` value for a new session.
  package func cookie(_ signIn: SignIn, isSecure: Bool) -> String {
    cookie(signIn.token, isSecure: isSecure)
  }

  /// The `Set-Cookie` value that makes a browser forget its session.
  package func forgettingCookie(isSecure: Bool) -> String {
    cookie("", isSecure: isSecure) + "; Max-Age=0"
  }

  private func cookie(_ value: String, isSecure: Bool) -> String {
    "\(name(isSecure: isSecure))=\(value); Path=/; HttpOnly; SameSite=Strict"
      + (isSecure ? "; Secure" : "")
  }

  /// Over TLS the browser itself guarantees that no other host has set the cookie.
  private func name(isSecure: Bool) -> String { (isSecure ? "__Host-" : "") + cookieName }

  /// A clock that was set back further than the idle time ends a session too.
  private func isAlive(_ signIn: SignIn, _ now: Int64) -> Bool {
    let idle = now.subtractingReportingOverflow(signIn.lastSeenMilliseconds)
    let age = now.subtractingReportingOverflow(signIn.beganMilliseconds)
    return !idle.overflow && !age.overflow && idle.partialValue.magnitude < idleMilliseconds
      && age.partialValue < absoluteMilliseconds
  }

  private static func token(_ random: inout some RandomNumberGenerator) -> String {
    (0..<4).map { _ in
      let digits = String(random.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
