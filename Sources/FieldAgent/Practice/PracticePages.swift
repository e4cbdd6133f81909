import FieldWork
import Pages
import SyncProtocol
import Web

/// The laptop's pages a second time, about the practice: below a part of the address of their own,
/// so that every tab stays on its side.
enum PracticePages {
  /// Where they are. What belongs to the laptop and not to one of its two stores is shared.
  static let mount = PageMount(
    "/practice",
    shared: [
      Stylesheet.path, LaptopScript.path, DoorToken.path, EntryPages.lockPath,
      EntryPages.unlockPath, EntryPages.startPath, PracticePage.path, SettingsPage.path,
      AccountsPage.path, ProblemPage.path,
    ])

  /// Their first page.
  static let start = mount.outer(TodayPage.path)

  /// The pages that there are of practice: those of work, but for those that hand over, which say
  /// why there is nothing to do.
  static func routes(from routes: [LaptopRoute]) -> [LaptopRoute] {
    let ofHandOver = PageMount(mount.prefix, shared: handingOver.map(\.path))
    return routes.filter { route in
      [mount, ofHandOver].allSatisfy { !$0.isShared(route.pattern) }
    } + HelpPage.pages.map(\.route)
      + handingOver.flatMap { page in
        [HTTPMethod.get, .post].map { refusal($0, page.path, page.title) }
      }
  }

  /// The pages that hand over.
  private static let handingOver = [
    (path: SendPage.path, title: SendPage.title), (path: StickPage.path, title: StickPage.title),
    (path: NeighbourPage.path, title: NeighbourPage.title),
  ]

  private static func refusal(
    _ method: HTTPMethod, _ path: String, _ title: BilingualText
  ) -> LaptopRoute {
    LaptopRoute(method, path) { request in
      try request.page(title, status: method.changesState ? 403 : 200) {
        element("p", ["class": "message"]) { nothingToSend.text(in: request.language) }
      }
    }
  }

  private static let nothingToSend = BilingualText(
    vi:
      "Đây là luyện tập: không có gì được gửi về trung tâm, và trung tâm cũng không nhận. Nếu lỡ "
      + "ghi việc thật ở đây, hãy mở “Khác → Luyện tập” để chuyển sang việc thật.",
    en:
      "This is practice: nothing is sent to the centre, and no centre would take it. If you typed "
      + "real work here by mistake, open “More → Practice” to move it.")

  /// Who practises, by the name that the practice has for them.
  /// - Throws: `AgentError.unknownInPractice`.
  static func account(_ account: LocalAccount, _ practice: Laptop) throws -> LocalAccount {
    let sources = try PracticeLedger(practice.store).sources()
    guard let member = sources.first(where: { $0.value == account.member })?.key else {
      throw AgentError.unknownInPractice(name: account.name)
    }
    return LocalAccount(member: member, name: account.name, code: account.code)
  }
}
