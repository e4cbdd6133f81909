import Replica

/// Files of bundles that a browser sent: those by our names, and what is said of the others.
package struct SentBundles {
  /// The files by their names, as a folder of bundles would hold them.
  package private(set) var files: [String: [UInt8]] = [:]
  /// Files by other names, which are not looked into.
  private var foreign = 0
  /// Files that have one name and differ: of two sticks.
  private var doubled: Set<String> = []

  /// Sorts what was sent; where a browser sends no file, its name is empty.
  package init(_ sent: [(name: String, bytes: [UInt8])]) {
    for file in sent where !file.name.isEmpty {
      guard let name = BundleName(file.name), name.role != .temporary else {
        foreign += 1
        continue
      }
      if let known = files[name.text], known != file.bytes { doubled.insert(name.text) }
      files[name.text] = file.bytes
    }
  }

  /// Whether no file was chosen.
  package var isEmpty: Bool { files.isEmpty && foreign == 0 }

  /// Why they cannot be taken in together.
  package var problem: BilingualText? {
    guard !doubled.isEmpty else { return nil }
    let list = doubled.sorted().prefix(5).joined(separator: ", ")
    return BilingualText(
      vi:
        "Chưa nhận gì: hai tệp khác nhau cùng tên \(list), chắc là của hai USB. Hãy nhận từng USB.",
      en:
        "Nothing was taken in: two different files are called \(list), likely of two sticks. Take "
        + "in one stick after the other.")
  }

  /// What is said of files that are none of ours.
  package var foreignWords: BilingualText? {
    guard foreign > 0 else { return nil }
    return BilingualText(
      vi: "\(foreign) tệp không phải của gói nào nên không được mở.",
      en: "Files that belong to no bundle and were not opened: \(foreign).")
  }
}
