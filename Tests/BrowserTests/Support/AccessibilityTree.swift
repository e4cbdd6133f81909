import CommandLine

/// What a screen reader is told of a page, as Chromium itself works it out.
struct AccessibilityTree {
  private struct Node {
    let role: String
    let name: String
    let level: Int64?
  }

  private static let controls: Set<String> = [
    "button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "listbox",
    "spinbutton", "switch", "slider", "DisclosureTriangle", "table", "navigation", "img", "image",
    "group",
  ]

  private let nodes: [Node]

  init(_ browser: Browser) throws {
    try browser.cdp("Accessibility.enable")
    let answer = try browser.cdp("Accessibility.getFullAXTree")
    nodes = (answer["nodes"]?.arrayValue ?? []).compactMap { node in
      guard node["ignored"] != true, let role = node["role"]?["value"]?.textValue else {
        return nil
      }
      let level = node["properties"]?.arrayValue?.first { $0["name"]?.textValue == "level" }
      return Node(
        role: role, name: node["name"]?["value"]?.textValue ?? "",
        level: level?["value"]?["value"]?.integerValue)
    }
  }

  /// Whether something on the page says these words.
  func says(_ words: String) -> Bool { nodes.contains { $0.name.contains(words) } }

  /// What is wrong, in words; none on a sound page.
  var problems: [String] {
    var found: [String] = []
    for node in nodes where Self.controls.contains(node.role) {
      if node.role == "group" { continue }
      if node.name.allSatisfy(\.isWhitespace) { found.append("a \(node.role) without a name") }
    }
    let mains = nodes.count { $0.role == "main" }
    if mains != 1 { found.append("\(mains) main landmarks") }
    let banners = nodes.count { $0.role == "banner" }
    if banners != 1 { found.append("\(banners) banners") }
    let levels = nodes.filter { $0.role == "heading" }.compactMap(\.level)
    if levels.first != 1 || levels.count(where: { $0 == 1 }) != 1 {
      found.append("headings \(levels)")
    }
    for (before, after) in zip(levels, levels.dropFirst()) where after > before + 1 {
      found.append("a heading of level \(after) after \(before)")
    }
    if !nodes.contains(where: { Self.controls.contains($0.role) }) { found.append("no control") }
    return found
  }
}
