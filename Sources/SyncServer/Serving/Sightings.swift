import Replica
import Synchronization
import Web

/// What people with accounts open and send, for the log: a page that is opened again and again stands
/// there once in a while and not a hundred times.
final class Sightings: Sendable {
  /// A page opened again within this time is the same sight.
  private static let spanMilliseconds: Int64 = 10 * 60_000
  private static let maximumCount = 10_000

  private let last = Mutex<[String: Int64]>([:])

  /// Notes a request, unless it opens a page that was noted just now.
  /// - Throws: `SQLError`; the request is then noted the next time.
  func note(
    _ act: AuditEvent.Act, _ actor: AuditActor, _ request: HTTPRequest, _ centre: Centre
  ) throws {
    let now = centre.surroundings.clock().monotonicMilliseconds
    let key = "\(actor.account ?? "") \(act.rawValue) \(request.path)"
    let isSame =
      !request.method.changesState
      && last.withLock { last in
        last[key].map { now - $0 < Self.spanMilliseconds } ?? false
      }
    guard !isSame else { return }
    try centre.note(AuditEvent(act, request.path), by: actor)
    last.withLock { last in
      if last.count >= Self.maximumCount { last.removeAll() }
      last[key] = now
    }
  }
}
