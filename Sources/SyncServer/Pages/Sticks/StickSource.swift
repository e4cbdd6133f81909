import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// Where the bundles lie that somebody asks about: files that a browser sent, or a stick in the
/// centre's own machine.
struct StickSource {
  /// Bytes of the files that one form carries.
  static let maximumBytes = 48 << 20

  static let filesName = "file"
  static let stickName = "stick"
  private static let keptName = "kept"

  /// The sticks of this machine, by their folders.
  static var sticks: [String] { MountedFileSystem.sticks() }

  private enum Place {
    case tray(ticket: String, files: [String: [UInt8]])
    case stick(String)
  }

  private let place: Place
  /// Files by other names, which are not looked into.
  let foreign: Int
  /// Files that have one name and differ: of two sticks.
  let doubled: [String]

  /// Reads what was sent; nil where neither a file nor a stick was chosen, or what was sent is no
  /// longer kept.
  init?(_ request: PageRequest) {
    let account = request.account?.name.text ?? ""
    let trays = request.centre.bundleTrays
    if let stick = request.form[Self.stickName], !stick.isEmpty {
      // No path from outside is opened, only one of those that the machine tells.
      guard Self.sticks.contains(stick) else { return nil }
      (place, foreign, doubled) = (.stick(stick), 0, [])
      return
    }
    if let ticket = request.form[Self.keptName] {
      guard let files = trays.value(ticket, of: account) else { return nil }
      (place, foreign, doubled) = (.tray(ticket: ticket, files: files), 0, [])
      return
    }
    var files: [String: [UInt8]] = [:]
    var foreign = 0
    var doubled: Set<String> = []
    for file in request.files where file.name == Self.filesName && !file.fileName.isEmpty {
      guard let name = BundleName(file.fileName), name.role != .temporary else {
        foreign += 1
        continue
      }
      if let known = files[name.text], known != file.bytes { doubled.insert(name.text) }
      files[name.text] = file.bytes
    }
    guard !files.isEmpty || foreign > 0 else { return nil }
    (self.foreign, self.doubled) = (foreign, doubled.sorted())
    place = .tray(ticket: trays.keep(files, for: account), files: files)
  }

  /// The folder to read.
  /// - Throws: `StickProblem`.
  func folder() throws -> any BundleFolder {
    switch place {
    case .tray(_, let files): MemoryFolder(files, atMost: Self.maximumBytes)
    case .stick(let path): try StickFolder(in: path, creating: false)
    }
  }

  /// What people call it.
  var name: String {
    switch place {
    case .tray: ""
    case .stick(let path): path
    }
  }

  /// The stick onto which returns can be written; nil for files of a browser.
  var stick: String? {
    guard case .stick(let path) = place else { return nil }
    return path
  }

  /// What a form carries so that the next step reads the same.
  var fields: HTML {
    switch place {
    case .tray(let ticket, _): hidden(Self.keptName, ticket)
    case .stick(let path): hidden(Self.stickName, path)
    }
  }
}
