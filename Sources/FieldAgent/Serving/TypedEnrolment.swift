import FieldWork
import Replica
import Web

/// What was typed on the first page: a line, or a code and an address.
///
/// A code that stands in the place of the line is taken for the code that it is.
struct TypedEnrolment {
  /// The line as it was typed; empty when there is none.
  let line: String
  let code: String
  let address: CentreAddress

  init(_ form: NamedValues) {
    func typed(_ field: String) -> String {
      let text = form[field] ?? ""
      return text.allSatisfy(\.isWhitespace) ? "" : text
    }
    let (line, code) = (typed("text"), typed("code"))
    let isCode = code.isEmpty && (try? EnrolmentCode(parsing: line)) != nil
    self.line = isCode ? "" : line
    self.code = isCode ? line : code
    address = CentreAddress(form["server"] ?? "")
  }

  /// Whether only the address is missing.
  var needsAddress: Bool { line.isEmpty && !code.isEmpty && address.text.isEmpty }

  /// What went wrong, and which scheme was taken where none was typed.
  func words(of problem: BilingualText) -> BilingualText {
    guard line.isEmpty, let completion = address.completion else { return problem }
    return BilingualText(
      vi: "\(completion.vietnamese)\n\(problem.vietnamese)",
      en: "\(completion.english)\n\(problem.english)")
  }
}
