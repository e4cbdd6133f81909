import FieldWork
import Web

/// Choices by name, such as the teams of a province: seen at once while they are few, and found by
/// typing a name where a list of all of them would weigh more than the page.
package struct NamedChoices {
  /// A choice: what stands in addresses, and what people read.
  package typealias Choice = (value: String, words: BilingualText)

  /// More choices than this are typed.
  package static let seenAtOnce = 200
  /// Matches that are offered, each by a link.
  static let offered = 12

  /// What something typed stands for.
  package enum Meaning: Equatable, Sendable {
    /// One choice, by its value.
    case one(String)
    /// Several have it in their names.
    case several([String])
    /// None has.
    case none
  }

  /// All choices.
  package let all: [Choice]

  /// Takes the choices in the order in which people look for them.
  package init(_ all: [Choice]) { self.all = all }

  /// Whether a name is typed instead of chosen.
  package var isTyped: Bool { all.count > Self.seenAtOnce }

  /// What a value, a name or a part of one stands for.
  ///
  /// A whole name goes before those of which it is a part.
  package func meaning(of typed: String) -> Meaning {
    if let choice = choice(typed) { return .one(choice.value) }
    let wanted = SearchFold.base(typed)
    guard !wanted.isEmpty else { return .none }
    var whole: [String] = []
    var parts: [String] = []
    for choice in all {
      let names = [choice.words.vietnamese, choice.words.english].map { SearchFold.base($0) }
      if names.contains(wanted) {
        whole.append(choice.value)
      } else if names.contains(where: { $0.contains(wanted) }) {
        parts.append(choice.value)
      }
    }
    let found = whole.isEmpty ? parts : whole
    guard let first = found.first else { return .none }
    return found.count == 1 ? .one(first) : .several(found)
  }

  /// What a value is called; nil for one that there is not.
  package func words(of value: String) -> BilingualText? { choice(value)?.words }

  /// What stands in the field for a value: its name, or the value where others have that name too.
  func text(of value: String, _ language: Language) -> String {
    guard let name = words(of: value)?.text(in: language) else { return value }
    return meaning(of: name) == .one(value) ? name : value
  }

  /// The field for what an address asks for, with what is wrong with it.
  ///
  /// - Parameter kept: the value that is asked for, or what was typed in its place.
  package func field(
    _ name: String, _ label: BilingualText, kept: String, everything: BilingualText,
    _ language: Language
  ) -> PageField {
    guard isTyped else {
      return PageField(
        name, label, .choice([(value: "", words: everything)] + all), value: kept,
        error: problem(with: kept))
    }
    return PageField(
      name, label, value: text(of: kept, language), hint: ChoiceWords.hint(all.count),
      error: problem(with: kept))
  }

  /// What is wrong with what was typed, which then leaves nothing out, or with an address that asks for
  /// what is no choice here; nil where it is one.
  func problem(with typed: String) -> BilingualText? {
    guard !typed.isEmpty else { return nil }
    guard isTyped else {
      let isKnown = all.isEmpty || words(of: typed) != nil
      return isKnown ? nil : ListWords.noChoice(String(typed.prefix(60))) + ChoiceWords.look
    }
    return switch meaning(of: typed) {
    case .one: nil
    case .several(let found): ChoiceWords.several(found.count)
    case .none: ChoiceWords.none
    }
  }

  /// The choices that something typed may mean, each with its address; empty where it means one.
  package func matches(
    _ typed: String, _ label: BilingualText, _ language: Language,
    address: (_ value: String) -> String
  ) -> HTML {
    guard isTyped, case .several(let found) = meaning(of: typed) else { return .empty }
    return element(
      "nav", ["class": "contents", "aria-label": ChoiceWords.which(label).text(in: language)]
    ) {
      element("p") { ChoiceWords.which(label).text(in: language) }
      element("ul") {
        for value in found.prefix(Self.offered) {
          element("li") {
            element("a", ["href": address(value)]) {
              words(of: value)?.text(in: language) ?? value
            }
          }
        }
      }
      if found.count > Self.offered {
        element("p") { ChoiceWords.further(found.count - Self.offered).text(in: language) }
      }
    }
  }

  private func choice(_ value: String) -> Choice? {
    all.first { $0.value.utf8.elementsEqual(value.utf8) }
  }
}

/// The words around names that are typed.
enum ChoiceWords {
  static let look = BilingualText(
    vi: " ở đây: hãy chọn lại.", en: " here: choose again.")
  static let none = BilingualText(
    vi: "Không tên nào có chữ này; danh sách chưa bỏ ra gì. "
      + "Hãy gõ lại, một phần của tên cũng được.",
    en: "No name has this; nothing is left out of the list. "
      + "Type it again: a part of the name will do.")

  static func hint(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "Gõ tên hoặc một phần (có \(count))", en: "A name or a part of it (of \(count))")
  }

  static func several(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "\(count) tên có chữ này; danh sách chưa bỏ ra gì. "
        + "Hãy chọn một ở dưới hoặc gõ thêm.",
      en: "\(count) names have this; nothing is left out of the list. "
        + "Choose one below or type more.")
  }

  static func which(_ label: BilingualText) -> BilingualText {
    label + BilingualText(vi: ": ý bạn là", en: ": which one is meant")
  }

  static func further(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "và \(count) tên khác: gõ thêm để thấy.", en: "and \(count) more: type more to see them.")
  }
}
