import CGnuTLS

/// A certificate that a server signs for itself, with its private key (ECDSA P-256).
///
/// P-256 and not Ed25519, because browsers do not accept the latter. The key comes from GnuTLS's
/// own random generator: no generator of ours is strong enough to be handed in from outside.
package struct SelfSignedCertificate: Sendable {
  /// The certificate in PEM.
  package let certificatePEM: [UInt8]
  /// The private key in PEM (PKCS #8, not encrypted): to be kept in a file of mode 0600.
  package let privateKeyPEM: [UInt8]
  /// What laptops pin.
  package let pin: PublicKeyPin

  /// Both parts as a server's identity.
  package var identity: ServerConfiguration.Identity {
    ServerConfiguration.Identity(certificatePEM: certificatePEM, privateKeyPEM: privateKeyPEM)
  }

  /// Makes a key and signs a certificate for these names.
  ///
  /// - Parameters:
  ///   - names: host names and numeric addresses, 1 to 32; the first is also the common name.
  ///   - serialNumber: 1 to 20 bytes, drawn by the caller; the first bit is cleared, since a
  ///     serial number is positive (RFC 5280, section 4.1.2.2).
  ///   - notBefore: seconds since 1970.
  ///   - notAfter: seconds since 1970.
  /// - Throws: `WebError.certificateFailed`; `-1` stands for an argument out of bounds.
  package init(
    names: [String], serialNumber: [UInt8], notBefore: Int, notAfter: Int
  ) throws(WebError) {
    guard (1...32).contains(names.count), (1...20).contains(serialNumber.count),
      notBefore < notAfter,
      names.allSatisfy({ name in
        (1...253).contains(name.utf8.count) && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }
      })
    else { throw .certificateFailed(-1) }

    var key: gnutls_x509_privkey_t?
    try Self.check(gnutls_x509_privkey_init(&key))
    guard let key else { throw .certificateFailed(-1) }
    defer { gnutls_x509_privkey_deinit(key) }
    let curve = UInt32(1) << 31 | UInt32(GNUTLS_ECC_CURVE_SECP256R1.rawValue)
    try Self.check(gnutls_x509_privkey_generate(key, GNUTLS_PK_ECDSA, curve, 0))

    var certificate: gnutls_x509_crt_t?
    try Self.check(gnutls_x509_crt_init(&certificate))
    guard let certificate else { throw .certificateFailed(-1) }
    defer { gnutls_x509_crt_deinit(certificate) }
    var serial = serialNumber
    serial[0] &= 0x7f
    if serial.allSatisfy({ $0 == 0 }) { serial[serial.count - 1] = 1 }
    try Self.check(gnutls_x509_crt_set_version(certificate, 3))
    try Self.check(gnutls_x509_crt_set_serial(certificate, serial, serial.count))
    try Self.check(gnutls_x509_crt_set_activation_time(certificate, notBefore))
    try Self.check(gnutls_x509_crt_set_expiration_time(certificate, notAfter))
    try Self.check(
      gnutls_x509_crt_set_dn_by_oid(
        certificate, "2.5.4.3", 0, names[0], UInt32(min(names[0].utf8.count, 64))))
    for name in names {
      let address = IPAddress(name)
      let bytes = address?.bytes ?? Array(name.utf8)
      try Self.check(
        gnutls_x509_crt_set_subject_alt_name(
          certificate, address == nil ? GNUTLS_SAN_DNSNAME : GNUTLS_SAN_IPADDRESS,
          bytes, UInt32(bytes.count), UInt32(GNUTLS_FSAN_APPEND)))
    }
    try Self.check(gnutls_x509_crt_set_key(certificate, key))
    try Self.check(gnutls_x509_crt_set_basic_constraints(certificate, 0, -1))
    try Self.check(
      gnutls_x509_crt_set_key_usage(certificate, UInt32(GNUTLS_KEY_DIGITAL_SIGNATURE)))
    try Self.check(gnutls_x509_crt_set_key_purpose_oid(certificate, GNUTLS_KP_TLS_WWW_SERVER, 0))
    try Self.check(
      gnutls_x509_crt_sign2(certificate, certificate, key, GNUTLS_DIG_SHA256, 0))

    var exported = gnutls_datum_t()
    try Self.check(gnutls_x509_crt_export2(certificate, GNUTLS_X509_FMT_PEM, &exported))
    certificatePEM = takeDatum(exported)
    try Self.check(
      gnutls_x509_privkey_export2_pkcs8(
        key, GNUTLS_X509_FMT_PEM, nil, UInt32(GNUTLS_PKCS_PLAIN.rawValue), &exported))
    privateKeyPEM = takeDatum(exported)
    pin = try PublicKeyPin(certificatePEM: certificatePEM)
  }

  private static func check(_ code: Int32) throws(WebError) {
    guard code >= 0 else { throw .certificateFailed(code) }
  }
}
