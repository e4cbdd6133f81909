import FieldWork
import Pages
import Replica
import Synchronization
import SyncProtocol
import Web

/// The page that a printed code leads to: anybody rates there and says what they think, without signing
/// in. It shows no resident's data, leaves nothing in the browser, and is bounded by address, by code
/// and in all.
final class FeedbackDesk: Sendable {
  private static let pattern = RatingInvitation.path(of: ":printed")
  /// Bytes of the longest form that is read.
  static let bodyLimit = 16 << 10
  /// Forms that are known to have been sent.
  private static let maximumTickets = 10_000

  private struct Bounds {
    static let tenMinutes: Int64 = 600_000
    /// Pages that one address opens: a support point's visitors may be behind one.
    var looks = RateWindow(limit: 240, spanMilliseconds: tenMinutes)
    /// What one address sends.
    var sends = RateWindow(limit: 30, spanMilliseconds: tenMinutes)
    /// What is sent about one record.
    var codes = RateWindow(limit: 120, spanMilliseconds: 6 * tenMinutes)
    /// What is sent by everybody.
    var all = RateWindow(limit: 3_000, spanMilliseconds: 6 * tenMinutes, maximumKeys: 1)
    /// The forms that were sent, oldest first.
    var sent: [String] = []
  }

  private let centre: Centre
  private let bounds = Mutex(Bounds())

  init(_ centre: Centre) { self.centre = centre }

  /// The routes of the page.
  var routes: [PageRoute] {
    [
      PageRoute(.get, Self.pattern, access: .anyone, handler: show),
      PageRoute(
        .post, Self.pattern, access: .anyone, bodyLimit: Self.bodyLimit, isNoted: false,
        handler: take),
    ]
  }

  private func show(_ request: PageRequest) throws -> HTTPResponse {
    let visit = Visit(request)
    let wait = bounds.withLock { $0.looks.take(visit.peer, now: visit.now) }
    guard wait == 0 else { return visit.tooMany(wait) }
    guard let (subject, isUsed) = try find(visit) else { return visit.unknown() }
    if request.http.query["done"] != nil { return visit.thanks(subject) }
    guard !isUsed else { return visit.used(subject) }
    return visit.form(subject, ticket: ticket(), problem: nil)
  }

  private func take(_ request: PageRequest) throws -> HTTPResponse {
    let visit = Visit(request)
    let wait = bounds.withLock { $0.sends.take(visit.peer, now: visit.now) }
    guard wait == 0 else { return visit.tooMany(wait) }
    guard let (subject, _) = try find(visit) else { return visit.unknown() }
    let sent = String((request.form["ticket"] ?? "").prefix(64))
    // Sent twice: it was kept the first time.
    let isKnown = !sent.isEmpty && bounds.withLock { $0.sent.contains(sent) }
    guard !isKnown else { return visit.done(subject) }
    guard (1...5).contains(Int(request.typed("rating")) ?? 0) else {
      return visit.form(subject, ticket: sent, problem: SlipWords.noRating)
    }
    let crowd = bounds.withLock { bounds in
      let wait = bounds.codes.take(subject.codeText, now: visit.now)
      return wait > 0 ? wait : bounds.all.take("", now: visit.now)
    }
    guard crowd == 0 else { return visit.tooMany(crowd) }
    do {
      let isKept = try centre.change { records, clock -> Bool in
        guard try !subject.servesOnce || !Self.isUsed(subject, records.reader) else { return false }
        let form = RecordForms.feedback
        _ = try records.add(
          form,
          FormDraft(
            form,
            [
              subject.option: subject.codeText, "rating": request.typed("rating"),
              "text": request.form["text"] ?? "", "channel": "printed-qr",
              // The day it was sent, not that of the session which it is about.
              "date": Format.date(request.today),
            ]), author: nil, clock: clock)
        return true
      }
      guard isKept else { return visit.used(subject) }
    } catch let error as FieldError {
      guard let words = PageRequest.words(ofInput: error) else { throw error }
      return visit.form(subject, ticket: sent, problem: words)
    }
    bounds.withLock { bounds in
      if bounds.sent.count >= Self.maximumTickets { bounds.sent.removeFirst() }
      bounds.sent.append(sent)
    }
    return visit.done(subject)
  }

