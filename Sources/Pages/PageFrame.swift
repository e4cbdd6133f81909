import FieldWork
import Web

/// What stands around every page: name, ways to go, language, who is signed in.
package struct PageFrame: Sendable {
  /// One way to go.
  package struct Link: Sendable {
    /// A path on this server.
    package let path: String
    /// What it says.
    package let text: BilingualText

    /// Names a way.
    package init(_ path: String, _ text: BilingualText) {
      self.path = path
      self.text = text
    }
  }

  /// Who is signed in, with the token of their forms.
  package struct Person: Sendable {
    /// Their name.
    package let name: String
    /// Stands in every form as `PageFrame.formTokenField`.
    package let formToken: String

    /// Names them.
    package init(name: String, formToken: String) {
      self.name = name
      self.formToken = formToken
    }
  }

  /// The field of every form that carries the session's token.
  package static let formTokenField = "form_token"

  /// The title, also in the window's bar.
  package var title: BilingualText
  /// The name of the program and its place, first on every page.
  package var name: String
  /// The language of the page.
  package var language: Language
  /// The path and query of this page, to come back to after the language was changed.
  package var path: String
  /// Ways to go.
  package var links: [Link] = []
  /// Who is signed in; nil before.
  package var person: Person?
  /// Whether the page holds one small form only.
  package var isNarrow = false

  /// A frame without links.
  package init(title: BilingualText, name: String, language: Language, path: String) {
    self.title = title
    self.name = name
    self.language = language
    self.path = path
  }

  /// The whole page around its content; the title becomes its first heading.
  package func page(@HTMLBuilder _ content: () -> HTML) -> HTML {
    let heading = title.text(in: language)
    return HTML.page(
      title: "\(heading) · \(name)", language: language.rawValue, stylesheets: [Stylesheet.path]
    ) {
      element("a", ["class": "skip", "href": "#content"]) {
        language.text("Đến nội dung", "Skip to the content")
      }
      element("header", ["class": "top"]) {
        element("span", ["class": "name"]) { name }
        if !links.isEmpty { navigation }
        languageForm
        if let person { signOutForm(person) }
      }
      element("main", ["id": "content", "class": isNarrow ? "narrow" : nil]) {
        element("h1") { heading }
        content()
      }
    }
  }

  /// The hidden field for a form of a signed-in person.
  package static func tokenField(_ token: String) -> HTML {
    element("input", ["type": "hidden", "name": formTokenField, "value": token])
  }

  private var navigation: HTML {
    element("nav", ["aria-label": language.text("Các trang", "Pages")]) {
      links.map { link in
        let isHere = path.split(separator: "?").first.map(String.init) == link.path
        return element("a", ["href": link.path, "aria-current": isHere ? "page" : nil]) {
          link.text.text(in: language)
        }
      }
    }
  }

  private var languageForm: HTML {
    let other: Language = language == .vietnamese ? .english : .vietnamese
    return element("form", ["method": "post", "action": "/language"]) {
      element("input", ["type": "hidden", "name": "language", "value": other.rawValue])
      element("input", ["type": "hidden", "name": "back", "value": path])
      element("button", ["class": "quiet", "type": "submit", "lang": other.rawValue]) {
        other.text("Tiếng Việt", "English")
      }
    }
  }

  private func signOutForm(_ person: Person) -> HTML {
    element("form", ["method": "post", "action": "/sign-out"]) {
      Self.tokenField(person.formToken)
      person.name
      element("button", ["class": "quiet", "type": "submit"]) {
        language.text("Đăng xuất", "Sign out")
      }
    }
  }
}
