/// The version of all programs of this package, which are built and released together.
package enum ProgramVersion {
  /// As people read it and as incident records and requests name it.
  package static let current = "0.1.0"
}
