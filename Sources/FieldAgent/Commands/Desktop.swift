/// The desktop around the program: its browser, and where the program itself lies.
package struct Desktop: Sendable {
  /// Opens an address in this user's browser; false where there is none.
  let open: @Sendable (_ address: String) -> Bool
  /// The path of the program's file; nil where the system does not say.
  let programPath: String?
  /// Starts a program's file and returns what it answers to `version`; nil where it does not start.
  let versionOf: @Sendable (_ path: String) -> String?

  /// Gathers them.
  package init(
    programPath: String?, versionOf: @escaping @Sendable (_ path: String) -> String? = { _ in nil },
    open: @escaping @Sendable (_ address: String) -> Bool
  ) {
    self.programPath = programPath
    self.versionOf = versionOf
    self.open = open
  }

  /// A machine without a desktop.
  package static let none = Desktop(programPath: nil) { _ in false }
}
