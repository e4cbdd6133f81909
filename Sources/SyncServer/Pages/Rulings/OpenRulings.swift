import FieldWork
import Pages
import Replica
import Web

/// What waits of one laptop, which may be ruled on at once: a laptop that was reported lost and found
/// again has a whole day of work in it.
struct OpenRulings {
  /// Reviews that are ruled on at once at most.
  private static let maximumCount = 500

  let reviews: [RecordReview]
  private let laptop: String
  private let replica: String

  /// - Parameter replica: the laptop's number; nil where no laptop is chosen.
  /// - Returns: nil where fewer than two wait, or too many for one act.
  init?(_ lines: [RulingPages.Line], of replica: String?) {
    guard let replica else { return nil }
    let open = lines.filter {
      $0.review.state == .neutralised && "\($0.review.replica.rawValue)" == replica
    }
    guard let first = open.first, (2...Self.maximumCount).contains(open.count) else { return nil }
    reviews = open.map(\.review)
    laptop = first.laptop
    self.replica = replica
  }

  /// What a form was made from: all of them, so that nobody rules on what came in meanwhile.
  var seen: String {
    "\(reviews.count) \(reviews.map(\.number).max() ?? 0) \(reviews.map(\.number).min() ?? 0)"
  }

  func form(_ request: PageRequest) -> HTML {
    let language = request.language
    return element("form", ["class": "form", "method": "post", "action": RulingPages.path]) {
      element("p") { RulingWords.allOf(laptop, reviews.count).text(in: language) }
      PageFrame.tokenField(request.formToken)
      hidden("seen", seen)
      hidden("laptop", replica)
      PageField(
        "note", RulingWords.note, .lines, value: request.form["note"] ?? "",
        hint: ReviewPageWords.commentHint
      ).html(language)
      element("div", ["class": "actions"]) {
        element("button", ["type": "submit", "name": "act", "value": "admit"]) {
          RulingWords.admitAll(reviews.count).text(in: language)
        }
        element("button", ["type": "submit", "name": "act", "value": "reject", "class": "quiet"]) {
          RulingWords.rejectAll(reviews.count).text(in: language)
        }
      }
    }
  }
}
