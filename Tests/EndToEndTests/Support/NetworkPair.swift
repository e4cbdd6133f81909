import Foundation

/// Two network namespaces with a cable between them and no way to anywhere else: each laptop in one of
/// them sees the other, and no centre.
final class NetworkPair {
  /// The program that makes them.
  static let tool = URL(fileURLWithPath: "/usr/sbin/ip")

  /// Whether this machine lets a test make them: it needs root, and the program.
  static let isPossible: Bool = {
    guard geteuid() == 0, FileManager.default.isExecutableFile(atPath: tool.path) else {
      return false
    }
    return (try? NetworkPair()) != nil
  }()

  /// The names of the two.
  let names: (String, String)
  /// The address of the first.
  let address = "10.231.7.1"

  init() throws {
    let id = UUID().uuidString.prefix(6).lowercased()
    names = ("camtay-a-\(id)", "camtay-b-\(id)")
    let cable = ("cta\(id)", "ctb\(id)")
    for (name, link, address) in [
      (names.0, cable.0, address), (names.1, cable.1, "10.231.7.2"),
    ] {
      try Self.run("netns", "add", name)
      if link == cable.0 {
        try Self.run(
          "-n", name, "link", "add", cable.0, "type", "veth", "peer", "name", cable.1)
      } else {
        try Self.run("-n", names.0, "link", "set", cable.1, "netns", name)
      }
      try Self.run("-n", name, "addr", "add", "\(address)/24", "dev", link)
      for device in ["lo", link] { try Self.run("-n", name, "link", "set", device, "up") }
    }
  }

  deinit {
    for name in [names.0, names.1] { try? Self.run("netns", "del", name) }
  }

  private static func run(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = tool
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Program.Failure(description: "ip \(arguments.joined(separator: " "))")
    }
  }
}
