import FieldWork
import Pages
import SyncProtocol
import Web

/// A small form without a draft that was refused: its page tells why as long as its address says so,
/// and nothing is sent again by going back, by loading it anew or in another language.
struct RefusedPress: Sendable {
  /// What stands in the address for it; it says nothing of what was typed.
  let name: String
  /// What was wrong.
  let problem: BilingualText
  /// What was sent.
  let form: NamedValues

  /// The part of the address that leads to it.
  static let parameter = "refused"
}

extension LaptopRequest {
  /// Leads back to a field of the page of a small form that was refused.
  ///
  /// - Parameters:
  ///   - path: the page, with its query where it has one.
  ///   - field: what is looked at there; where the form says what is wrong, unless it is said.
  ///   - forgotten: the fields that are not remembered, such as passwords.
  func refused(
    at path: String, field: String = PageForm.problemPart, _ problem: BilingualText,
    forgetting forgotten: Set<String> = []
  ) -> HTTPResponse {
    var random = laptop.random
    let press = RefusedPress(
      name: PressBook.name(random: &random), problem: problem,
      form: NamedValues(form.items.filter { !forgotten.contains($0.name) }))
    memory.refuse(press)
    let mark = path.contains("?") ? "&" : "?"
    return .seeOther("\(path)\(mark)\(RefusedPress.parameter)=\(press.name)#\(field)")
  }

  /// Why the form of this page was refused, where its address says that it was.
  var refusedPress: RefusedPress? {
    http.query[RefusedPress.parameter].flatMap(memory.refusedPress)
  }
}
