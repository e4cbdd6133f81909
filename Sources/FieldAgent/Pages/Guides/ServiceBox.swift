import FieldWork
import Foundation
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
  /// Whether it takes administrative procedures alone, as the box of a dossier does.
  var isOfProcedures = false

  /// Where the script asks what the words of a box may mean.
  static let proposalsPath = "\(GuidePage.path)/proposals"

  static let routes = [
    LaptopRoute(.get, proposalsPath, isByPerson: false) { request in
      let box = request.http.query["box"] ?? ""
      guard (1...60).contains(box.utf8.count) else { return .notFound }
      return .html(
        try proposals(
          box, request.http.query["query"] ?? "",
          isOfProcedures: request.http.query["kind"] == procedureKind, request.language,
          request.reader))
    }
  ]

  /// What the script asks with for a box of procedures alone.
  private static let procedureKind = "procedure"
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
  func html(_ language: Language, _ reader: RecordReader) throws -> HTML {
    var field = PageField(
      name, label, value: try Self.text(of: value, language, reader),
      hint: BilingualText(
        vi: "gõ vài chữ của thủ tục rồi chọn, hoặc gõ mã",
        en: "type words of the procedure and choose, or type its code"),
      error: error, isRequired: isRequired)
    field.list = Self.listID
    field.enterSearches = true
    return try element("div", ["class": "service"]) {
      field.html(language)
      try element(
        "div",
        [
          "class": "proposals", "aria-live": "polite", "data-for": name,
          "data-proposals": "\(Self.proposalsPath)?box=\(name)"
            + (isOfProcedures ? "&kind=\(Self.procedureKind)" : "") + "&query=",
        ]
      ) {
        try Self.proposals(name, value, isOfProcedures: isOfProcedures, language, reader)
      }
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
  static func list(
    _ language: Language, _ reader: RecordReader, isOfProcedures: Bool = false
  ) throws -> HTML {
    let book = try reader.serviceBook()
    let services = isOfProcedures ? [] : book.entries.filter { !$0.isProcedure }
    let procedures = Procedures.metMostOften.prefix(listLimit).compactMap {
      book.entry(of: $0.code)
    }
    return element("datalist", ["id": listID]) {
      for entry in services + procedures {
        element("option", ["value": text(of: entry, language)]) {
          entry.isProcedure ? "" : language.text("không nộp hồ sơ", "no dossier")
        }
      }
    }
  }

  /// What stands between a name and its code in a box.
  private static let mark = " · "

  /// How a service stands in its box: by its name, with the code that is sent.
  private static func text(of entry: CatalogueEntry, _ language: Language) -> String {
    entry.name.text(in: language) + mark + entry.code
  }

  /// How what a form keeps stands in its box: a code by its name, and anything else as it was typed.
  static func text(
    of value: String, _ language: Language, _ reader: RecordReader
  ) throws -> String {
    guard !value.isEmpty, let entry = try reader.serviceBook(only: value).entry(of: value) else {
      return value
    }
    return text(of: entry, language)
  }

  /// Whether a field of a form is such a box.
  static func isBox(_ name: String) -> Bool {
    ["service", "procedure"].contains(name.split(separator: "-").last)
  }

  /// What a box says: the code, where the name that stands before it is its own; where somebody typed
  /// other words in its place, these words.
  static func value(typed: String, _ reader: RecordReader) throws -> String {
    guard let end = typed.range(of: mark, options: .backwards) else { return typed }
    let code = String(typed[end.upperBound...])
    guard let entry = try reader.serviceBook(only: code).entry(of: code) else { return typed }
    let name = typed[..<end.lowerBound]
    let isOwn = [Language.vietnamese, .english].contains { entry.name.text(in: $0) == name }
    return isOwn ? entry.code : String(name)
  }

  /// A name with what it is, where both kinds are offered: help with an account and the procedure that
  /// issues it have names like twins.
  private static func words(
    of entry: CatalogueEntry, isOfProcedures: Bool, _ language: Language
  ) -> String {
    let name = entry.name.text(in: language).shortened(to: 80)
    guard !isOfProcedures else { return name }
    return name
      + (entry.isProcedure
        ? language.text(" · thủ tục, nộp hồ sơ", " · procedure, with a dossier")
        : language.text(" · hướng dẫn, không nộp hồ sơ", " · help, without a dossier"))
  }

  /// What an action of a form puts into one of its boxes; nil where it takes nothing.
  static func taken(
    by action: String, _ names: [String], _ reader: RecordReader
  ) -> (name: String, value: String)? {
    names.lazy.compactMap { name in
      let start = "\(takes)\(name)-"
      guard action.hasPrefix(start),
        let code = try? reader.serviceCode(String(action.dropFirst(start.count)))
      else { return nil }
      return (name, code)
    }.first
  }

  /// What the words in a box mean, or may mean: services, which are few, before procedures.
  private static func proposals(
    _ name: String, _ typed: String, isOfProcedures: Bool, _ language: Language,
    _ reader: RecordReader
  ) throws -> HTML {
    let typed = try value(typed: typed, reader)
    guard !typed.allSatisfy(\.isWhitespace) else { return .empty }
    if let code = try reader.serviceCode(typed: typed) {
      let words = try reader.serviceName(of: code).text(in: language)
      return element("span", ["class": "detail"]) { StateMark.good.html(words) }
    }
    let found = try reader.serviceBook().find(String(typed.prefix(200)))
    let services = isOfProcedures ? [] : found.filter { !$0.isProcedure }
    let entries = (services + found.filter(\.isProcedure)).prefix(proposalLimit)
    return HTML.group {
      if entries.isEmpty {
        element("span", ["class": "detail"]) {
          language.text(
            "Không có thủ tục nào khớp; hãy thử ít chữ hơn.",
            "No procedure matches; try fewer words.")
        }
      }
      for entry in entries {
        element(
          "button",
          [
            "type": "submit", "name": "action", "value": "\(takes)\(name)-\(entry.code)",
            "class": "quiet", "data-take": entry.code,
            "data-words": Self.text(of: entry, language),
          ]
        ) { Self.words(of: entry, isOfProcedures: isOfProcedures, language) }
      }
    }
  }
}
