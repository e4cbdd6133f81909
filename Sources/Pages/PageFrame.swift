import FieldWork
import Web

/// What stands around every page of both programs: skip link, name of the program and place, ways
/// to go, language, who is signed in, the content, and the version below.
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
    /// Where their name leads, and what is there; nil where it is no link.
    package let account: Link?

    /// Names them.
    package init(name: String, formToken: String, account: Link? = nil) {
      self.name = name
      self.formToken = formToken
      self.account = account
    }
  }

  /// That nothing here is real, in words, and the way back to work.
  package struct Practice: Sendable {
    /// The word for it, also in the window's bar.
    package let mark: BilingualText
    /// The word with what it means.
    package let banner: BilingualText
    /// The way back.
    package let leaving: Link

    /// Says it.
    package init(mark: BilingualText, banner: BilingualText, leaving: Link) {
      self.mark = mark
      self.banner = banner
      self.leaving = leaving
    }
  }

  /// The field of every form that carries the session's token.
  package static let formTokenField = "form_token"

  /// The title, also in the window's bar.
  package var title: BilingualText
  /// The first heading where it says more than a window's bar may, such as somebody's name.
  package var heading: BilingualText?
  /// A sentence under the title.
  package var lead: BilingualText?
  /// What stands under the title besides, such as how new the page is.
  package var headingLine: HTML?
  /// What has to be known first, above the content; nil for nothing.
  package var notice: HTML?
  /// The name of the program and its place, first on every page.
  package var name: String
  /// The language of the page.
  package var language: Language
  /// How large and how strong it is drawn.
  package var display = PageDisplay()
  /// The path and query of this page, to come back to after the language was changed.
  package var path: String
  /// Ways to go.
  package var links: [Link] = []
  /// The path of the way that this page lies behind, where it is not that way's own page.
  package var section: String?
  /// Who is signed in; nil before.
  package var person: Person?
  /// Whether the page holds one small form only.
  package var isNarrow = false
  /// Where the button beside their name leads, and what stands on it.
  package var leaving = Link("/sign-out", FrameWords.signOut)
  /// What is said on every page and print where data are not real; nil in ordinary work.
  package var practice: Practice?
  /// How the program itself stands, in words, on every page; nil where there is nothing to say.
  package var status: HTML?
  /// Scripts, as paths on this server; every page works without them.
  package var scripts: [String] = []
  /// Ways to go at the foot of every page, such as help.
  package var footLinks: [Link] = []
  /// Where the page stands in the other language, for pages that leave nothing in a browser; nil where
  /// the choice is remembered.
  package var otherLanguage: String?
  /// What covers the screen; nil where nothing does.
  package struct Cover: Sendable {
    /// Where its button leads without a script, and what stands on it.
    package let button: Link
    /// What stands on the button of a covered screen.
    package let uncover: BilingualText
    /// What stands on a covered screen.
    package let note: BilingualText

    /// Says what covers the screen.
    package init(button: Link, uncover: BilingualText, note: BilingualText) {
      self.button = button
      self.uncover = uncover
      self.note = note
    }
  }

  /// The button that covers the screen; nil where there is none.
  package var cover: Cover?
  /// Program and version at the foot of page and print, such as `camtay-server 0.1`.
  package var version = ""

  /// A frame without links.
  package init(title: BilingualText, name: String, language: Language, path: String) {
    self.title = title
    self.name = name
    self.language = language
    self.path = path
  }

  /// A heading whose codes stay on one line: one that is broken over two is read as two.
  private static func keepingCodes(_ heading: String) -> HTML {
    let words = heading.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    return HTML.group {
      for (index, word) in words.enumerated() {
        if index > 0 { " " }
        if word.contains("-"), word.contains(where: \.isNumber) {
          element("span", ["class": "nowrap"]) { word }
        } else {
          word
        }
      }
    }
  }

  /// The whole page around its content, below its first heading.
  package func page(@HTMLBuilder _ content: () -> HTML) -> HTML {
    let heading = (heading ?? title).text(in: language)
    return HTML.page(
      title: cover != nil && display.isCovered ? name : windowTitle, language: language.rawValue,
      classes: classes,
      stylesheets: [Stylesheet.path], scripts: scripts
    ) {
      element("a", ["class": "skip", "href": "#content"]) { FrameWords.skip.text(in: language) }
      element("header", ["class": "top"]) {
        element("span", ["class": "name"]) { name }
        if !links.isEmpty, !hasRowOfLinks { navigation }
        element("div", ["class": "tools"]) {
          if status == nil { languageForm }
          if let cover { coverForm(cover) }
          if let person { signOutForm(person) }
        }
        if hasRowOfLinks { navigation }
      }
      if let practice {
        element("aside", ["class": "banner", "aria-label": practice.mark.text(in: language)]) {
          element("p") { practice.banner.text(in: language) }
          element("a", ["class": "not-printed", "href": practice.leaving.path]) {
            practice.leaving.text.text(in: language)
          }
        }
      }
      if let status {
        element(
          "section", ["class": "standing", "aria-label": FrameWords.standing.text(in: language)]
        ) {
          status
          element("div", ["class": "tools"]) {
            if let person { element("span", ["class": "person"]) { person.name } }
            languageForm
          }
        }
      }
      if let cover {
        element("p", ["class": "cover-note", "role": "status"]) { cover.note.text(in: language) }
      }
      element(
        "main",
        [
          "id": "content", "class": isNarrow ? "narrow" : nil, "tabindex": "-1",
          // A print may have no more of the page than this.
          "data-practice": practice?.banner.text(in: language),
        ]
      ) {
        element("div", ["class": "heading"]) {
          element("h1") { Self.keepingCodes(heading) }
          if let lead { element("p") { lead.text(in: language) } }
          if let headingLine { headingLine }
        }
        if let notice { notice }
        content()
      }
      element("footer") {
        element("span") { version }
        if !footLinks.isEmpty { footNavigation }
        element("span") { FrameWords.timeZone.text(in: language) }
      }
    }
  }

  /// How the page is drawn: as somebody chose, and framed where it is practice.
  private var classes: String? {
    let classes = [practice.map { _ in "practice" }, display.classes].compactMap(\.self)
    return classes.isEmpty ? nil : classes.joined(separator: " ")
  }

  /// The hidden field for a form of a signed-in person.
  package static func tokenField(_ token: String) -> HTML {
    element("input", ["type": "hidden", "name": formTokenField, "value": token])
  }

  /// Whether there are too many ways to stand beside the name and the tools: below them, also in the
  /// order in which the keyboard comes to them.
  private var hasRowOfLinks: Bool { links.count > 8 }

  private var navigation: HTML {
    element("nav", ["aria-label": FrameWords.pages.text(in: language)]) {
      element("ul") {
        for link in links {
          element("li") {
            element("a", ["href": link.path, "aria-current": mark(of: link)]) {
              link.text.text(in: language)
            }
          }
        }
      }
    }
  }

  private var footNavigation: HTML {
    element("nav", ["aria-label": FrameWords.help.text(in: language)]) {
      for link in footLinks {
        element("a", ["href": link.path]) { link.text.text(in: language) }
      }
    }
  }

  /// Without a script the button goes where it leads, which locks; the script covers instead. The
  /// window of a covered page says no more than the name of the program.
  private func coverForm(_ cover: Cover) -> HTML {
    let words = cover.button.text.text(in: language)
    let uncover = cover.uncover.text(in: language)
    return element("form", ["method": "post", "action": cover.button.path]) {
      element(
        "button",
        [
          "class": "quiet", "type": "submit", "accesskey": "h", "data-cover": words,
          "data-uncover": uncover, "data-cover-title": windowTitle, "data-uncover-title": name,
        ]
      ) { display.isCovered ? uncover : words }
    }
  }

  /// Their name, which leads to their account where they have a page for it.
  private func name(of person: Person) -> HTML {
    guard let account = person.account else {
      return element("span", ["class": "person"]) { person.name }
    }
    return element(
      "a",
      [
        "class": "person", "href": account.path,
        "aria-label": "\(person.name): \(account.text.text(in: language))",
        "aria-current": isHere(account.path) ? "page" : nil,
      ]
    ) { person.name }
  }

  /// How a way is marked: the page that it leads to, or one that lies behind it.
  private func mark(of link: Link) -> String? {
    if isHere(link.path) { return "page" }
    return link.path == section ? "true" : nil
  }

  /// Whether this page stands at a path.
  private func isHere(_ path: String) -> Bool {
    let here = self.path.split(separator: "?").first.map(String.init) ?? self.path
    return path.utf8.elementsEqual(here.utf8)
  }

  private var windowTitle: String {
    let mark = practice.map { "\($0.mark.text(in: language)) · " } ?? ""
    return "\(mark)\(title.text(in: language)) · \(name)"
  }

  /// A form and not a link: choosing a language is remembered, and a GET changes nothing.
  private var languageForm: HTML {
    let other: Language = language == .vietnamese ? .english : .vietnamese
    if let otherLanguage {
      return element("a", ["href": otherLanguage, "lang": other.rawValue, "class": "person"]) {
        other.text("Tiếng Việt", "English")
      }
    }
    return element("form", ["method": "post", "action": PageLanguage.path]) {
      element("input", ["type": "hidden", "name": "language", "value": other.rawValue])
      element("input", ["type": "hidden", "name": "back", "value": path])
      element("button", ["class": "quiet", "type": "submit", "lang": other.rawValue]) {
        other.text("Tiếng Việt", "English")
      }
    }
  }

  private func signOutForm(_ person: Person) -> HTML {
    element("form", ["method": "post", "action": leaving.path]) {
      Self.tokenField(person.formToken)
      if status == nil { name(of: person) }
      element("button", ["class": "quiet", "type": "submit"]) {
        leaving.text.text(in: language)
      }
    }
  }
}

/// The words of the frame.
enum FrameWords {
  static let standing = BilingualText(vi: "Tình trạng của máy", en: "How this machine stands")
  static let skip = BilingualText(vi: "Đến nội dung chính", en: "Skip to the content")
  static let pages = BilingualText(vi: "Các trang", en: "Pages")
  static let help = BilingualText(vi: "Trợ giúp", en: "Help")
  static let signOut = BilingualText(vi: "Đăng xuất", en: "Sign out")
  static let timeZone = BilingualText(
    vi: "Giờ Việt Nam (UTC+7)", en: "Times are those of Viet Nam (UTC+7)")
}