  private func find(_ visit: Visit) throws -> (subject: FeedbackSubject, isUsed: Bool)? {
    try centre.read { reader in
      guard let subject = try FeedbackSubject(visit.code, reader, on: visit.request.today) else {
        return nil
      }
      return (subject, try subject.servesOnce && Self.isUsed(subject, reader))
    }
  }

  /// Whether a slip was used: somebody rated by it and that stands.
  private static func isUsed(_ subject: FeedbackSubject, _ reader: RecordReader) throws -> Bool {
    var filter = FormFilter()
    filter.values = [
      (FeedbackTable.submission, .integer(subject.row.rawValue)),
      (FeedbackTable.channel, .integer(1)),
    ]
    return try reader.formCount(RecordForms.feedback, filter) > 0
  }

  private func ticket() -> String {
    var random = centre.surroundings.generator()
    return String(UInt64.random(in: .min ... .max, using: &random), radix: 36)
  }

  /// One request of somebody who is not known.
  private struct Visit {
    let request: PageRequest
    let code: String
    let language: Language
    let peer: String
    let now: Int64

    init(_ request: PageRequest) {
      self.request = request
      code = String(request.parameters["printed"].prefix(40))
      let asked = request.form["lang"] ?? request.http.query["lang"]
      language = asked.flatMap(Language.init(rawValue:)) ?? .vietnamese
      peer = request.http.peer.description
      now = request.clock.monotonicMilliseconds
    }

    private func address(_ code: String, _ language: Language, done: Bool = false) -> String {
      var items: [NamedValues.Item] = []
      if language != .vietnamese { items.append(.init(name: "lang", value: language.rawValue)) }
      if done { items.append(.init(name: "done", value: "1")) }
      return RatingInvitation.path(of: code)
        + (items.isEmpty ? "" : "?\(NamedValues(items).encoded)")
    }

    private func page(
      _ subject: FeedbackSubject?, status: Int = 200, @HTMLBuilder _ content: () -> HTML
    ) -> HTTPResponse {
      var frame = PageFrame(
        title: SlipWords.title, name: "CamTay · \(request.centre.settings.place.name)",
        language: language, path: "/")
      frame.isNarrow = true
      frame.lead = subject?.words
      let other: Language = language == .vietnamese ? .english : .vietnamese
      frame.otherLanguage = address(subject?.codeText ?? "-", other)
      return .html(frame.page(content), status: status)
    }

    private func told(
      _ words: BilingualText, _ subject: FeedbackSubject?, status: Int, isGood: Bool
    ) -> HTTPResponse {
      page(subject, status: status) {
        element(
          "p",
          ["class": "message \(isGood ? "good" : "warn")", "role": isGood ? "status" : "alert"]
        ) {
          words.text(in: language)
        }
      }
    }

    func done(_ subject: FeedbackSubject) -> HTTPResponse {
      .seeOther(address(subject.codeText, language, done: true))
    }

    func thanks(_ subject: FeedbackSubject) -> HTTPResponse {
      told(SlipWords.thanks, subject, status: 200, isGood: true)
    }

    func used(_ subject: FeedbackSubject) -> HTTPResponse {
      told(SlipWords.used, subject, status: 200, isGood: true)
    }

    func unknown() -> HTTPResponse {
      told(SlipWords.unknown, nil, status: 404, isGood: false)
    }

    func tooMany(_ milliseconds: Int64) -> HTTPResponse {
      let seconds = (milliseconds + 999) / 1_000
      var response = told(SlipWords.tooMany(seconds), nil, status: 429, isGood: false)
      response.headers.set("Retry-After", String(seconds))
      return response
    }

