import FieldWork
import Pages
import Web

/// Every page behind the lock, and the ways between them.
enum LaptopPages {
  static let routes: [LaptopRoute] =
    [LaptopRoute(.get, "/") { _ in .seeOther(TodayPage.path) }]
    + TodayPage.routes + FindPage.routes + HouseholdPage.routes + ResidentPage.routes
    + VisitListPage.routes + VisitPage.routes + AssistPage.routes + MoreAssists.routes
    + MoreDossiers.routes + WaitingPage.routes
    + SubmissionPage.routes + RecordActions.routes + FixPage.routes + NumbersPage.routes
    + RecordListPage.routes + RecordShowPage.routes + DeskPage.routes + DuplicatePages.routes
    + GuidePage.routes + DraftPages.routes + SendPage.routes + StickPage.routes
    + NeighbourPage.routes
    + PracticePage.routes
    + MorePage.routes + SettingsPage.routes + AccountsPage.routes + ProblemPage.routes
    + NewsPanel.routes + PlannedPage.routes + WalkPage.routes + SheetListPage.routes
    + SheetPage.routes + PrintoutPage.routes + ReceiptPage.routes

  /// Locks the laptop; whoever unlocks next chooses their name, so that it also switches users.
  static let lock = PageFrame.Link(
    EntryPages.lockPath, BilingualText(vi: "Khóa, đổi người", en: "Lock, switch user"))

  /// Hides names from whoever looks over a shoulder: the script covers the page and uncovers it,
  /// and without a script the laptop is locked.
  static let cover = PageFrame.Cover(
    button: PageFrame.Link(EntryPages.lockPath, BilingualText(vi: "Che", en: "Cover")),
    uncover: BilingualText(vi: "Hiện lại", en: "Uncover"),
    note: BilingualText(
      vi: "Màn hình đang che. Bấm “Hiện lại” hoặc Alt+H để xem tiếp; khóa máy cũng được.",
      en: "The screen is covered. Press “Uncover” or Alt+H to go on, or lock the laptop."))

  /// The ways at the foot of every page.
  static let footLinks: [PageFrame.Link] = [
    PageFrame.Link(HelpPage.path, HelpPage.title),
    PageFrame.Link(ProblemPage.path, ProblemPage.title),
    PageFrame.Link(SettingsPage.path, SettingsPage.title),
  ]

  /// The ways at the top of every page, in the order of a day.
  static let navigation: [PageFrame.Link] = [
    PageFrame.Link(TodayPage.path, TodayPage.title),
    PageFrame.Link(FindPage.path, FindPage.title),
    PageFrame.Link(GuidePage.path, GuidePage.title),
    PageFrame.Link(WaitingPage.path, WaitingPage.title),
    PageFrame.Link(FixPage.path, FixPage.title),
    PageFrame.Link(NumbersPage.path, NumbersPage.title),
    PageFrame.Link(SendPage.path, SendPage.title),
    PageFrame.Link(MorePage.path, MorePage.title),
  ]
}

/// A form with one button that changes something, where a link would be a GET.
func actionForm(
  _ path: String, _ label: BilingualText, _ request: LaptopRequest, isQuiet: Bool = false,
  accessKey: String? = nil, fields: [(name: String, value: String)] = []
) -> HTML {
  element("form", ["class": "action", "method": "post", "action": path]) {
    PageFrame.tokenField(request.formToken)
    for field in fields {
      hidden(field.name, field.value)
    }
    element(
      "button", ["type": "submit", "class": isQuiet ? "quiet" : nil, "accesskey": accessKey]
    ) { label.text(in: request.language) }
  }
}

/// A line in a form whose answer takes a while: what to expect, and what is done once it was sent,
/// which the script says.
func busyLine(_ before: BilingualText, _ busy: BilingualText, _ language: Language) -> HTML {
  element(
    "p", ["class": "field-hint", "role": "status", "data-busy": busy.text(in: language)]
  ) { before.text(in: language) }
}

/// A link to a page of this program.
func link(_ path: String, _ text: String, isButton: Bool = false, accessKey: String? = nil) -> HTML
{
  element(
    "a", ["href": path, "class": isButton ? "button" : nil, "accesskey": accessKey]
  ) { text }
}
