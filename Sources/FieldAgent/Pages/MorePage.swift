import FieldWork
import Pages
import Web

/// What is not asked for at every visit, in groups by occasion.
struct MorePage {
  static let path = "/more"
  static let title = BilingualText(vi: "Khác", en: "More")

  static let routes = [
    LaptopRoute(.get, path) { request in
      try request.page(title) { content(request.language) }
    }
  ]

  /// Some pages for one occasion.
  struct Group {
    let heading: BilingualText
    let ways: [Way]
  }

  /// A page and what it is good for.
  struct Way {
    let path: String
    let title: BilingualText
    let purpose: BilingualText
  }

  private static let groups = [
    Group(
      heading: BilingualText(vi: "Đi thăm và giấy", en: "Walking and paper"),
      ways: [
        Way(
          path: PlannedPage.path, title: PlannedPage.title,
          purpose: BilingualText(
            vi: "Mọi hộ đã hẹn, theo thôn, quá ngày trước",
            en: "Every household that expects us, by hamlet, overdue first")),
        Way(
          path: WalkPage.path, title: WalkPage.title,
          purpose: BilingualText(
            vi: "Theo đợt, theo thôn hay theo hẹn; in A4 có ô trống để ghi",
            en: "By campaign, hamlet or promise; A4 with boxes to fill in")),
        Way(
          path: SheetListPage.path, title: SheetListPage.title,
          purpose: BilingualText(
            vi: "In sẵn cho khi máy hết pin, rồi nhập lại thật nhanh",
            en: "Print one for when the battery dies, and enter it fast afterwards")),
        Way(
          path: ReceiptPage.path, title: ReceiptPage.title,
          purpose: BilingualText(
            vi: "Gói USB nào đã về tới trung tâm, theo tờ giấy được đem lại",
            en: "Which pack has arrived, by the paper that was brought back")),
      ]),
    Group(
      heading: BilingualText(vi: "Ngày thứ Bảy, điểm hỗ trợ", en: "A Saturday, a support point"),
      ways: [
        Way(
          path: DeskPage.path, title: DeskPage.title,
          purpose: BilingualText(
            vi: "Mở hoặc chọn buổi, đếm nhanh, ghi ai có mặt, lượt thăm thuộc buổi",
            en: "Open or choose a session, count by one press, who is here, visits of the session"))
      ]),
    Group(
      heading: BilingualText(vi: "Những gì đã ghi", en: "What was recorded"),
      ways: [
        Way(
          path: VisitListPage.path, title: VisitListPage.title,
          purpose: BilingualText(
            vi: "Mọi lượt thăm trên máy này, mới nhất trước",
            en: "Every visit on this laptop, the newest first"))
      ]
        + RecordForms.ofField.map { form in
          Way(
            path: RecordListPage.path(form), title: form.words.capitalized,
            purpose: RecordListPage.purpose(form))
        }),
    Group(
      heading: BilingualText(vi: "Gửi khi không có mạng", en: "Handing over without a network"),
      ways: [
        Way(path: StickPage.path, title: StickPage.title, purpose: StickPage.purpose),
        Way(path: NeighbourPage.path, title: NeighbourPage.title, purpose: NeighbourPage.purpose),
      ]),
    Group(
      heading: BilingualText(vi: "Sổ người dân", en: "The register"),
      ways: [
        Way(
          path: DuplicatePages.path, title: DuplicatePages.title,
          purpose: BilingualText(
            vi: "Hai bản ghi có thể là một người: so, nói rõ, hoặc để sau",
            en: "Two records may be one person: compare, say it, or later"))
      ]),
    Group(
      heading: BilingualText(vi: "Học và tập", en: "Learning"),
      ways: [
        Way(
          path: PracticePage.path, title: PracticePage.title,
          purpose: BilingualText(
            vi: "Tập ghi với các hộ bịa; không gì được gửi đi",
            en: "Try everything with made-up households; nothing is handed over"))
      ]),
    Group(
      heading: BilingualText(
        vi: "Máy này và tài khoản của bạn",
        en: "This laptop and your account"),
      ways: [
        Way(
          path: SettingsPage.path, title: SettingsPage.title,
          purpose: BilingualText(
            vi: "Ngôn ngữ, cỡ chữ, độ tương phản", en: "Language, size of the text, contrast")),
        Way(
          path: AccountsPage.path, title: AccountsPage.title,
          purpose: BilingualText(
            vi: "Ai mở được máy này; đổi mật khẩu", en: "Who can unlock this laptop; passwords")),
        Way(
          path: HelpPage.path, title: HelpPage.title,
          purpose: BilingualText(
            vi: "Thẻ việc một ngày, các từ, làm gì khi…",
            en: "A day's task card, the words, what to do when…")),
        Way(
          path: ProblemPage.path, title: ProblemPage.title,
          purpose: BilingualText(
            vi: "Lưu tệp chẩn đoán không có tên ai", en: "Save a report that names nobody")),
      ]),
  ]

  private static func content(_ language: Language) -> HTML {
    HTML.group {
      for group in groups where !group.ways.isEmpty {
        panel(group.heading.text(in: language)) {
          element("ul", ["class": "plain ways"]) {
            for way in group.ways {
              element("li") {
                link(way.path, way.title.text(in: language))
                element("span", ["class": "detail"]) { way.purpose.text(in: language) }
              }
            }
          }
        }
      }
    }
  }
}
