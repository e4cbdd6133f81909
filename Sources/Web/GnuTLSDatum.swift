import CGnuTLS

/// Lends bytes in GnuTLS's own shape.
func withDatum<Result>(
  _ bytes: [UInt8], _ body: (UnsafePointer<gnutls_datum_t>) -> Result
) -> Result {
  var copy = bytes
  return copy.withUnsafeMutableBufferPointer { buffer in
    var datum = gnutls_datum_t(data: buffer.baseAddress, size: UInt32(clamping: buffer.count))
    return body(&datum)
  }
}

/// Takes bytes that GnuTLS allocated, and gives its memory back.
func takeDatum(_ datum: gnutls_datum_t) -> [UInt8] {
  defer { camtay_gnutls_free(datum.data) }
  return Array(UnsafeBufferPointer(start: datum.data, count: Int(datum.size)))
}
