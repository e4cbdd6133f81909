import FieldWork
import Pages
import SyncProtocol
import Web

/// One field of a form that a page asks: what kind of box it has, what can be chosen, what is wrong.
struct RecordInput {
  let field: FormField
  let form: RecordForm
  /// What is typed into every field of the form, by option.
  let typed: (String) -> String
  let problem: BilingualText?
  let request: LaptopRequest

  /// The most people that a name which was typed in place of a code may mean.
  private static let foundLimit = 8
  /// How an action of the form begins that takes one of them.
  private static let takes = "take-"

  private var value: String { typed(field.option) }

  /// The field in one language.
  func html(_ language: Language) throws -> HTML {
    switch field.rule {
    case .records(let kind): try boxes(try AtHand(request).choices(kind) ?? [], language)
    case .record(let kind): try reference(kind, language)
    case .service:
      try ServiceBox(
        name: field.option, label: field.label, value: value, error: problem,
        isRequired: field.isRequired
      ).html(language, request.reader)
    default: box(field.boxKind(in: form, typed), hint: field.typingHint).html(language)
    }
  }

  private func box(
    _ kind: PageField.Kind, hint: BilingualText? = nil, isSearched: Bool = false
  ) -> PageField {
    var box = PageField(
      field.option, field.label, kind, value: value, hint: hint, error: problem,
      isRequired: field.isRequired)
    box.enterSearches = isSearched
    return box
  }
}

// What means other records.
extension RecordInput {
  private func reference(_ kind: RecordCode.Kind, _ language: Language) throws -> HTML {
    guard var choices = try AtHand(request).choices(kind) else {
      return try search(kind, language)
    }
    if !value.isEmpty, !choices.contains(where: { $0.value.utf8.elementsEqual(value.utf8) }) {
      choices.append((value, try words(kind) ?? BilingualText(same: value)))
    }
    return box(.choice([field.blank] + choices)).html(language)
  }

  /// What the code that stands in the field means; nil where it means nothing.
  private func words(_ kind: RecordCode.Kind) throws -> BilingualText? {
    guard let code = try? RecordCode(parsing: value), code.kind == kind,
      let id = try? request.reader.resolveOne(value, as: kind)
    else { return nil }
    return try request.reader.described(id.rawValue, kind)
  }

  /// A box for a code or a name; what a name may mean stands below it, to be taken by one press.
  private func search(_ kind: RecordCode.Kind, _ language: Language) throws -> HTML {
    let words = try words(kind)
    let found = value.isEmpty || words != nil ? [] : try candidates(kind)
    let isSearched = kind == .household || kind == .resident
    return element("div", ["class": "service", "id": "find-\(field.option)"]) {
      box(
        .text,
        hint: isSearched
          ? BilingualText(vi: "mã; hoặc gõ tên rồi bấm Tìm", en: "a code; or a name, then Find")
          : BilingualText(vi: "mã của bản ghi", en: "the record's code"),
        isSearched: isSearched
      ).html(language)
      if let words { element("span", ["class": "detail"]) { words.text(in: language) } }
      if isSearched {
        element("div", ["class": "row-actions"]) {
          button("find-\(field.option)", language.text("Tìm", "Find"))
          for candidate in found {
            button(
              "\(Self.takes)\(field.option)-\(candidate.value)",
              candidate.words.text(in: language))
          }
        }
        if !value.isEmpty, words == nil, found.isEmpty {
          element("span", ["class": "detail"]) {
            language.text("Không có ai khớp trên máy này.", "Nobody on this laptop matches.")
          }
        }
      }
    }
  }

  private func button(_ action: String, _ words: String) -> HTML {
    element(
      "button", ["type": "submit", "name": "action", "value": action, "class": "quiet"]
    ) { words }
  }

  private func candidates(_ kind: RecordCode.Kind) throws -> [AtHand.Choice] {
    let lines = try request.records.search.find(value, limit: 40)
    return lines.compactMap { line -> AtHand.Choice? in
      let parts: [String?]
      let code: String
      switch line.found {
      case .household(let household) where kind == .household:
        code = household.codeText
        parts = [household.name ?? code, line.hamlet, line.address]
      case .resident(let resident) where kind == .resident:
        code = resident.codeText
        parts = [resident.fullName ?? code, line.birthYear.map(String.init), line.hamlet]
      default: return nil
      }
      let words = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
      return (code, BilingualText(same: words))
    }.prefix(Self.foundLimit).map(\.self)
  }

  /// What an action of the form puts into one of its fields; nil where it takes nobody.
  static func taken(by action: String, _ form: RecordForm) -> (name: String, value: String)? {
    guard action.hasPrefix(takes) else { return nil }
    let rest = action.dropFirst(takes.count)
    return form.fields.lazy.compactMap { field in
      guard rest.hasPrefix(field.option + "-") else { return nil }
      return (field.option, String(rest.dropFirst(field.option.count + 1)))
    }.first
  }

  /// Boxes to tick; what is ticked and not at hand stays.
  private func boxes(_ choices: [AtHand.Choice], _ language: Language) throws -> HTML {
    let chosen = value.split(separator: " ").map(String.init)
    let others = try chosen.filter { code in !choices.contains { $0.value == code } }.map { code in
      let id = try? request.reader.resolveOne(code, as: .member)
      let name = try id.flatMap { try request.reader.record(Member.self, $0)?.fullName }
      return (code, BilingualText(same: name ?? code))
    }
    return TickBoxes(
      name: field.option, legend: field.label, choices: choices + others, chosen: Set(chosen),
      problem: problem
    ).html(language)
  }
}
