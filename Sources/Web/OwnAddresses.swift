import Glibc

extension IPAddress {
  /// The addresses under which other machines of the local network may reach this one: of every
  /// interface that is up, but not loopback nor those that count on one link alone. IPv4 first.
  package static func ofThisMachine() -> [IPAddress] {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return [] }
    defer { freeifaddrs(list) }
    var found: [IPAddress] = []
    var next = list
    while let entry = next?.pointee {
      next = entry.ifa_next
      guard entry.ifa_flags & UInt32(IFF_UP) != 0,
        let address = IPAddress(UnsafePointer(entry.ifa_addr)), !address.isLoopback,
        !address.isOfOneLink, !found.contains(address)
      else { continue }
      found.append(address)
    }
    return found.filter { !$0.isVersion6 } + found.filter(\.isVersion6)
  }

  /// Whether it counts on one link alone (fe80::/10, RFC 4291), and says nothing without its name.
  private var isOfOneLink: Bool { isVersion6 && bytes[0] == 0xfe && bytes[1] & 0xc0 == 0x80 }

  /// As the host of a URL.
  package var host: String { isVersion6 ? "[\(self)]" : "\(self)" }
}
