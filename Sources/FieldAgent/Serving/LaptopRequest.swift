import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// A request of somebody who has unlocked the laptop, checked, with all that a handler needs.
struct LaptopRequest {
  /// The request itself.
  let http: HTTPRequest
  /// The values that stood where the pattern has `:names`.
  let parameters: RouteParameters
  /// Whether its address is that of a page, which a form is sent to as well.
  let isPage: Bool
  /// The fields of the form; none for GET.
  let form: NamedValues
  /// The files that the form carries.
  let files: [FormData.File]
  /// The language that the person chose.
  let language: Language
  /// Who works.
  let account: LocalAccount
  /// The token that must stand in every form of this page.
  let formToken: String
  /// The laptop, held for this request alone.
  let laptop: Laptop
  /// What the desk remembers of this browser.
  let memory: BrowserMemory
  /// Who sits at the laptop.
  let seats: SeatDesk
  /// Wrong passwords so far.
  let tries: PasswordTries
  /// What goes on beside the pages.
  let work: LaptopWork
  /// Holds the laptop, and opens its practice.
  let bench: LaptopBench
  /// The clocks when the request came.
  let clock: ClockReading
  /// Clocks, randomness and machine, for what is kept beside the records.
  let surroundings: Surroundings

  /// Who may be recorded twice, where the page was found to need it before the laptop was held for it.
  var duplicates: OpenDuplicates?

  /// Who may be recorded twice.
  func openDuplicates() throws -> OpenDuplicates {
    try duplicates ?? laptop.openDuplicates()
  }

  var records: FieldStore { laptop.records }
  var reader: RecordReader { laptop.records.reader }
  var drafts: DraftBook { DraftBook(laptop.records) }
  var member: RowID { account.member }
  var accounts: LocalAccounts { LocalAccounts(laptop.home, surroundings) }

  /// What is known about the present, by the clocks of now: what this request has saved itself is
  /// never newer than they.
  func knowledge() throws -> ClockKnowledge { try records.knowledge(of: surroundings.clock()) }

  /// A frame for the answer, with the state of the laptop in it.
  func frame(_ title: BilingualText) throws -> PageFrame {
    var frame = PageFrame(
      title: title, name: "CamTay", language: language,
      path: !http.method.changesState ? http.pathAndQuery : isPage ? http.path : "/")
    frame.person = PageFrame.Person(name: account.name, formToken: formToken)
    frame.display = PageDisplay.of(http)
    frame.leaving = LaptopPages.lock
    frame.cover = LaptopPages.cover
    frame.footLinks = LaptopPages.footLinks
    frame.links = LaptopPages.navigation
    frame.status = try LaptopStateLine(self).html(language)
    frame.scripts = [LaptopScript.path]
    frame.practice = laptop.isPractice ? PracticeWords.frame : nil
    frame.version = "\(FieldAgent.program) \(FieldAgent.version)"
    return frame
  }

  /// A whole page.
  ///
  /// - Parameter heading: the first heading where it names somebody, whom the title never names.
  func page(
    _ title: BilingualText, heading: BilingualText? = nil, status: Int = 200,
    @HTMLBuilder _ content: () throws -> HTML
  ) throws -> HTTPResponse {
    let inner = try content()
    var frame = try frame(title)
    frame.heading = heading
    return .html(frame.page { inner }, status: status)
  }
}

/// One page or form of the laptop: where it is, and what answers.
///
/// Host, origin, the way in, the lock and the form's token are checked before the handler runs. An
/// error that it throws becomes a page that says what is safe.
struct LaptopRoute: Sendable {
  typealias Handler = @Sendable (LaptopRequest) throws -> HTTPResponse

  /// Bytes of the largest form: whatever somebody pastes into a field by mistake is kept, and told by
  /// that field's own check.
  static let bodyLimit = 2 << 20

  let method: HTTPMethod
  let pattern: String
  /// False for what a page asks by itself: it does not keep the laptop unlocked.
  let isByPerson: Bool
  /// False for what the script sends while somebody types: over the lock it is answered with 401,
  /// and never takes the place of the form that its sender saved.
  let waitsForLock: Bool
  /// True for what compares everybody with everybody: that is done before the laptop is held, so that
  /// no other page waits for it.
  let comparesRegister: Bool
  /// Bytes of its largest form.
  let bodyLimit: Int
  let handler: Handler

  init(
    _ method: HTTPMethod, _ pattern: String, isByPerson: Bool = true,
    waitsForLock: Bool = true, comparesRegister: Bool = false,
    bodyLimit: Int = LaptopRoute.bodyLimit, handler: @escaping Handler
  ) {
    self.method = method
    self.pattern = pattern
    self.isByPerson = isByPerson
    self.waitsForLock = waitsForLock
    self.comparesRegister = comparesRegister
    self.bodyLimit = bodyLimit
    self.handler = handler
  }
}
