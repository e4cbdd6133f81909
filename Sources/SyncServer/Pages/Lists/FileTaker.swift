import FieldWork
import SyncProtocol

/// Who takes a file out, from where and when: somebody on a page, or a command.
struct FileTaker: Sendable {
  let centre: Centre
  let language: Language
  /// When, by the centre's clock.
  let time: Timestamp
  /// For the log.
  let actor: AuditActor

  /// The minute in Viet Nam.
  var now: LocalDateTime { LocalDateTime(time: time) }

  /// As the file says it.
  var name: String { actor.account ?? ExportWords.keeper.text(in: language) }
}

extension PageRequest {
  /// Whoever is signed in.
  /// - Throws: `AccountError.notAllowed` where nobody is.
  var taker: FileTaker {
    get throws {
      FileTaker(centre: centre, language: language, time: clock.wall, actor: try actor)
    }
  }
}
