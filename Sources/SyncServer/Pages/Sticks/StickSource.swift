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
  /// What a browser sent; nil where it sent no files now.
  let sent: SentBundles?

  /// Reads what was sent; nil where neither a file nor a stick was chosen, or what was sent is no
  /// longer kept.
  init?(_ request: PageRequest) {
    let account = request.account?.name.text ?? ""
    let trays = request.centre.bundleTrays
    if let stick = request.form[Self.stickName], !stick.isEmpty {
      // No path from outside is opened, only one of those that the machine tells.
      guard Self.sticks.contains(stick) else { return nil }
      (place, sent) = (.stick(stick), nil)
      return
    }
    if let ticket = request.form[Self.keptName] {
      guard let files = trays.value(ticket, of: account) else { return nil }
      (place, sent) = (.tray(ticket: ticket, files: files), nil)
      return
    }
    let sent = SentBundles(request.files, by: Self.filesName)
    guard !sent.isEmpty else { return nil }
    self.sent = sent
    place = .tray(ticket: trays.keep(sent.files, for: account), files: sent.files)
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
