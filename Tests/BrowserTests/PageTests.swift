import CommandLine
import Foundation
import Testing

extension BrowserTests {
  /// What holds on every page.
  struct PageTests {
    /// What is wider than the window; empty when nothing is.
    private static let overflow = """
      (() => {
        const root = document.documentElement;
        if (root.scrollWidth <= root.clientWidth) return "";
        const wide = [...document.querySelectorAll("body *")].filter(
          (part) => part.getBoundingClientRect().right > root.clientWidth + 1
            && !part.closest(".table-scroll"));
        return root.scrollWidth + " in " + root.clientWidth + ": "
          + wide.slice(0, 3).map((part) => part.outerHTML.slice(0, 120)).join(" | ");
      })()
      """

    @Test(arguments: [(1.0, nil), (2.0, nil), (2.0, ("very-large", "high"))])
    func `no page scrolls sideways on 1024 by 600, nor at double zoom, nor with the largest text`(
      zoom: Double, display: (size: String, contrast: String)?
    ) throws {
      var setup = Browser.Setup()
      setup.zoom = zoom
      let walk = try PageWalk(setup, display: display)
      var pages = 0
      try walk.pass { page in
        pages += 1
        let wide = try walk.browser.text(Self.overflow)
        #expect(wide == "", "\(page) at \(zoom)")
      }
      #expect(pages >= 14)
      // Whatever the pages asked for, they asked this machine's own port for it.
      let asked = try walk.browser.requestedAddresses()
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
        #expect(try walk.browser.text(Self.doubledIDs) == "", "\(page)")
      }
    }

    private static let doubledIDs = """
      (() => {
        const ids = [...document.querySelectorAll("[id]")].map((part) => part.id);
        return ids.filter((id, place) => ids.indexOf(id) !== place).join(" ");
      })()
      """

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

/// axe-core from a Python environment whose folder `CAMTAY_AXE` names.
enum Axe {
  static let missing: String =
    "axe-core is missing: CAMTAY_AXE names a Python environment with axe-core-python"

  /// Its source; nil where it is missing.
  static let script: String? = {
    guard let folder = ProcessInfo.processInfo.environment["CAMTAY_AXE"],
      let files = FileManager.default.enumerator(atPath: folder)
    else { return nil }
    for case let path as String in files where path.hasSuffix("axe_core_python/axe.min.js") {
      return try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    }
    return nil
  }()
}

extension Browser {
  /// What axe finds on the page, by the rules of WCAG 2.2 AA and of good practice.
  func audit(_ axe: String) throws -> [String] {
    let tags = "[\"wcag2a\",\"wcag2aa\",\"wcag21a\",\"wcag21aa\",\"wcag22aa\",\"best-practice\"]"
    let found = try awaited(
      """
      \(axe)
      const done = arguments[arguments.length - 1];
      axe.run(document, { runOnly: { type: "tag", values: \(tags) } }).then(
        (result) => done(result.violations.flatMap((rule) => rule.nodes.map(
          (node) => rule.id + ": " + node.html.slice(0, 200) + " " + node.failureSummary))),
        (error) => done([String(error)]));
      """)
    guard let list = found.arrayValue else { throw Trouble("axe gave no answer") }
    return list.compactMap(\.textValue)
  }
}
