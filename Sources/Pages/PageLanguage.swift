import FieldWork
import Web

/// The language of pages: a cookie of its own, because it matters before anybody is signed in.
package enum PageLanguage {
  /// Where the choice is posted.
  package static let path = "/language"
  private static let cookieName = "camtay-language"

  /// The language that the person chose; Vietnamese before.
  package static func of(_ request: HTTPRequest) -> Language {
    request.cookies[cookieName].flatMap(Language.init(rawValue:)) ?? .vietnamese
  }

  /// The answer to a choice: remembers it for a year and goes back.
  package static func choose(_ form: NamedValues) -> HTTPResponse {
    var response = HTTPResponse.seeOther(form["back"] ?? "/")
    if let language = form["language"].flatMap(Language.init(rawValue:)) {
      response.headers.set(
        "Set-Cookie",
        "\(cookieName)=\(language.rawValue); Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict")
    }
    return response
  }
}
