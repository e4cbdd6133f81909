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

  /// How a sync is asked for, within a sentence.
  var sync: BilingualText {
    next(
      command: BilingualText(vi: "chạy “camtay sync”", en: "run “camtay sync”"),
      page: BilingualText(
        vi: "bấm “Gửi và nhận ngay” ở trang Gửi",
        en: "press “Send and receive now” on the page Send"))
  }

  /// The same at the beginning of an English sentence; the Vietnamese one begins with a word before.
  var syncFirst: String { sync.english.prefix(1).uppercased() + sync.english.dropFirst() }
}
