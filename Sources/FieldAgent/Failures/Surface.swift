import FieldWork

/// Where somebody reads a message: it names the next step as it is done there.
package enum Surface: Sendable {
  /// A terminal: commands are named.
  case commands
  /// The laptop's pages: pages and buttons are named.
  case pages

  /// The next step in words of this surface.
  func next(command: BilingualText, page: BilingualText) -> BilingualText {
    self == .commands ? command : page
  }
}
