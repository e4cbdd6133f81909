import FieldWork
import Web

/// The language of pages: a cookie of its own, because it matters before anybody is signed in.
enum PageLanguage {
  private static let cookieName = "camtay-language"

  /// The language that the person chose; Vietnamese before.
  static func of(_ request: HTTPRequest) -> Language {
    request.cookies[cookieName].flatMap(Language.init(rawValue:)) ?? .vietnamese
  }

  /// `POST /language`: remembers the choice for a year and goes back.
  static let route = PageRoute(.post, "/language", access: .anyone, bodyLimit: 4 << 10) { request in
    var response = HTTPResponse.seeOther(request.form["back"] ?? "/")
    if let language = request.form["language"].flatMap(Language.init(rawValue:)) {
      response.headers.set(
        "Set-Cookie",
        "\(cookieName)=\(language.rawValue); Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict")
    }
    return response
  }
}
