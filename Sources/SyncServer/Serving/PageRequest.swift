import FieldWork
import Pages
import Replica
import Web

/// A request for a page, checked, with all that a handler needs.
package struct PageRequest: Sendable {
  /// The request itself.
  package let http: HTTPRequest
  /// The values that stood where the pattern has `:names`.
  package let parameters: RouteParameters
  /// The fields of the form; for GET none, or what was typed before a session ended.
  package let form: NamedValues
  /// Whether a form is to show what was typed before a session ended, and was not sent.
  let isContinued: Bool
  /// The files of the form.
  package let files: [FormData.File]
  /// The language that the person chose.
  package let language: Language
  /// Who is signed in; nil on pages for anyone.
  package let account: Account?
  /// Over whose work this page may speak to them; nil when nobody is signed in.
  package let reach: AccountRights.Reach?
  /// The token that must stand in every form of this page; empty when nobody is signed in.
  package let formToken: String
  /// The centre.
  package let centre: Centre
  /// The clocks when the request came.
  package let clock: ClockReading
  /// Rounds that wait to be merged, and their bytes.
  let queue: @Sendable () -> (rounds: Int, bytes: Int)
  /// How far everything had come before anything was read for the page; nil where it does not renew
  /// itself.
  let liveMark: LiveMark?

  /// The minute in Viet Nam.
  package var now: LocalDateTime { LocalDateTime(milliseconds: clock.wall.rawValue) }

  /// Whether fields show what was typed rather than what is known.
  var showsTyped: Bool { http.method.changesState || isContinued }

  /// Today in Viet Nam.
  package var today: LocalDate { now.date }

  /// A frame for the answer: title, place, language, who is signed in and the ways they may go.
  package func frame(_ title: BilingualText) -> PageFrame {
    var frame = PageFrame(
      title: title, name: "CamTay · \(centre.settings.place.name)", language: language,
      path: http.method.changesState ? "/" : http.pathAndQuery)
    frame.scripts = [CentreScript.path]
    frame.version = "\(CentreCommands.program) \(CentreCommands.version)"
    if isContinued { frame.notice = LateForm.notice(form, language) }
    frame.headingLine = liveMark.map { LiveLine(mark: $0, at: now).html(language) }
    if let account {
      frame.person = PageFrame.Person(
        name: account.name.text, formToken: formToken,
        account: PageFrame.Link(OwnAccountPages.path, OwnAccountPages.title))
      frame.links = CentrePages.ways(of: account.rights)
      frame.section = CentrePages.section(of: http.path, among: frame.links)
    }
    return frame
  }

  /// A whole page.
  package func page(
    _ title: BilingualText, status: Int = 200, @HTMLBuilder _ content: () -> HTML
  ) -> HTTPResponse {
    .html(frame(title).page(content), status: status)
  }

  /// A button that does one thing.
  ///
  /// - Parameter subject: what is meant, for whoever hears one of several such buttons.
  func button(
    _ words: BilingualText, sendingTo path: String, about subject: String? = nil
  ) -> HTML {
    let text = words.text(in: language)
    return element("form", ["method": "post", "action": path]) {
      PageFrame.tokenField(formToken)
      element(
        "button",
        ["type": "submit", "class": "quiet", "aria-label": subject.map { "\(text): \($0)" }]
      ) { text }
    }
  }

  /// Who acts, for the log.
  /// - Throws: `AccountError.notAllowed` where nobody is signed in.
  package var actor: AuditActor {
    get throws {
      guard let account else { throw AccountError.notAllowed("") }
      return .account(account.name)
    }
  }

  /// The part of the centre's work that this page may speak of to whoever is signed in.
  /// - Throws: `AccountError.notAllowed` where nobody is.
  func reached() throws -> ReachedWork {
    guard let reach else { throw AccountError.notAllowed("") }
    return try centre.read { try ReachedWork(reach, $0, on: today) }
  }

  /// The words of an error that a person mends in the form; nil for what is not theirs to mend.
  static func words(ofInput error: any Error) -> BilingualText? {
    if let error = error as? any CentreProblem { return error.words }
    guard let message = PersonMessage(error), message.category == .userError else { return nil }
    return message.words
  }
}
