import Glibc

/// A numeric IPv4 or IPv6 address; never a name, so that nothing has to be looked up.
package struct IPAddress: Hashable, Sendable, CustomStringConvertible {
  /// Network byte order: 4 bytes for IPv4, 16 for IPv6.
  package let bytes: [UInt8]

  /// `127.0.0.1`
  package static let loopback = IPAddress(bytes: [127, 0, 0, 1])

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads `192.0.2.1` or `2001:db8::1` in its strict spelling; nil for anything else.
  package init?(_ text: String) {
    guard !text.utf8.contains(0), text.utf8.count <= 45 else { return nil }
    var version4 = in_addr()
    var version6 = in6_addr()
    if inet_pton(AF_INET, text, &version4) == 1 {
      bytes = withUnsafeBytes(of: version4) { Array($0) }
    } else if inet_pton(AF_INET6, text, &version6) == 1 {
      bytes = withUnsafeBytes(of: version6) { Array($0) }
    } else {
      return nil
    }
  }

  /// Reads what the system filled in for a connected socket; nil for other families.
  init?(_ address: UnsafePointer<sockaddr>?) {
    guard let address else { return nil }
    let raw = UnsafeRawPointer(address)
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      let value = raw.loadUnaligned(as: sockaddr_in.self)
      bytes = withUnsafeBytes(of: value.sin_addr) { Array($0) }
    case AF_INET6:
      let value = raw.loadUnaligned(as: sockaddr_in6.self)
      bytes = withUnsafeBytes(of: value.sin6_addr) { Array($0) }
    default:
      return nil
    }
  }

  /// Whether the address is written with 16 bytes.
  package var isVersion6: Bool { bytes.count == 16 }

  /// Whether it never leaves this machine: 127.0.0.0/8, `::1`, or the former inside IPv6.
  package var isLoopback: Bool {
    guard isVersion6 else { return bytes[0] == 127 }
    if bytes.prefix(15).allSatisfy({ $0 == 0 }) { return bytes[15] == 1 }
    return isMapped && bytes[12] == 127
  }

  /// Whether its 16 bytes hold an IPv4 address, as `::ffff:192.0.2.1` does.
  private var isMapped: Bool {
    isVersion6 && bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 255 && bytes[11] == 255
  }

  /// What bounds per address count together: an IPv4 address, also one inside IPv6, and of any other
  /// IPv6 address the first 64 bits, of which one machine may use all the rest.
  var source: IPAddress {
    guard isVersion6 else { return self }
    return IPAddress(
      bytes: isMapped ? Array(bytes.suffix(4)) : bytes.prefix(8) + [UInt8](repeating: 0, count: 8))
  }

  /// The usual spelling, which `init` reads again: `192.0.2.1`, `2001:db8::1`.
  package var description: String {
    var text = [CChar](repeating: 0, count: 46)
    let family = isVersion6 ? AF_INET6 : AF_INET
    let written = bytes.withUnsafeBytes {
      inet_ntop(family, $0.baseAddress, &text, socklen_t(text.count))
    }
    guard written != nil else { return "?" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Lends the address as the system's socket address with this port.
  func withSocketAddress<Result>(
    port: UInt16, _ body: (UnsafePointer<sockaddr>) throws -> Result
  ) rethrows -> Result {
    var storage = sockaddr_storage()
    return try withUnsafeMutableBytes(of: &storage) { raw in
      if isVersion6 {
        var value = sockaddr_in6()
        value.sin6_family = sa_family_t(AF_INET6)
        value.sin6_port = port.bigEndian
        withUnsafeMutableBytes(of: &value.sin6_addr) { $0.copyBytes(from: bytes) }
        raw.storeBytes(of: value, as: sockaddr_in6.self)
      } else {
        var value = sockaddr_in()
        value.sin_family = sa_family_t(AF_INET)
        value.sin_port = port.bigEndian
        withUnsafeMutableBytes(of: &value.sin_addr) { $0.copyBytes(from: bytes) }
        raw.storeBytes(of: value, as: sockaddr_in.self)
      }
      // The storage is larger than every socket address, so its start can be read as one.
      let bound = raw.assumingMemoryBound(to: sockaddr.self)
      guard let start = bound.baseAddress else {
        preconditionFailure("a socket address has a size")
      }
      return try body(UnsafePointer(start))
    }
  }
}
