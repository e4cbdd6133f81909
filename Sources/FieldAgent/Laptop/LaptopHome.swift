import Replica

/// Where a laptop's data lie.
package enum LaptopHome {
  /// The folder of `--home`, else the XDG data folder of this user.
  /// - Throws: `AgentError.homeUnknown` without any of them.
  package static func folder(option: String?, _ surroundings: Surroundings) throws -> HomeFolder {
    if let option, !option.isEmpty { return HomeFolder(path: withoutSlash(option)) }
    // The XDG rules ignore a path that is not absolute.
    if let data = surroundings.environment("XDG_DATA_HOME"), data.hasPrefix("/") {
      return HomeFolder(path: "\(withoutSlash(data))/camtay")
    }
    guard let user = surroundings.environment("HOME"), user.hasPrefix("/") else {
      throw AgentError.homeUnknown
    }
    return HomeFolder(path: "\(withoutSlash(user))/.local/share/camtay")
  }

  private static func withoutSlash(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
