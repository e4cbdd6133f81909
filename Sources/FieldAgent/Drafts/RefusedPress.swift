import FieldWork
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
  func refused(at path: String, field: String, _ problem: BilingualText) -> HTTPResponse {
    var random = laptop.random
    let press = RefusedPress(
      name: PressBook.name(random: &random), problem: problem, form: form)
    memory.refuse(press)
    return .seeOther("\(path)?\(RefusedPress.parameter)=\(press.name)#\(field)")
  }

  /// Why the form of this page was refused, where its address says that it was.
  var refusedPress: RefusedPress? {
    http.query[RefusedPress.parameter].flatMap(memory.refusedPress)
  }
}
