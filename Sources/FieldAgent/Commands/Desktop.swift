/// The desktop around the program: its browser, and where the program itself lies.
package struct Desktop: Sendable {
  /// Opens an address in this user's browser; false where there is none.
  let open: @Sendable (_ address: String) -> Bool
  /// The path of the program's file; nil where the system does not say.
  let programPath: String?

  /// Gathers the two.
  package init(
    programPath: String?, open: @escaping @Sendable (_ address: String) -> Bool
  ) {
    self.programPath = programPath
    self.open = open
  }

  /// A machine without a desktop.
  package static let none = Desktop(programPath: nil) { _ in false }
}
