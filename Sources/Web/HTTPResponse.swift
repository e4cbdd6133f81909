/// One answer: a status, header fields and the bytes.
///
/// The server adds the security headers of `SecurityHeaders` where the answer has none.
package struct HTTPResponse: Equatable, Sendable {
  /// The status code, 200 to 599.
  package var status: Int
  /// Header fields; length, date and connection are the server's business.
  package var headers: HTTPHeaders
  /// The bytes of the answer.
  package var body: [UInt8]
  /// The file that is sent in place of `body`; nil for most answers.
  package var file: ResponseFile?

  /// An answer as given.
  package init(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A page.
  package static func html(_ html: HTML, status: Int = 200) -> HTTPResponse {
    bytes(Array(html.text.utf8), type: "text/html; charset=utf-8", status: status)
  }

  /// Plain text in UTF-8.
  package static func text(_ text: String, status: Int = 200) -> HTTPResponse {
    bytes(Array(text.utf8), type: "text/plain; charset=utf-8", status: status)
  }

  /// Bytes of the given media type.
  package static func bytes(_ bytes: [UInt8], type: String, status: Int = 200) -> HTTPResponse {
    HTTPResponse(status: status, headers: ["Content-Type": type], body: bytes)
  }

  /// A file to be saved under this name; the name is sent so that no byte of it can be a header.
  package static func download(_ bytes: [UInt8], type: String, fileName: String) -> HTTPResponse {
    var response = HTTPResponse.bytes(bytes, type: type)
    response.headers.set(
      "Content-Disposition", "attachment; filename*=UTF-8''" + PercentEncoding.encode(fileName))
    return response
  }

  /// The same of a file that is read while it is sent.
  package static func download(
    _ file: ResponseFile, type: String, fileName: String
  ) -> HTTPResponse {
    var response = download([], type: type, fileName: fileName)
    response.file = file
    return response
  }

  /// After a form was saved: go on with GET, so that a reload sends nothing twice.
  ///
  /// `path` is an escaped path on this server (see `RequestTarget.path`); a path that leads
  /// elsewhere becomes `/`, because it may come from a form.
  package static func seeOther(_ path: String) -> HTTPResponse { redirect(path, status: 303) }

  /// The same request elsewhere on this server; `path` as in `seeOther`.
  package static func redirect(_ path: String, status: Int = 307) -> HTTPResponse {
    HTTPResponse(status: status, headers: ["Location": localPath(path)])
  }

  /// There is nothing at this address.
  package static var notFound: HTTPResponse { plain(404) }

  /// A short answer in both languages, for a status that no page was written for.
  package static func plain(_ status: Int) -> HTTPResponse {
    let reason =
      switch status {
      case 400: "Yêu cầu không hợp lệ. / The request is damaged."
      case 403: "Không được phép. / Not allowed."
      case 404: "Không có trang này. / There is no such page."
      case 405: "Trang này không nhận kiểu yêu cầu đó. / Not a method of this page."
      case 408: "Hết thời gian chờ. / The request took too long."
      case 411: "Thiếu độ dài nội dung. / The length of the body is missing."
      case 413: "Nội dung quá lớn; chưa lưu gì. / The body is too large; nothing was saved."
      case 414, 431: "Yêu cầu quá dài. / The request is too long."
      case 429:
        "Máy chủ đang bận; chưa nhận gì, hãy thử lại sau. / "
          + "The server is busy; nothing was taken, try again later."
      case 501: "Không hỗ trợ. / Not supported."
      default: "Lỗi máy chủ; hãy thử lại. / The server failed; please try again."
      }
    return text("\(status)  \(reason)\n", status: status)
  }

  /// The path itself when it stays on this server, else `/`.
  private static func localPath(_ path: String) -> String {
    let bytes = Array(path.utf8)
    let leadsAway = bytes.count >= 2 && (bytes[1] == UInt8(ascii: "/"))
    guard bytes.first == UInt8(ascii: "/"), !leadsAway,
      bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\\") })
    else { return "/" }
    return path
  }
}
