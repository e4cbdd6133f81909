import FieldWork
import Pages
import Web

/// A box that takes the code of a service or procedure, or words of its name.
///
/// What stands in it is named below; of words that several have, those are offered to be taken by one
/// press. With a script that is renewed while somebody types, without one by Enter or "Find".
struct ServiceBox {
  /// Its name in the form, and its id in the page.
  let name: String
  let label: BilingualText
  let value: String
  let error: BilingualText?
  var isRequired = true

  /// Where the script asks what the words of a box may mean.
  static let proposalsPath = "\(GuidePage.path)/proposals"

  static let routes = [
    LaptopRoute(.get, proposalsPath, isByPerson: false) { request in
      let box = request.http.query["box"] ?? ""
      guard (1...60).contains(box.utf8.count) else { return .notFound }
      return .html(proposals(box, request.http.query["query"] ?? "", request.language))
    }
  ]

  /// The most that are offered below a box.
  private static let proposalLimit = 6
  /// The procedures met most often, of which so many stand in the list of a box.
  private static let listLimit = 30
  /// The id of that list.
  private static let listID = "services"
  /// How an action of a form begins that takes one of those offered, and one that only looks.
  private static let takes = "take-"
  private static let finds = "find-"

  /// The box in one language; the form holds `list` once.
  func html(_ language: Language) -> HTML {
    var field = PageField(
      name, label, value: value,
      hint: BilingualText(
        vi: "gõ vài chữ của thủ tục rồi chọn, hoặc gõ mã",
        en: "type words of the procedure and choose, or type its code"),
      error: error, isRequired: isRequired)
    field.list = Self.listID
    field.enterSearches = true
    return element("div", ["class": "service"]) {
      field.html(language)
      element(
        "div",
        [
          "class": "proposals", "aria-live": "polite", "data-for": name,
          "data-proposals": "\(Self.proposalsPath)?box=\(name)&query=",
        ]
      ) { Self.proposals(name, value, language) }
      element(
        "button",
        [
          "type": "submit", "name": "action", "value": Self.finds + name, "class": "quiet",
          "data-unscripted": "",
        ]
      ) { language.text("Tìm thủ tục", "Find the procedure") }
    }
  }

  /// What every box of a form proposes before anything is typed: services, and the procedures that
  /// are met most often.
  static func list(_ language: Language) -> HTML {
    element("datalist", ["id": listID]) {
      for service in FieldService.allCases {
        element("option", ["value": service.rawValue]) { service.words.text(in: language) }
      }
      for procedure in Procedures.metMostOften.prefix(listLimit) {
        element("option", ["value": procedure.code]) { procedure.name(language) }
      }
    }
  }

  /// What an action of a form puts into one of its boxes; nil where it takes nothing.
  static func taken(by action: String, _ names: [String]) -> (name: String, value: String)? {
    names.lazy.compactMap { name in
      let start = "\(takes)\(name)-"
      guard action.hasPrefix(start),
        let code = ServiceNames.canonicalCode(String(action.dropFirst(start.count)))
      else { return nil }
      return (name, code)
    }.first
  }

  private static func proposals(_ name: String, _ typed: String, _ language: Language) -> HTML {
    guard !typed.allSatisfy(\.isWhitespace) else { return .empty }
    if let code = ServiceNames.code(typed: typed) {
      return element("span", ["class": "detail"]) {
        StateMark.good.html(ServiceNames.name(of: code, in: language))
      }
    }
    let codes = ServiceNames.find(typed, limit: proposalLimit)
    return HTML.group {
      if codes.isEmpty {
        element("span", ["class": "detail"]) {
          language.text(
            "Không có thủ tục nào khớp; hãy thử ít chữ hơn.",
            "No procedure matches; try fewer words.")
        }
      }
      for code in codes {
        element(
          "button",
          [
            "type": "submit", "name": "action", "value": "\(takes)\(name)-\(code)",
            "class": "quiet", "data-take": code,
          ]
        ) { ServiceNames.name(of: code, in: language).shortened(to: 80) }
      }
    }
  }
}
