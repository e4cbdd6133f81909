import FieldWork
import Pages
import Web

/// Every page behind the sign-in, and the ways between them.
package enum CentrePages {
  /// All routes for people with an account.
  package static let routes: [PageRoute] = [front] + ReportPages.routes

  /// The ways at the top of every page, with who may go them.
  package static let navigation: [(access: Access, link: PageFrame.Link)] = [
    (
      .coordinator,
      PageFrame.Link(
        ReportPages.coordinatorPath, BilingualText(vi: "Điều phối", en: "Coordinator"))
    ),
    (
      .trainer,
      PageFrame.Link(ReportPages.trainerPath, BilingualText(vi: "Tập huấn", en: "Trainer"))
    ),
  ]

  /// Everybody begins at the page of their role.
  private static let front = PageRoute(.get, "/", access: .signedIn) { request in
    .seeOther(
      request.account?.role == .coordinator
        ? ReportPages.coordinatorPath : ReportPages.trainerPath)
  }
}
