import FieldWork
import Listings
import Pages
import Replica
import SyncProtocol
import Web

/// Batches that are missing here while others wait for them, and batches that are kept aside: what
/// each means, and what a coordinator decides when nobody has them any more.
struct GapPages {
  static let path = "/gaps"
  /// Where the missing batches stand that others wait for.
  static let missingPath = "\(path)#\(missingName)"
  private static let missingName = "missing"
  private static let pattern = "\(path)/:batch"
  private static let anywayName = "anyway"
  private static let noteName = "note"

  static let routes = [
    PageRoute(.get, path, access: .coordinator, isLive: true, handler: list),
    PageRoute(.get, pattern, access: .coordinator, isNoted: true) { try GapPages($0).page() },
    PageRoute(.post, pattern, access: .coordinator, isNoted: false) { try GapPages($0).decide() },
  ]

  /// What is decided about.
  private enum Subject {
    case missing(Hold)
    case aside(AsideSurvey.Item)
  }

  // MARK: The list

  private static func list(_ request: PageRequest) throws -> HTTPResponse {
    let language = request.language
    let reach = try ReachedLaptops(request)
    let holds = try request.centre.inspect { try $0.store.holds() }
      .filter { reach.holds($0.missing.replica) }
    let items = try AsideSurvey(request.centre).items.filter { reach.holds($0.batch.replica) }
    var frame = request.frame(GapWords.title)
    frame.lead = GapWords.lead
    return .html(
      frame.page {
        if request.http.query["done"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            GapWords.done.text(in: language)
          }
        }
        panel(id: missingName) {
          PageTable(
            GapWords.missing,
            columns: [
              .text(GapWords.batch), .text(GapWords.writer), .text(GapWords.waiting),
              .number(GapWords.operations), .text(GapWords.since), .text(LaptopWords.state),
            ],
            rows: holds.map { hold in
              let isIncident = hold.isIncident(at: request.clock.wall)
              return PageTable.Row([
                link(GapArguments.name(of: hold)), .text(reach.label(hold.missing.replica)),
                .text(hold.waiting.map(reach.label).joined(separator: ", ")),
                PageTable.number(Int(clamping: hold.operations), language),
                .text(Format.dateTime(LocalDateTime(time: hold.since))),
                (isIncident ? StateMark.attention : .neutral).html(
                  (isIncident ? GapWords.look : GapWords.young).text(in: language)),
              ])
            }, empty: GapWords.nothingMissing
          ).html(language)
        }
        panel(id: "aside") {
          PageTable(
            GapWords.aside,
            columns: [
              .text(GapWords.batch), .text(GapWords.writer), .text(GapWords.came),
              .number(GapWords.operations), .number(GapWords.notCounted), .text(LaptopWords.state),
            ],
            rows: items.map { item in
              PageTable.Row([
                link(AsideSurvey.name(of: item.batch)), .text(item.label),
                .text(Format.dateTime(LocalDateTime(time: item.batch.received))),
                PageTable.number(item.batch.entries.count, language),
                PageTable.number(item.batch.waitingCount, language),
                (item.outlook == .decision ? StateMark.attention : .neutral)
                  .html(AsideWords.words(of: item).text(in: language)),
              ])
            }, empty: GapWords.nothingAside
          ).html(language)
        }
      })
  }

  private static func link(_ name: String) -> HTML {
    element("a", ["href": "\(path)/\(name)"]) { element("code") { name } }
  }

  // MARK: One of them

  private let request: PageRequest
  private let language: Language
  private let subject: Subject
  private let name: String
  private let label: String

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let typed = String(request.parameters["batch"].prefix(64))
    name = typed
    let reach = try ReachedLaptops(request)
    let holds = try request.centre.inspect { try $0.store.holds() }
    if let hold = try? GapArguments.hold(typed, among: holds), reach.holds(hold.missing.replica) {
      subject = .missing(hold)
      label = reach.label(hold.missing.replica)
    } else if let item = try? AsideSurvey(request.centre).item(named: typed),
      reach.holds(item.batch.replica)
    {
      subject = .aside(item)
      label = item.label
    } else {
      throw FieldError.notFound(typed)
    }
  }

  private var path: String { "\(Self.path)/\(name)" }

  private func page(_ problem: BilingualText? = nil) throws -> HTTPResponse {
    let doubt = try doubt()
    let shown = try effect()
    var frame = request.frame(title)
    frame.isNarrow = true
    frame.path = path
    return .html(
      frame.page {
        panel {
          facts([(GapWords.batch, name), (GapWords.writer, label)], language)
          for words in shown { element("p") { words.text(in: language) } }
          if let doubt {
            element("p") { StateMark.attention.html(doubt.text(in: language)) }
          }
          PageForm(
            action: path, formToken: request.formToken, submit: title, problem: problem
          ).html(language) {
            PageField(
              Self.noteName, GapWords.note, .lines, value: request.form[Self.noteName] ?? ""
            ).html(language)
            if doubt != nil {
              TickBoxes(
                name: Self.anywayName, legend: GapWords.sure,
                choices: [("1", GapWords.anyway)],
                chosen: Set(request.form.all(Self.anywayName)), problem: nil
              ).html(language)
            }
          }
        }
        element("p") {
          element("a", ["href": Self.path]) { GapWords.title.text(in: language) }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private var title: BilingualText {
    switch subject {
    case .missing: GapWords.declare
    case .aside: GapWords.adopt
    }
  }

  /// Why it may be too early; nil where it is not.
  private func doubt() throws -> BilingualText? {
    switch subject {
    case .missing: try GapDeclareCommand.carriers(request.centre)
    case .aside(let item): item.outlook == .awaited ? AsideWords.words(of: item) : nil
    }
  }

  /// What the decision does; nothing is written.
  private func effect() throws -> [BilingualText] {
    switch subject {
    case .missing(let hold):
      let merged = try request.centre.change { records, clock in
        try records.store.declareLost(
          hold.missing.hash, by: "-", note: nil, clock: clock, isDryRun: true)
      }
      return [GapWords.wouldMerge(merged), GapWords.declaring]
    case .aside(let item):
      let outcome = try request.centre.change { records, clock in
        try records.store.adoptAside(
          item.batch.hash, by: "-", note: nil, clock: clock, isDryRun: true)
      }
      return AsideAdoptCommand.lines(outcome, isDryRun: true)
    }
  }

  private func decide() throws -> HTTPResponse {
    if try doubt() != nil, request.form[Self.anywayName] == nil {
      return try page(GapWords.notSure)
    }
    let person = request.account?.name.text ?? ""
    let note = request.form[Self.noteName].flatMap {
      $0.isEmpty ? nil : String($0.prefix(2_000))
    }
    do {
      if case .aside = subject,
        let lock = try request.centre.inspect({ try SealedValuesLock($0.store) })
      {
        return try page(lock.words)
      }
      let actor = try request.actor
      try request.centre.change { records, clock in
        switch subject {
        case .missing(let hold):
          _ = try records.store.declareLost(
            hold.missing.hash, by: person, note: note, clock: clock, isDryRun: false)
        case .aside(let item):
          _ = try records.store.adoptAside(
            item.batch.hash, by: person, note: note, clock: clock, isDryRun: false)
        }
        try AuditLog(records.store.connection).note(
          AuditEvent(.sent, path, detail: note ?? ""), by: actor, at: clock.wall)
      }
      return .seeOther("\(Self.path)?done=1")
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return try page(PageRequest.words(ofInput: error))
    }
  }
}

/// The words of batches that are missing or kept aside.
enum GapWords {
  static let title = BilingualText(vi: "Gói thiếu, gói giữ riêng", en: "Missing and kept aside")
  static let lead = BilingualText(
    vi: "Trước hết hãy gửi nhận với máy đã ghi và mọi máy đã gặp gói ấy: phần lớn tự về. Chỉ quyết "
      + "định ở đây khi không còn máy nào có.",
    en:
      "First sync the laptop that wrote it and every laptop that met it: most come by themselves. "
      + "Decide here only when no laptop has it any more.")
  static let missing = BilingualText(vi: "Gói còn thiếu", en: "Missing batches")
  static let aside = BilingualText(vi: "Gói giữ riêng", en: "Batches kept aside")
  static let batch = BilingualText(vi: "Gói", en: "Batch")
  static let writer = BilingualText(vi: "Máy đã ghi", en: "Written by")
  static let waiting = BilingualText(vi: "Đang chờ", en: "Who waits")
  static let operations = BilingualText(vi: "Thao tác", en: "Operations")
  static let notCounted = BilingualText(vi: "Chưa tính", en: "Not counted")
  static let since = BilingualText(vi: "Từ lúc", en: "Since")
  static let came = BilingualText(vi: "Tới lúc", en: "Came")
  static let look = BilingualText(vi: "cần xem", en: "look")
  static let young = BilingualText(vi: "có thể còn đang về", en: "may be under way")
  static let nothingMissing = BilingualText(vi: "Không thiếu gói nào.", en: "No batch is missing.")
  static let nothingAside = BilingualText(
    vi: "Không có gói nào được giữ riêng.", en: "Nothing is kept aside.")
  static let done = BilingualText(vi: "Đã ghi quyết định.", en: "The decision is noted.")
  static let declare = BilingualText(vi: "Khai báo đã mất hẳn", en: "Declare it lost for good")
  static let adopt = BilingualText(vi: "Nhận gói giữ riêng", en: "Adopt what is kept aside")
  static let note = BilingualText(vi: "Vì sao (ghi vào nhật ký)", en: "Why (noted in the log)")
  static let sure = BilingualText(vi: "Chắc chắn", en: "For certain")
  static let anyway = BilingualText(
    vi: "tôi chắc không máy nào còn gói này", en: "no laptop has it, I am certain")
  static let notSure = BilingualText(
    vi: "Chưa làm gì: còn máy có thể mang gói này về. Nếu chắc là không, hãy đánh dấu ở dưới.",
    en:
      "Nothing was done: a laptop may still bring it. If none can for certain, tick the box below.")
  static let declaring = BilingualText(
    vi: "Nếu sau này gói tới, nội dung được ghi lại thay người đã ghi và chờ xem.",
    en: "Should it come after all, what it says is written anew for its authors and waits for a "
      + "look.")

  static func wouldMerge(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "Khai báo mất thì \(count) gói đang chờ sẽ được gộp.",
      en: "Declaring it lost would merge "
        + "\(counted(count, "waiting batch", "waiting batches")).")
  }
}