    func form(
      _ subject: FeedbackSubject, ticket: String, problem: BilingualText?
    ) -> HTTPResponse {
      let chosen = request.form["rating"]
      return page(subject, status: problem == nil ? 200 : 422) {
        panel(lead: SlipWords.lead.text(in: language)) {
          PageForm(
            action: RatingInvitation.path(of: subject.codeText), formToken: nil,
            submit: SlipWords.send, problem: problem
          ).html(language) {
            hidden("ticket", ticket)
            hidden("lang", language.rawValue)
            element("fieldset", ["class": "boxes ratings"]) {
              element("legend") { SlipWords.rating.text(in: language) }
              for (place, words) in FeedbackWords.ratingWords.enumerated() {
                element("label", ["class": "box"]) {
                  element(
                    "input",
                    [
                      "type": "radio", "name": "rating", "value": String(place + 1),
                      "required": "", "checked": chosen == String(place + 1) ? "" : nil,
                    ])
                  element("span") { "\(place + 1) – \(words.text(in: language))" }
                }
              }
            }
            PageField(
              "text", SlipWords.said, .lines,
              value: String((request.form["text"] ?? "").prefix(TextLimit.note)),
              hint: SlipWords.saidHint
            ).html(language)
          }
        }
      }
    }
  }
}

/// The words of the page that anybody may open.
enum SlipWords {
  static let title = BilingualText(
    vi: "Đánh giá việc hỗ trợ", en: "Rate the help you were given")
  static let lead = BilingualText(
    vi: "Không cần đăng nhập, không hỏi tên. Góp ý được xem và trả lời trong "
      + "\(FeedbackFacts.answerDays) ngày làm việc.",
    en: "No signing in, and nobody asks your name. What you say is looked at and answered within "
      + "\(FeedbackFacts.answerDays) working days.")
  static let rating = BilingualText(
    vi: "Bà con hài lòng đến đâu? (bắt buộc)", en: "How was it? (required)")
  static let said = BilingualText(vi: "Điều muốn góp ý", en: "What you want to say")
  static let saidHint = BilingualText(
    vi: "không bắt buộc. Đừng ghi số căn cước, mật khẩu, mã OTP. Muốn được gọi lại thì ghi số điện "
      + "thoại.",
    en: "not required. Write no personal id, password or one-time code. To be called back, leave a "
      + "telephone number.")
  static let send = BilingualText(vi: "Gửi đánh giá", en: "Send")
  static let noRating = BilingualText(
    vi: "Hãy chọn một mức từ 1 đến 5; chưa gửi "
      + "gì.", en: "Choose from 1 to 5; nothing was sent yet.")
  static let thanks = BilingualText(
    vi: "Đã nhận. Cảm ơn bà con. Có thể đóng trang này.",
    en: "Received. Thank you. You can close "
      + "this page.")
  static let used = BilingualText(
    vi: "Phiếu này đã được dùng để đánh giá một lần rồi. Muốn nói thêm, hãy gặp tổ công nghệ số "
      + "hoặc "
      + "bộ phận một cửa.",
    en: "This slip was used to rate once already. To say more, see the team or the one-stop desk.")
  static let unknown = BilingualText(
    vi: "Mã này không còn dùng để đánh giá, hoặc gõ chưa đúng; chưa gửi gì. Hãy quét lại mã trên "
      + "giấy.",
    en: "This code is not one to rate by any more, or was mistyped; nothing was sent. Scan the "
      + "paper "
      + "again.")

  static func tooMany(_ seconds: Int64) -> BilingualText {
    BilingualText(
      vi: "Nhiều người gửi quá trong ít phút; lần này chưa gửi gì. Hãy thử lại sau \(seconds) "
        + "giây, "
        + "hoặc ghi vào giấy đưa cho tổ.",
      en: "Too much was sent within a few minutes; nothing was sent this time. Try again in "
        + "\(seconds) "
        + "seconds, or write it on paper for the team.")
  }
}
