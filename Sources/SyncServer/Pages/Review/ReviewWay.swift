import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The way through a list of the review, one visit after the other: what the list was asked for goes
/// along from page to page.
struct ReviewWay {
  private static let thenName = "then"
  private static let nextValue = "next"
  private static let endedName = "ended"
  private static let beforeValue = "before"

  private let choice: ListChoice

  /// - Parameter values: the query of a page, or the form that it sent.
  init(_ values: NamedValues) { choice = ReviewList.plain.choice(values) }

  /// The list that the visit was opened from.
  var list: String { choice.address(ReviewPages.path) }

  /// The page of a visit on this way.
  func address(of visit: VisitFile) -> String { choice.address(visit.address) }

  /// What a form takes along.
  func fields() -> HTML {
    HTML.group {
      for (name, value) in choice.filters.sorted(by: { $0.key < $1.key }) { hidden(name, value) }
      if let order = choice.order {
        hidden(ListChoice.names[0], (choice.isDescending ? "-" : "") + order)
      }
    }
  }

  /// The button that goes on to the next visit when what the form says is written.
  ///
  /// - Parameter hasKey: whether a key of the keyboard presses it, which is told beside it.
  func button(_ words: BilingualText, hasKey: Bool, _ language: Language) -> HTML {
    HTML.group {
      element(
        "button",
        [
          "type": "submit", "class": "quiet", "name": Self.thenName, "value": Self.nextValue,
          "accesskey": hasKey ? "n" : nil, "aria-keyshortcuts": hasKey ? "Alt+N" : nil,
        ]
      ) { (words + ReviewPageWords.andNext).text(in: language) }
      if hasKey {
        element("span", ["class": "field-hint"]) { ReviewPageWords.approveKey.text(in: language) }
      }
    }
  }

  /// What is said on the page that one comes to when something was said of a visit.
  static func done(_ request: PageRequest) -> HTML {
    guard let value = request.http.query["done"] else { return .empty }
    let words = value == beforeValue ? ReviewPageWords.doneBefore : ReviewPageWords.done
    return element("p", ["class": "message good", "role": "status"]) {
      words.text(in: request.language)
    }
  }

  /// Where to go when something was said of a visit: to the next one that awaits a look, if that is
  /// asked for.
  func address(
    after visit: VisitFile, _ request: PageRequest, _ reached: ReachedWork
  ) throws -> String {
    func done(_ address: String, _ item: String) -> String {
      let way = choice.address(address)
      return way + (way.contains("?") ? "&" : "?") + item
    }
    guard request.form[Self.thenName] == Self.nextValue else {
      return done(visit.address, "done=1")
    }
    var filters = choice.filters
    let state = filters["state"].flatMap(ReviewState.init(rawValue:))
    // Of a list that has what was looked at too, the rest of what was not.
    if state.map({ ![.new, .mended, .changed].contains($0) }) ?? true { filters["state"] = nil }
    let next = try request.centre.inspect { records in
      try ReviewPages.find(filters, request.centre, records, reached, now: request.now).query
        .visits(records.store.connection, ReviewList.order(choice), limit: 2, offset: 0)
        .first { $0 != visit.visit }
    }
    guard let next else { return done(ReviewPages.path, "\(Self.endedName)=1") }
    return done("\(ReviewPages.path)/\(next.rawValue)", "done=\(Self.beforeValue)")
  }

  /// That the way through a list is at its end.
  static func ended(_ request: PageRequest) -> HTML {
    guard request.http.query[endedName] != nil else { return .empty }
    return element("p", ["class": "message good", "role": "status"]) {
      ReviewPageWords.ended.text(in: request.language)
    }
  }
}
