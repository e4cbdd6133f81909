import FieldWork
import Pages
import SyncProtocol
import Web

/// What this laptop wrote and the centre did not accept: what, why, who said so, what to do.
struct ReviewFixes {
  static let routes = [
    LaptopRoute(.post, "\(FixPage.path)/reviews/:id/read") { request in
      let review = try request.records.review(named: "#" + request.parameters["id"])
      try request.laptop.writing { records, _ in try records.noteRead(review) }
      request.memory.say(
        PageNotice(
          BilingualText(
            vi: "Đã ghi nhận trên máy này: \(review.codeText), không nhắc lại nữa.",
            en: "Noted on this laptop: \(review.codeText) is not shown again.")))
      return .seeOther(FixPage.path)
    }
  ]

  private let request: LaptopRequest
  private let language: Language

  init(_ request: LaptopRequest) {
    self.request = request
    language = request.language
  }

  /// The panel; nil where there is nothing.
  func html() throws -> HTML? {
    let reviews = try request.records.ownReviews().filter {
      $0.state == .neutralised || $0.isUnread
    }
    guard !reviews.isEmpty else { return nil }
    return panel(
      id: "reviews", language.text("Trung tâm chưa chấp nhận", "The centre did not accept"),
      lead: language.text(
        "Không mất gì: điều đã ghi vẫn được giữ, và giá trị trước đó được hiện lại.",
        "Nothing is lost: what was written is kept, and the value before it is shown again.")
    ) {
      for review in reviews.prefix(FixPage.listLimit) { html(review) }
      FixPage.rest(reviews.count, language)
    }
  }

  private func html(_ review: RecordReview) -> HTML {
    element("article", ["class": "conflict", "id": "review-\(review.id.rawValue)"]) {
      element("h3") {
        review.recordWords.text(in: language) + " "
        recordLink(review.codeText)
        ": " + review.fieldWords.text(in: language)
      }
      element("p") {
        (review.isUnread ? StateMark.missing : .attention)
          .html(review.stateWords.text(in: language))
      }
      facts(
        [
          (BilingualText(vi: "Đã ghi", en: "Written"), review.valueWords?.text(in: language)),
          (BilingualText(vi: "Vì sao", en: "Why"), review.reasonWords.text(in: language)),
          (FieldLabel.words(of: "author"), review.author),
          (FieldLabel.words(of: "ruled_by"), review.ruledBy),
          (BilingualText(vi: "Lúc", en: "When"), review.ruledAt.map(Format.dateTime)),
          (BilingualText(vi: "Giải thích", en: "Comment"), review.note),
        ], language)
      element("div", ["class": "row-actions"]) {
        if let path = RecordPath.of(review.codeText) {
          link(path, language.text("Mở để ghi lại cho đúng", "Open, to write it anew"))
        }
        if review.isUnread {
          actionForm(
            "\(FixPage.path)/reviews/\(review.id.rawValue)/read",
            BilingualText(vi: "Tôi đã đọc", en: "I have read this"), request, isQuiet: true)
        } else {
          element("span", ["class": "detail"]) {
            language.text(
              "Nếu điều đã ghi là đúng, hãy hỏi điều phối viên.",
              "If what was written is right, ask the coordinator.")
          }
        }
      }
    }
  }
}
