import CGnuTLS

/// The SHA-256 of a server's public key, as `sha256//` and 44 characters of base64 (RFC 7469).
///
/// It names a key and not a certificate: a new certificate for the same key keeps its pin.
package struct PublicKeyPin: Equatable, Sendable, CustomStringConvertible {
  /// `sha256//…`; several are joined by `;` while a key is being replaced.
  package let description: String

  /// Reads one pin or several joined by `;`.
  ///
  /// Strict, because libcurl would take any other text for a file name.
  /// - Throws: `WebError.pinInvalid`.
  package init(_ text: String) throws(WebError) {
    let pins = text.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    guard pins.count <= 4, pins.allSatisfy(Self.isPin) else { throw .pinInvalid }
    description = text
  }

  /// The pin of the first certificate in this PEM text.
  /// - Throws: `WebError.identityInvalid`.
  package init(certificatePEM: [UInt8]) throws(WebError) {
    var certificate: gnutls_x509_crt_t?
    guard gnutls_x509_crt_init(&certificate) == 0, let certificate else { throw .identityInvalid }
    defer { gnutls_x509_crt_deinit(certificate) }
    let code = withDatum(certificatePEM) {
      gnutls_x509_crt_import(certificate, $0, GNUTLS_X509_FMT_PEM)
    }
    var key: gnutls_pubkey_t?
    guard code == 0, gnutls_pubkey_init(&key) == 0, let key else { throw .identityInvalid }
    defer { gnutls_pubkey_deinit(key) }
    var exported = gnutls_datum_t()
    guard gnutls_pubkey_import_x509(key, certificate, 0) == 0,
      gnutls_pubkey_export2(key, GNUTLS_X509_FMT_DER, &exported) == 0
    else { throw .identityInvalid }
    let publicKey = takeDatum(exported)
    var digest = [UInt8](repeating: 0, count: 32)
    var encoded = gnutls_datum_t()
    guard gnutls_hash_fast(GNUTLS_DIG_SHA256, publicKey, publicKey.count, &digest) == 0,
      withDatum(digest, { gnutls_base64_encode2($0, &encoded) }) == 0
    else { throw .identityInvalid }
    description = "sha256//" + String(decoding: takeDatum(encoded), as: UTF8.self)
  }

  private static func isPin(_ text: Substring.UTF8View.SubSequence) -> Bool {
    let bytes = Array(text)
    guard bytes.count == 52, bytes.starts(with: "sha256//".utf8), bytes[51] == UInt8(ascii: "=")
    else { return false }
    return bytes[8..<51].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
        true
      default: false
      }
    }
  }
}
