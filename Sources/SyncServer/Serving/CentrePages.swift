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
    + TrainerWeeksPage.routes
    + TrainerMembersPage.routes
    + TrainerRecordsPage.routes
    + SamplePages.routes
    + TrainingPages.routes
    + CommentPages.routes
    + TeamSheetPage.routes
    + LaptopListPage.routes
    + LaptopPage.routes
    // Before the acts of any name, one of which it would be taken for.
    + LaptopGrantPages.routes
    + LaptopActPages.routes
    + LaptopEnrolPages.routes
    + EnrolmentCodePage.routes
    + ConflictPages.routes
    + AccountPages.routes
    + TokenPages.routes
    + ProgramDocumentPage.routes
    + CountReportPage.routes
    + MonthListPage.routes
    + AuditPage.routes
    + MorePage.routes
    + InboxPage.routes
    + InboxRecordsPage.routes
    + StickPages.routes
    + PlaceListPage.routes
    + UnitPage.routes
    + ReformPages.routes
    + UnitChangePage.routes
    + HouseholdMovePage.routes
    + ReviewPages.routes
    + FlagPages.routes
    + RulingPages.routes
    // Before the pairs of any kind, one of which it would be taken for.
    + AssistPairPages.routes
    + DuplicatePages.routes
    + FeedbackPages.routes
    + IdentityPages.routes
    + ExportPages.routes
    + SignedReportPage.routes
    + PeoplePages.routes
    + RosterPage.routes
    + ImportPages.routes
    + HouseholdAddPage.routes
    + CataloguePages.routes
    + ErasurePages.routes
    + ResetCodePage.routes
    + GapPages.routes
    + CampaignPages.routes
    + SessionPages.routes
    + TaskPages.routes
    + HealthPage.routes
    + UpdatePage.routes
    + IncidentPage.routes
    + RefusalListPage.routes
    + RecordShowPage.routes
    + FindPage.routes
    + RecordFormPages.routes
    + RecordVoidPages.routes

  /// The ways at the top of every page, with who may go them; the further ones stand on a page of
  /// their own.
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
  ]

  /// The ways of somebody with these rights, the first one of which they begin at; their own account
  /// stands beside their name.
  static func ways(of rights: AccountRights) -> [PageFrame.Link] {
    let further = MorePage.ways(of: rights).map(\.link)
    return navigation.filter { $0.access.allows(rights) }.map(\.link)
      // One way alone needs no page between.
      + (further.count > 1 ? [PageFrame.Link(MorePage.path, MorePage.title)] : further)
  }

  /// Pages that lie behind a way whose path they do not begin with.
  private static let behind: [String: String] = [
    "/flags": ReviewPages.path, RulingPages.path: ReviewPages.path,
    LaptopEnrolPages.path: LaptopListPage.path, EnrolmentCodePage.path: LaptopListPage.path,
    ReformPages.path: PlaceListPage.path,
    HouseholdMovePage.path: PlaceListPage.path, HouseholdAddPage.path: PlaceListPage.path,
    MonthListPage.path: CountReportPage.path, StickPages.path: InboxPage.path,
    SamplePages.path: ReportPages.trainerPath, TrainingPages.path: ReportPages.trainerPath,
    CommentPages.path: ReportPages.trainerPath, "/teams": ReportPages.trainerPath,
    "/new-account": AccountPages.path, "/new-token": TokenPages.path,
    FeedbackPage.newPath: FeedbackPages.path, FeedbackSheetPage.path: FeedbackPages.path,
    "/health": HealthPage.path, IncidentPage.path: HealthPage.path,
    UnitChangePage.path: PlaceListPage.path, RefusalListPage.path: LaptopListPage.path,
  ]

  /// The way that a page lies behind, so that the top of the page tells where one is; nil where none
  /// of the ways leads there.
  static func section(of path: String, among ways: [PageFrame.Link]) -> String? {
    let first = "/" + (path.split(separator: "/").first ?? "")
    let own = behind[first] ?? first
    if let way = ways.first(where: { $0.path == own }) { return way.path }
    return MorePage.holds(own) ? ways.first { $0.path == MorePage.path }?.path : nil
  }

  /// Everybody begins at the first page that they may open.
  private static let front = PageRoute(.get, "/", access: .signedIn) { request in
    let first = request.account.flatMap { ways(of: $0.rights).first }
    return .seeOther(first?.path ?? OwnAccountPages.path)
  }
}
