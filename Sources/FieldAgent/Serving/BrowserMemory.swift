import FieldWork
import Synchronization
import SyncProtocol
import Web

/// What the desk remembers of one browser, in memory only: things that must not stand in an address,
/// and a form that came while the laptop was locked.
final class BrowserMemory: Sendable {
  /// What is remembered of the practice, which must not show beside the work.
  let practice: BrowserMemory?

  init(hasPractice: Bool = true) {
    practice = hasPractice ? BrowserMemory(hasPractice: false) : nil
  }

  private struct State {
    var query = ""
    var heldForm: HTTPRequest?
    var notice: PageNotice?
    var report: String?
    var session: (row: RowID, day: LocalDate)?
    /// The latest last.
    var refused: [RefusedForm] = []
    /// The latest last.
    var refusedPresses: [RefusedPress] = []
  }

  private let state = Mutex(State())

  /// What was last searched for: a name has no place in an address.
  var query: String {
    get { state.withLock { $0.query } }
    set { state.withLock { $0.query = newValue } }
  }

  /// The service session at which somebody works, and the day on which they said so.
  var session: (row: RowID, day: LocalDate)? {
    get { state.withLock { $0.session } }
    set { state.withLock { $0.session = newValue } }
  }

  /// Keeps a form until its sender has unlocked the laptop.
  func hold(_ form: HTTPRequest) { state.withLock { $0.heldForm = form } }

  /// Whether a form waits for the lock.
  var holdsForm: Bool { state.withLock { $0.heldForm != nil } }

  /// The form that waited; it is handed out once.
  func takeHeldForm() -> HTTPRequest? {
    state.withLock { state in
      defer { state.heldForm = nil }
      return state.heldForm
    }
  }

  /// The most forms of which it is remembered why they were refused.
  private static let refusedLimit = 16

  /// Remembers why a form was refused, so that its page can tell it whenever it is shown.
  func refuse(_ form: RefusedForm) {
    state.withLock { state in
      state.refused.removeAll { $0.draft == form.draft }
      state.refused = (state.refused + [form]).suffix(Self.refusedLimit)
    }
  }

  /// Why a draft was refused when it was last sent; nil where it was not.
  func refusal(of draft: PageDraft) -> RefusedForm? {
    state.withLock { state in state.refused.first { $0.draft == draft.id } }
  }

  /// Forgets why a draft was refused: it was sent again.
  func forgetRefusal(of draft: PageDraft) {
    state.withLock { state in state.refused.removeAll { $0.draft == draft.id } }
  }

  /// Remembers why a small form was refused.
  func refuse(_ press: RefusedPress) {
    state.withLock { state in
      state.refusedPresses = (state.refusedPresses + [press]).suffix(Self.refusedLimit)
    }
  }

  /// Why a small form was refused, by the name that its address has for it.
  func refusedPress(_ name: String) -> RefusedPress? {
    state.withLock { state in state.refusedPresses.first { $0.name == name } }
  }

  /// The report of a problem that was shown, to be saved exactly so; nil before.
  var report: String? {
    get { state.withLock { $0.report } }
    set { state.withLock { $0.report = newValue } }
  }

  /// Says something at the top of the next page.
  func say(_ notice: PageNotice) { state.withLock { $0.notice = notice } }

  /// Says something more at the top of the next page, after what is to be said there already.
  func add(_ notice: PageNotice) {
    state.withLock { state in state.notice = state.notice?.with(notice) ?? notice }
  }

  /// What is to be said; handed out once.
  func takeNotice() -> PageNotice? {
    state.withLock { state in
      defer { state.notice = nil }
      return state.notice
    }
  }
}
