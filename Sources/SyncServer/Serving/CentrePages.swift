import FieldWork
import Pages
import Web

/// Every page behind the sign-in, and the ways between them.
package enum CentrePages {
  /// All routes for people with an account.
  package static let routes: [PageRoute] =
    [front]
    + ReportPages.routes
    + ModePage.routes
    + BlockedBoardPage.routes
    + SamplePages.routes
    + TrainingPages.routes
    + TeamSheetPage.routes
    + LaptopListPage.routes
    + LaptopPage.routes
    + LaptopActPages.routes
    + LaptopEnrolPages.routes
    + ConflictPages.routes
    + AccountPages.routes
    + TokenPages.routes
    + ProgramDocumentPage.routes
    + CountReportPage.routes
    + MonthListPage.routes
    + AuditPage.routes
    + InboxPage.routes
    + PlaceListPage.routes
    + UnitPage.routes
    + ReformPages.routes
    + HouseholdMovePage.routes
    + ReviewPages.routes
    + FlagPages.routes
    + RulingPages.routes
    + DuplicatePages.routes

  /// The ways at the top of every page, with who may go them.
  ///
  /// In the order of a coordinator's evening: what came in, what is to be cleared, what it adds up to.
  package static let navigation: [(access: Access, link: PageFrame.Link)] = [
    (
      .overview,
      PageFrame.Link(
        ReportPages.coordinatorPath, BilingualText(vi: "Tổng quan", en: "Overview"))
    ),
    (.coordinator, PageFrame.Link(InboxPage.path, InboxWords.title)),
    (.coordinator, PageFrame.Link(ReviewPages.path, ReviewPageWords.title)),
    (.coordinator, PageFrame.Link(ConflictPages.path, CoordinatorWords.conflicts)),
    (.coordinator, PageFrame.Link(DuplicatePages.path, DuplicatePages.title)),
    (.overview, PageFrame.Link(CountReportPage.path, ReportWords.title)),
    (.overview, PageFrame.Link(LaptopListPage.path, LaptopWords.title)),
    (.coordinator, PageFrame.Link(PlaceListPage.path, PlaceWords.title)),
    (
      .trainer,
      PageFrame.Link(ReportPages.trainerPath, BilingualText(vi: "Tập huấn", en: "Trainer"))
    ),
    (.administrator, PageFrame.Link(AccountPages.path, AccountWords.title)),
    (.administrator, PageFrame.Link(TokenPages.path, TokenWords.short)),
    (.auditor, PageFrame.Link(AuditPage.path, AuditWords.title)),
    (.signedIn, PageFrame.Link(OwnAccountPages.path, OwnAccountPages.title)),
  ]

  /// Everybody begins at the first page that they may open.
  private static let front = PageRoute(.get, "/", access: .signedIn) { request in
    let first = navigation.first { $0.access.allows(request.account?.rights) }
    return .seeOther(first?.link.path ?? OwnAccountPages.path)
  }
}
