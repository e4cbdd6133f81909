import Testing

@testable import Web

@Suite struct HTMLTests {
  @Test func `text is escaped wherever it stands`() {
    let name = #"<script>alert("x")</script>&'"#
    let html = element("td", ["class": name, "hidden": nil, "data-a": ""]) { name }
    let escaped = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;"
    #expect(html.text == #"<td class="\#(escaped)" data-a="">\#(escaped)</td>"#)
    #expect(HTML.page(title: name) { name }.text.contains("<script") == false)
    #expect(HTML.text("a\u{0}b\u{1b}c").text == "a\u{fffd}b\u{fffd}c")
  }

  @Test func `pieces, loops and choices keep their order`() {
    let html = element("ul") {
      for number in [2, 1] { element("li") { number } }
      if isTrue(true) { "yes" } else { "no" }
      element("hr")
      element("input", ["value": "a"])
    }
    #expect(html.text == #"<ul><li>2</li><li>1</li>yes<hr><input value="a"></ul>"#)
  }

  private func isTrue(_ value: Bool) -> Bool { value }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
    "data:text/html,x", "vbscript:x", "//evil.example", "/\\evil.example", "\\\\evil.example",
    "\u{1}javascript:x",
  ]) func `an address that leads into script or away is left out`(address: String) {
    #expect(element("a", ["href": address]) { "x" }.text == "<a>x</a>")
  }

  @Test(arguments: ["/a:b", "a/b:c", "?q=a:b", "#x", "https://example.org/", ""])
  func `ordinary addresses stay`(address: String) {
    #expect(element("a", ["href": address]) { "x" }.text == #"<a href="\#(address)">x</a>"#)
  }
}
