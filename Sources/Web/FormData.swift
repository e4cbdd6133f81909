/// A submitted form: text fields in order, and files.
///
/// Text is valid UTF-8 without NUL; spelling (NFC, spaces) is the domain's business.
package struct FormData: Equatable, Sendable {
  /// Bounds for one form.
  package struct Limits: Sendable {
    /// Fields and files together.
    package var maximumCount = 500
    /// Bytes of one text field.
    package var maximumFieldBytes = 64 * 1024

    /// The default bounds.
    package init() {}
  }

  /// One uploaded file.
  package struct File: Equatable, Sendable {
    /// The field's name.
    package let name: String
    /// The file's name as the browser sent it: a label, never a path to write to.
    package let fileName: String
    /// Its bytes.
    package let bytes: [UInt8]
  }

  /// The text fields.
  package let fields: NamedValues
  /// The files.
  package let files: [File]

  /// Reads the body of a request by its content type.
  /// - Throws: `WebError.formTypeUnknown`, `.formInvalid`, `.formTooLarge`.
  package init(_ request: HTTPRequest, limits: Limits = Limits()) throws(WebError) {
    switch request.contentType {
    case "application/x-www-form-urlencoded":
      let separators = request.body.count { $0 == UInt8(ascii: "&") }
      guard separators < limits.maximumCount else { throw .formTooLarge }
      guard let fields = NamedValues(encoded: request.body, maximumCount: limits.maximumCount)
      else { throw .formInvalid }
      guard fields.items.allSatisfy({ $0.value.utf8.count <= limits.maximumFieldBytes }) else {
        throw .formTooLarge
      }
      self.fields = fields
      files = []
    case "multipart/form-data":
      guard
        let boundary = HeaderParameters.value("boundary", in: request.headers["Content-Type"] ?? "")
      else { throw .formInvalid }
      (fields, files) = try Multipart.parse(
        request.body, boundary: Array(boundary.utf8), limits: limits)
    default:
      throw .formTypeUnknown
    }
  }

  /// The first text field by that name.
  package subscript(name: String) -> String? { fields[name] }
}

/// Parameters behind a header's value, as in `form-data; name="a"` (RFC 9110, section 5.6.6).
enum HeaderParameters {
  /// The value of one parameter; nil when it is absent or its quotes do not close.
  static func value(_ wanted: String, in header: String) -> String? {
    var rest = Array(header.utf8)[...]
    while let semicolon = rest.firstIndex(of: UInt8(ascii: ";")) {
      rest = rest[(semicolon + 1)...].drop { $0 == 32 || $0 == 9 }
      guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let name = String(decoding: rest[..<equals], as: UTF8.self)
      rest = rest[(equals + 1)...]
      var value: [UInt8] = []
      if rest.first == UInt8(ascii: "\"") {
        rest = rest.dropFirst()
        while let byte = rest.first, byte != UInt8(ascii: "\"") {
          rest = rest.dropFirst()
          // Browsers write a quote as %22, so a backslash is a backslash unless it hides one.
          if byte == UInt8(ascii: "\\"), let next = rest.first, next == UInt8(ascii: "\"") {
            value.append(next)
            rest = rest.dropFirst()
          } else {
            value.append(byte)
          }
        }
        guard rest.first == UInt8(ascii: "\"") else { return nil }
        rest = rest.dropFirst()
      } else {
        value = Array(rest.prefix { $0 != UInt8(ascii: ";") && $0 != 32 && $0 != 9 })
        rest = rest.dropFirst(value.count)
      }
      if asciiEqualIgnoringCase(name, wanted) { return String(validating: value, as: UTF8.self) }
    }
    return nil
  }
}
