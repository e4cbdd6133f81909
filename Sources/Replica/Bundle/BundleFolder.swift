/// The folder of a stick that holds bundles, seen as the few operations that writing and reading them
/// need: what tests replace by a stick that fills up, fails, is pulled out or forgets.
///
/// Names are those of `BundleName`: one path component of ASCII.
package protocol BundleFolder {
  /// What lies in the folder, in no order; no file is opened for it.
  ///
  /// - Throws: `StickProblem`; `.tooManyFiles` above `maximum` entries.
  func entries(atMost maximum: Int) throws -> [BundleFolderEntry]
  /// Makes a file that must not exist yet.
  func create(_ name: String) throws -> any BundleFileOutput
  /// Gives a file another name, under which there is none.
  func rename(_ name: String, to target: String) throws
  /// Returns once names that were given and taken are on the medium.
  func sync() throws
  /// Opens an ordinary file for reading; never a link, pipe, device or folder.
  func open(_ name: String) throws -> any BundleFileInput
  /// Removes a file; one that is not there is no error.
  func remove(_ name: String) throws
  /// What the file system says of itself at this moment.
  func facts() throws -> StickFacts
}

/// A file that is being written, from its beginning on; closed when it is let go.
package protocol BundleFileOutput: AnyObject {
  /// Appends bytes.
  func append(_ bytes: [UInt8]) throws
  /// Returns once everything appended is on the medium.
  func sync() throws
}

/// A file that is being read, from its beginning on unless told otherwise; closed when it is let go.
package protocol BundleFileInput: AnyObject {
  /// Bytes of the file when it was opened.
  var byteCount: Int { get }
  /// The next bytes, at most `count`; none at the end of the file.
  func read(_ count: Int) throws -> [UInt8]
  /// Reads on behind the first `offset` bytes; nothing before them is read.
  func seek(to offset: Int) throws
}

/// One thing in a folder.
package struct BundleFolderEntry: Hashable, Sendable {
  /// What it is; anything but a file is never opened.
  package enum Kind: Sendable {
    /// An ordinary file.
    case file
    /// A folder.
    case folder
    /// A link, pipe, socket or device.
    case other
  }

  /// Its name.
  package var name: String
  /// What it is.
  package var kind: Kind

  /// Gathers the two.
  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// What a file system says of itself.
package struct StickFacts: Hashable, Sendable {
  /// Bytes that may still be written; nil when it does not say.
  package var freeBytes: UInt64?
  /// Its type as the system calls it, such as `vfat`; nil when it does not say.
  package var fileSystem: String?
  /// True when nothing can be written.
  package var isReadOnly: Bool

  /// Gathers them.
  package init(freeBytes: UInt64?, fileSystem: String?, isReadOnly: Bool) {
    self.freeBytes = freeBytes
    self.fileSystem = fileSystem
    self.isReadOnly = isReadOnly
  }
}

/// What can go wrong with a stick, as a person would say it. The store is as it was in every case.
package enum StickProblem: Error, Hashable, Sendable {
  /// The folder that a person named is not there.
  case noSuchFolder(path: String)
  /// What a person named is no folder, or our folder's name is taken by something else.
  case notAFolder(path: String)
  /// There is no folder of bundles.
  case noBundles(path: String)
  /// More things in the folder than anybody looks through.
  case tooManyFiles(path: String)
  /// It cannot be written.
  case readOnly
  /// This user may not use it.
  case notAllowed(path: String)
  /// It has no room: bytes wanted, and bytes there were as far as is known.
  case full(wantedBytes: UInt64?, freeBytes: UInt64?)
  /// It is not there any more.
  case pulledOut
  /// A file that the medium does not give out.
  case unreadable(name: String)
  /// What was read back is not what was written.
  case readsBackOtherwise(name: String)
  /// Something by the name of one of our files that is no ordinary file.
  case notAnOrdinaryFile(name: String)
  /// The system's number of another trouble.
  case failed(reason: Int32)

  /// A stable code.
  package var code: String {
    switch self {
    case .noSuchFolder: "stick-folder-missing"
    case .notAFolder: "stick-not-a-folder"
    case .noBundles: "stick-no-bundles"
    case .tooManyFiles: "stick-too-many-files"
    case .readOnly: "stick-read-only"
    case .notAllowed: "stick-not-allowed"
    case .full: "stick-full"
    case .pulledOut: "stick-pulled-out"
    case .unreadable: "stick-unreadable"
    case .readsBackOtherwise: "stick-reads-back-otherwise"
    case .notAnOrdinaryFile: "stick-not-a-file"
    case .failed: "stick-failed"
    }
  }
}
