import FieldWork
import Web

/// The language of pages: a cookie of its own, because it matters before anybody is signed in.
package enum PageLanguage {
  /// Where the choice is posted.
  package static let path = "/language"
  private static let cookieName = "camtay-language"

  /// The language that the person chose; Vietnamese before.
  package static func of(_ request: HTTPRequest) -> Language {
    remembered(by: request) ?? .vietnamese
  }

  /// The answer to a choice: remembers it for a year and goes back.
  package static func choose(_ form: NamedValues) -> HTTPResponse {
    var response = HTTPResponse.seeOther(form["back"] ?? "/")
    if let language = chosen(in: form) { response.headers.set("Set-Cookie", cookie(language)) }
    return response
  }

  /// The language that a form names.
  package static func chosen(in form: NamedValues) -> Language? {
    form["language"].flatMap(Language.init(rawValue:))
  }

  /// The language that a browser was told to remember; nil before.
  package static func remembered(by request: HTTPRequest) -> Language? {
    request.cookies[cookieName].flatMap(Language.init(rawValue:))
  }

  /// The `Set-Cookie` value that lets a browser remember a language for a year.
  package static func cookie(_ language: Language) -> String {
    "\(cookieName)=\(language.rawValue); Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict"
  }
}
