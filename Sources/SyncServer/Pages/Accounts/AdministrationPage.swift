import FieldWork
import Pages
import Web

/// What keeps the centre running, on one page: accounts, programs, the log.
enum AdministrationPage {
  static let path = "/administration"
  static let title = BilingualText(vi: "Quản trị", en: "Administration")

  static let routes = [
    PageRoute(.get, path, access: .roles([.administrator, .auditor]), handler: page)
  ]

  /// A way with who may go it and what it is for.
  typealias Way = (access: Access, link: PageFrame.Link, words: BilingualText)

  private static let all: [Way] = [
    (
      .administrator, PageFrame.Link(AccountPages.path, AccountWords.title),
      BilingualText(
        vi: "ai được đăng nhập, với vai trò nào, trong phạm vi nào; thêm, đóng, cấp lại mật khẩu",
        en: "who may sign in, in which roles and over whose work; add, close, give another password"
      )
    ),
    (
      .administrator, PageFrame.Link(TokenPages.path, TokenWords.title),
      BilingualText(
        vi: "phần mềm nào được đọc số liệu nào; cấp và đóng mã",
        en: "which programs may read which numbers; make and close tokens")
    ),
    (
      .auditor, PageFrame.Link(AuditPage.path, AuditWords.title),
      BilingualText(
        vi: "ai đã xem, xuất, sửa gì, và nhật ký còn nguyên vẹn không",
        en: "who saw, exported and changed what, and whether the log is whole")
    ),
  ]

  /// The ways of somebody with these rights.
  static func ways(of rights: AccountRights) -> [Way] {
    all.filter { $0.access.allows(rights) }
  }

  private static func page(_ request: PageRequest) -> HTTPResponse {
    let language = request.language
    let ways = request.account.map { Self.ways(of: $0.rights) } ?? []
    return request.page(title) {
      panel {
        element("dl", ["class": "facts"]) {
          for way in ways {
            element("dt") {
              element("a", ["href": way.link.path]) { way.link.text.text(in: language) }
            }
            element("dd") { way.words.text(in: language) }
          }
        }
      }
    }
  }
}
