import Foundation
import Testing

extension BrowserTests {
  /// What holds on every page.
  struct PageTests {
    /// Where a page is narrowest runs always; `CAMTAY_LONG=1` takes the other sizes too.
    private static let widths: [(Double, (size: String, contrast: String)?)] =
      [(2.0, ("very-large", "high"))]
      + (ProcessInfo.processInfo.environment["CAMTAY_LONG"] == "1" ? [(1.0, nil), (2.0, nil)] : [])

    @Test(arguments: widths)
    func `no page scrolls sideways on 1024 by 600, nor at double zoom, nor with the largest text`(
      zoom: Double, display: (size: String, contrast: String)?
    ) throws {
      var setup = Browser.Setup()
      setup.zoom = zoom
      let walk = try PageWalk(setup, display: display)
      var pages = 0
      // Page by page: what a whole walk asks for is more than one answer holds.
      var asked: [String] = []
      try walk.pass { page in
        pages += 1
        let wide = try walk.browser.tooWide()
        #expect(wide == "", "\(page) at \(zoom)")
        asked += try walk.browser.requestedAddresses()
      }
      #expect(pages >= 14)
      // Whatever the pages asked for, they asked this machine's own port for it.
      #expect(asked.count > pages)
      // The browser's own empty tab asks within the browser, by chrome: and data: addresses.
      for address in asked where address.contains("//") && !address.hasPrefix("chrome:") {
        #expect(address.hasPrefix(walk.place.origin + "/"), "\(address)")
      }
    }

    @Test func `every page tells its parts, names every control and keeps names out of its title`()
      throws
    {
      let walk = try PageWalk()
      try walk.pass { page in
        let tree = try AccessibilityTree(walk.browser)
        #expect(tree.problems.isEmpty, "\(page)")
        #expect(try walk.browser.text("document.documentElement.lang") == "vi", "\(page)")
        let title = try walk.browser.text("document.title")
        #expect(title.hasSuffix(" · CamTay") || title.contains("CamTay"), "\(page)")
        for name in [Workplace.household, Workplace.resident] {
          let address = try walk.browser.address()
          #expect(!title.contains(name) && !address.contains(name), "\(page)")
        }
        let doubled = try walk.browser.doubledIDs()
        #expect(doubled == "", "\(page)")
      }
    }

    @Test(.enabled(if: Axe.script != nil, "\(Axe.missing)"))
    func `axe finds nothing wrong on any page`() throws {
      let axe = try #require(Axe.script)
      let walk = try PageWalk()
      try walk.pass { page in
        let found = try walk.browser.audit(axe)
        #expect(found.isEmpty, "\(page)")
      }
    }
  }
}
