import CommandLine
import Foundation

extension Browser {
  /// What is wider than the window; empty when nothing is.
  func tooWide() throws -> String {
    try text(
      """
      (() => {
        const root = document.documentElement;
        if (root.scrollWidth <= root.clientWidth) return "";
        const wide = [...document.querySelectorAll("body *")].filter(
          (part) => part.getBoundingClientRect().right > root.clientWidth + 1
            && !part.closest(".table-scroll"));
        return root.scrollWidth + " in " + root.clientWidth + ": "
          + wide.slice(0, 3).map((part) => part.outerHTML.slice(0, 120)).join(" | ");
      })()
      """)
  }

  /// The controls that the Tab key does not come to, that do not take the focus, or that do not show
  /// that they have it; empty when there is none.
  func beyondTheKeyboard() throws -> String {
    try text(
      """
      (() => {
        const controls = [...document.querySelectorAll(
          "a[href], button, input:not([type=hidden]), select, textarea, summary")].filter(
            (part) => part.checkVisibility() && !part.disabled);
        const ways = new Set(
          controls.filter((part) => part.tabIndex === 0).map((part) => part.getAttribute("href")));
        const wrong = controls.filter((part) => {
          // A point of a map, whose way stands in the table beside it too.
          if (part.tabIndex === -1 && ways.has(part.getAttribute("href"))) {
            return false;
          }
          if (part.tabIndex !== 0) return true;
          part.focus({ focusVisible: true });
          const style = getComputedStyle(part);
          const isShown = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
          return document.activeElement !== part || !isShown;
        });
        document.activeElement?.blur();
        return wrong.slice(0, 3).map((part) => part.outerHTML.slice(0, 120)).join(" | ");
      })()
      """)
  }

  /// The ids that stand twice on the page.
  func doubledIDs() throws -> String {
    try text(
      """
      (() => {
        const ids = [...document.querySelectorAll("[id]")].map((part) => part.id);
        return ids.filter((id, place) => ids.indexOf(id) !== place).join(" ");
      })()
      """)
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
