/// What kind of trouble an error is, without naming a process's exit code; programs map it.
package enum ErrorCategory: String, Sendable, CaseIterable {
  /// Something was typed that cannot be carried out; nothing was written.
  case userError
  /// The data need a person's look before this can go on.
  case needsAttention
  /// Going on could lose or mix up data.
  case refusedForSafety
  /// A file or message is damaged or not what it claims to be.
  case damagedInput
  /// The disk is full, read-only or failing.
  case disk
  /// The member or machine has no right to this.
  case notAllowed
}
