import FieldWork
import Web

/// What stands around every page of both programs: skip link, name of the program and place,
/// navigation, language, who is signed in, the content, and the version below.
package struct PageFrame: Sendable {
  /// An entry of the navigation.
  package struct Link: Sendable {
    /// What people read.
    package let label: BilingualText
    /// A path on this server.
    package let path: String

    /// An entry that leads to a path.
    package init(_ label: BilingualText, path: String) {
      self.label = label
      self.path = path
    }
  }

  /// Who is signed in, and how they sign out.
  package struct SignedIn: Sendable {
    /// The account's name.
    package let name: String
    /// Where the form to sign out is posted.
    package let signOutPath: String
    /// The session's form token; see `SignInSessions`.
    package let formToken: String

    /// Describes who is signed in.
    package init(name: String, signOutPath: String, formToken: String) {
      self.name = name
      self.signOutPath = signOutPath
      self.formToken = formToken
    }
  }

  /// The page's title; also its heading.
  package var title: BilingualText
  /// A sentence under the heading.
  package var lead: BilingualText?
  /// The part of the program and the place it serves, such as "Trung tâm · Xã Đại Đồng".
  package var owner: BilingualText
  /// The language of this answer.
  package var language: Language
  /// The path of this page, for the navigation's mark and the language switch.
  package var path: String
  /// The query of this page, which the language switch keeps.
  package var query: NamedValues
  /// The entries of the navigation.
  package var navigation: [Link]
  /// Who is signed in; nil on the page to sign in.
  package var signedIn: SignedIn?
  /// A word on every page and print, such as "demo data"; nil in ordinary work.
  package var notice: BilingualText?
  /// Program and version, such as `camtay-server 0.1`.
  package var version: String

  /// A frame without navigation and without anybody signed in.
  package init(
    title: BilingualText, lead: BilingualText? = nil, owner: BilingualText, language: Language,
    path: String, query: NamedValues = NamedValues(), version: String
  ) {
    self.title = title
    self.lead = lead
    self.owner = owner
    self.language = language
    self.path = path
    self.query = query
    navigation = []
    self.version = version
  }

  /// The whole page around its content.
  package func html(@HTMLBuilder _ content: () -> HTML) -> HTML {
    let title = title.text(in: language)
    let owner = owner.text(in: language)
    return HTML.page(
      title: "\(title) · \(owner) · CamTay", language: language.rawValue,
      stylesheets: [Stylesheet.path]
    ) {
      element("a", ["class": "skip", "href": "#content"]) { FrameWords.skip.text(in: language) }
      element("header", ["class": "frame-header"]) {
        element("div", ["class": "frame-brand"]) {
          element("strong") { "CamTay" }
          element("span") { owner }
        }
        navigationList
        element("div", ["class": "frame-tools"]) {
          languageSwitch
          signOut
        }
      }
      if let notice {
        element("p", ["class": "frame-notice"]) { notice.text(in: language) }
      }
      element("main", ["id": "content", "tabindex": "-1"]) {
        element("div", ["class": "page-heading"]) {
          element("h1") { title }
          if let lead { element("p") { lead.text(in: language) } }
        }
        content()
      }
      element("footer", ["class": "frame-footer"]) {
        element("span") { version }
        element("span") { FrameWords.timeZone.text(in: language) }
      }
    }
  }

  private var navigationList: HTML {
    guard !navigation.isEmpty else { return .empty }
    return element(
      "nav", ["class": "frame-navigation", "aria-label": FrameWords.pages.text(in: language)]
    ) {
      element("ul") {
        for link in navigation {
          let isHere = link.path.utf8.elementsEqual(path.utf8)
          element("li") {
            element("a", ["href": link.path, "aria-current": isHere ? "page" : nil]) {
              link.label.text(in: language)
            }
          }
        }
      }
    }
  }

  private var languageSwitch: HTML {
    element(
      "nav", ["aria-label": FrameWords.language.text(in: language)]
    ) {
      element("ul") {
        for other in Language.allCases {
          let name = other.text("Tiếng Việt", "English")
          element("li", ["lang": other.rawValue]) {
            if other == language {
              element("strong", ["aria-current": "true"]) { name }
            } else {
              element(
                "a", ["href": PageLanguage.address(query, in: other), "hreflang": other.rawValue]
              ) { name }
            }
          }
        }
      }
    }
  }

  private var signOut: HTML {
    guard let signedIn else { return .empty }
    return HTML.group {
      element("span") { signedIn.name }
      element("form", ["method": "post", "action": signedIn.signOutPath]) {
        element(
          "input", ["type": "hidden", "name": PageForm.tokenField, "value": signedIn.formToken])
        element("button", ["type": "submit"]) { FrameWords.signOut.text(in: language) }
      }
    }
  }
}

/// The words of the frame.
enum FrameWords {
  static let skip = BilingualText(vi: "Đến nội dung chính", en: "Skip to the content")
  static let pages = BilingualText(vi: "Các trang", en: "Pages")
  static let language = BilingualText(vi: "Ngôn ngữ", en: "Language")
  static let signOut = BilingualText(vi: "Đăng xuất", en: "Sign out")
  static let timeZone = BilingualText(
    vi: "Giờ Việt Nam (UTC+7)", en: "Times are those of Viet Nam (UTC+7)")
}
