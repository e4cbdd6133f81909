import FieldWork
import SQLite

/// What a centre was set up for.
package struct CentreSettings: Sendable, Equatable {
  /// The place that a centre serves.
  package enum Place: Sendable, Equatable {
    /// One commune, by its five-digit code.
    case commune(String)
    /// All communes of a province, by its two-digit code.
    case province(String)

    /// The code as it is typed.
    package var code: String {
      switch self {
      case .commune(let code), .province(let code): code
      }
    }

    /// The name with its kind: Xã Đại Đồng, Tỉnh Nghệ An.
    package var name: String {
      switch self {
      case .commune(let code): Communes.commune(code: code)?.fullName ?? code
      case .province(let code): Provinces.province(code: code)?.name ?? code
      }
    }

    /// The codes of its communes.
    package var communes: Set<String> {
      switch self {
      case .commune(let code): [code]
      case .province(let code): Set(Communes.communes(inProvince: code).map(\.code))
      }
    }

    /// A place by its code; nil when no commune or province of today has it.
    package init?(code: String) {
      if Communes.commune(code: code) != nil {
        self = .commune(code)
      } else if Provinces.province(code: code) != nil {
        self = .province(code)
      } else {
        return nil
      }
    }
  }

  /// The place.
  package var place: Place
  /// Host names and addresses by which people reach the pages, beside loopback.
  package var hosts: [String]

  /// Gathers the two.
  package init(place: Place, hosts: [String]) {
    self.place = place
    self.hosts = hosts
  }

  /// Where others than this machine most likely reach the pages; empty where no host was named.
  var usualAddress: String {
    hosts.first.map { "https://\($0):\(CentreServer.defaultPort)" } ?? ""
  }

  /// Reads them; nil when the store was never set up to its end.
  init?(reading connection: Connection) throws {
    func value(_ key: String) throws -> String? {
      try connection.row("SELECT value FROM centre_setting WHERE key = ?", .text(key)) {
        try $0.text(at: 0)
      }
    }
    guard let place = try value("place").flatMap(Place.init(code:)) else { return nil }
    self.place = place
    hosts = (try value("hosts") ?? "").split(separator: " ").map(String.init)
  }

  func save(to connection: Connection) throws {
    for (key, value) in [("place", place.code), ("hosts", hosts.joined(separator: " "))] {
      try connection.execute(
        """
        INSERT INTO centre_setting (key, value) VALUES (?, ?)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value
        """, .text(key), .text(value))
    }
  }
}
