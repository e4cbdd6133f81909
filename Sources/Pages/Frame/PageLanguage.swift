import FieldWork
import Web

/// Which language a page is answered in: `?lang=`, else the cookie it left, else Vietnamese.
package enum PageLanguage {
  /// The query item.
  package static let queryName = "lang"
  /// The cookie; it holds a language and nothing about the person.
  package static let cookieName = "camtay-language"

  /// The language of a request.
  package static func of(_ request: HTTPRequest) -> Language {
    let chosen = request.query[queryName] ?? request.cookies[cookieName]
    return chosen.flatMap(Language.init(option:)) ?? .vietnamese
  }

  /// Lets the browser keep a language that the request chose in its query, for half a year.
  package static func remember(_ request: HTTPRequest, in response: inout HTTPResponse) {
    guard let language = request.query[queryName].flatMap(Language.init(option:)) else { return }
    response.headers.append(
      "Set-Cookie",
      "\(cookieName)=\(language.rawValue); Path=/; Max-Age=15552000; HttpOnly; SameSite=Strict")
  }

  /// The address of the same page in another language.
  static func address(_ query: NamedValues, in language: Language) -> String {
    var items = query.items.filter { $0.name != queryName }
    items.append(NamedValues.Item(name: queryName, value: language.rawValue))
    return "?" + NamedValues(items).encoded
  }
}
