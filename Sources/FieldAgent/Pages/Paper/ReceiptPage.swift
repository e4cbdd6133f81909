import FieldWork
import Pages
import Replica
import Web

/// The centre's receipt on paper, typed or scanned: which pack that was carried by hand has arrived.
struct ReceiptPage {
  static let path = "/receipt"
  static let title = BilingualText(vi: "Biên nhận trên giấy", en: "Receipt on paper")
  private static let codeName = "code"

  static let routes = [
    LaptopRoute(.get, path) { try ReceiptPage(request: $0).page() },
    LaptopRoute(.post, path) { try ReceiptPage(request: $0).enter() },
  ]

  private let request: LaptopRequest

  private func enter() throws -> HTTPResponse {
    let typed = String((request.form[Self.codeName] ?? "").prefix(200))
    let pack: PackNote?
    do {
      pack = try request.laptop.note(PaperReceipt(parsing: typed))
    } catch let problem as SpokenCodeProblem {
      return try page(typed, problem: problem.words)
    }
    guard let pack else { return try page(typed, problem: PaperReceiptWords.unknown.words) }
    request.memory.say(PageNotice(PaperReceiptWords.arrived(pack)))
    return .seeOther(Self.path)
  }

  private func page(_ typed: String = "", problem: BilingualText? = nil) throws -> HTTPResponse {
    let language = request.language
    let packs = try request.laptop.store.packs().filter { $0.unconfirmed > 0 }
    return try request.page(Self.title, status: problem == nil ? 200 : 422) {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      panel(lead: Self.lead.text(in: language)) {
        PageForm(
          action: Self.path, formToken: request.formToken, submit: Self.check, problem: problem
        ).html(language) {
          PageField(
            Self.codeName, Self.code, value: typed, hint: Self.hint, isRequired: true,
            hasFocus: problem != nil
          ).html(language)
        }
      }
      panel(id: "packs", Self.waiting.text(in: language)) {
        if packs.isEmpty {
          element("p", ["class": "empty"]) { Self.none.text(in: language) }
        } else {
          element("ul", ["class": "plain"]) {
            for pack in packs {
              element("li") {
                (pack.told == nil ? StateMark.attention : .good)
                  .html(PackWords.underWay(pack).text(in: language))
              }
            }
          }
        }
      }
    }
  }

  private static let lead = BilingualText(
    vi: "Người mang USB về có thể đem lại tờ biên nhận của trung tâm. Gõ hay quét mã trên đó: máy "
      + "này kiểm được mã có thật của trung tâm và gói nào đã về tới nơi.",
    en: "Whoever carried the stick may bring the centre's receipt back. Type or scan its code: "
      + "this laptop checks that it is the centre's own, and tells which pack has arrived.")
  private static let code = BilingualText(vi: "Mã biên nhận", en: "Code of the receipt")
  private static let hint = BilingualText(
    vi: "ba nhóm bốn ký tự, như K7QM-2F9X-TB4A; chữ O và số 0 như nhau",
    en: "three groups of four, such as K7QM-2F9X-TB4A; O and 0 are the same")
  private static let check = BilingualText(vi: "Kiểm biên nhận", en: "Check the receipt")
  private static let waiting = BilingualText(
    vi: "Gói còn chờ trung tâm xác nhận", en: "Packs that the centre has not confirmed")
  private static let none = BilingualText(
    vi: "Không có gói nào đang chờ.", en: "No pack is waiting.")
}
