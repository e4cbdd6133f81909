/// The files of a home as they will be once a file of keys has filled in what it lacks: to look
/// whether they belong together before any is written.
package struct HomeFiles: Sendable {
  /// The home itself, whose files come first.
  package let home: HomeFolder
  private let bundle: KeyBundle?

  /// Looks at a home, and behind it at a file of keys.
  package init(_ home: HomeFolder, filledInFrom bundle: KeyBundle? = nil) {
    self.home = home
    self.bundle = bundle
  }

  /// The content of a file by its name below the home; nil when neither has it.
  /// - Throws: `HomeError`.
  package func read(_ name: String) throws -> [UInt8]? {
    try home.read(name) ?? bundle?.content(name)
  }
}
