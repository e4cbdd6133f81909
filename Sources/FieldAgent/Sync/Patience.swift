/// Sends something again and again while a busy centre says when to come back; for what can be repeated
/// without harm.
struct Patience {
  /// Waits so long before a busy centre is asked again.
  let pause: (_ seconds: Int) -> Void

  /// - Throws: `AgentError.centreBusy` when it stays busy, and what `send` throws.
  func run<Answer>(_ send: () throws -> Answer) throws -> Answer {
    var refusals = 0
    while true {
      do {
        return try send()
      } catch AgentError.centreBusy(let seconds) {
        refusals += 1
        guard refusals <= SyncRounds.busyLimit else {
          throw AgentError.centreBusy(retrySeconds: seconds)
        }
        pause(seconds)
      }
    }
  }
}
