import FieldWork
import Replica

/// Damaged bundles, kept aside in the home of the centre with what is wrong with them, so that a stick
/// can go on its way.
///
/// Their files are as unreadable here as on the stick: they are addressed and sealed.
struct BundleQuarantine {
  /// Bundles that are kept; nothing is kept beyond them before somebody has removed some.
  static let maximumBundles = 50
  /// Files of one bundle that are kept.
  static let maximumFiles = 8

  private let path: String

  /// The folder in a home.
  init(_ home: HomeFolder) { path = "\(home.path)/quarantine" }

  /// Copies the files of a bundle and says beside them what is wrong and what to ask for; a bundle that
  /// is kept already is kept once.
  ///
  /// - Returns: the folder; nil where there is no room for it or no file of it can be read.
  func keep(
    _ bundle: FoundBundle, from folder: any BundleFolder, saying item: BundleDesk.Item
  ) throws -> String? {
    let target = "\(path)/\(bundle.stem)"
    if HomeFolder.exists("\(target)/reason.txt") { return target }
    try HomeFolder.makeFolders(path)
    guard try HomeFolder(path: path).entryCount() < Self.maximumBundles else { return nil }
    try HomeFolder.makeFolders(target)
    var copied = 0
    for name in bundle.names.prefix(Self.maximumFiles) {
      guard let bytes = try? folder.open(name).readWhole() else { continue }
      try HomeFolder.write(path: "\(target)/\(name)", bytes)
      copied += 1
    }
    guard copied > 0 else {
      try HomeFolder.removeFolder(target)
      return nil
    }
    let words = item.failure?.words ?? BilingualText(same: "")
    let text = "\(words.vietnamese)\n\(words.english)\n"
    try HomeFolder.write(path: "\(target)/reason.txt", Array(text.utf8))
    return target
  }
}
