import FieldWork
import Pages
import SyncProtocol
import Web

/// The choice of somebody whose form is about a line of a day sheet that was entered elsewhere while
/// they typed: a visit of its own, or more of the one that is there.
struct LineEntered {
  /// Where the choice stands in the form.
  static let part = "line-entered"
  static let choose = BilingualText(
    vi: "Hãy chọn ở dưới: lưu riêng, hay ghi thêm vào lượt thăm đó.",
    en: "Choose below: a visit of its own, or more of that one.")

  /// The visit that the line was entered as.
  let visit: Visit
  private let code: SheetCode
  private let form: VisitForm
  private static let chosenField = "into"
  private static let asOwn = "line-apart"
  private static let asMore = "line-into-"

  /// Nil where the form is about no line, or its line is still to be entered.
  init?(_ form: VisitForm) throws {
    guard let typed = form.draft["paper"], !typed.isEmpty,
      let line = try? PrintoutBook(form.request.records).line(typed: typed, on: nil),
      let entered = line.visit,
      let visit = try form.request.reader.record(Visit.self, entered)
    else { return nil }
    self.visit = visit
    self.form = form
    code = line.code
  }

  /// Whether what is typed goes into the visit that is there.
  var isChosen: Bool { form.draft[Self.chosenField] == visit.codeText && isOfHousehold }

  private var isOfHousehold: Bool { visit.household == form.household.id }

  /// Whether somebody has chosen what becomes of a line that was entered elsewhere.
  static func isDecided(_ draft: PageDraft) -> Bool { draft[chosenField] != nil }

  /// What a button of the choice writes into the form; nil for other buttons.
  static func fields(by action: String) -> [(name: String, value: String)]? {
    if action == asOwn { return [("paper", ""), (chosenField, "")] }
    guard action.hasPrefix(asMore) else { return nil }
    return [(chosenField, String(action.dropFirst(asMore.count)))]
  }

  func html(_ language: Language) throws -> HTML {
    let differences = try differences()
    return element("div", ["class": "message warn", "id": Self.part]) {
      element("p") {
        SheetEntry.enteredAlready(code).text(in: language) + " "
        recordLink(visit.codeText)
      }
      if isChosen {
        element("p") {
          language.text(
            "Khi lưu, những gì ghi ở đây được đưa vào lượt thăm đó; lượt hỗ trợ được thêm vào.",
            "When it is saved, what stands here goes into that visit; the assists are added.")
        }
      }
      if isOfHousehold {
        if !differences.isEmpty { facts(differences, language) }
      } else {
        element("p") {
          language.text("Lượt thăm đó là của hộ khác.", "That visit is to another household.")
        }
      }
      element("div", ["class": "row-actions"]) {
        button(
          Self.asOwn,
          BilingualText(
            vi: "Đây là lượt thăm khác: lưu riêng, không theo dòng này",
            en: "This is another visit: save it by itself, off this line"), language)
        if isOfHousehold, !isChosen {
          button(
            Self.asMore + visit.codeText,
            BilingualText(
              vi: "Cùng một lượt: ghi thêm vào \(visit.codeText)",
              en: "The same visit: add this to \(visit.codeText)"), language)
        }
      }
    }
  }

  private func button(_ action: String, _ words: BilingualText, _ language: Language) -> HTML {
    element(
      "button", ["type": "submit", "name": "action", "value": action, "class": "quiet"]
    ) { words.text(in: language) }
  }

  /// What is filled in here and says something else there.
  private func differences() throws -> [(label: BilingualText, value: String?)] {
    let there = try VisitCorrection.values(of: visit, form.request)
    let language = form.request.language
    func words(_ field: String, _ value: String) throws -> String {
      value.isEmpty
        ? language.text("(trống)", "(empty)")
        : try form.words(of: field, value)?.text(in: language) ?? value
    }
    return try there.compactMap { field, standing in
      guard field != "with", let typed = form.draft[field], !typed.isEmpty, typed != standing else {
        return nil
      }
      let label = FieldLabel.words(of: field == "start" ? "start_minute" : field)
      return (
        label,
        language.text(
          "ở đó \(try words(field, standing)), ở đây \(try words(field, typed))",
          "there \(try words(field, standing)), here \(try words(field, typed))")
      )
    }
  }
}

extension VisitDraft {
  /// The draft without what was left empty, so that what a visit says there stays.
  var filledIn: VisitDraft {
    func given(_ text: String?) -> String? {
      text.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
    var draft = self
    draft.date = given(date)
    draft.start = given(start)
    draft.minutes = given(minutes)
    draft.outcome = given(outcome)
    draft.returnDate = given(returnDate)
    draft.channel = given(channel)
    draft.note = given(note)
    return draft
  }
}
