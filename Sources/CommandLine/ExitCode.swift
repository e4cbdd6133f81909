/// How a program ended, for scripts and schedulers.
///
/// The numbers are part of the documented interface and never change meaning.
package enum ExitCode: Int32, Sendable, CaseIterable {
  /// The command did what was asked.
  case done = 0
  /// The person typed something that cannot be carried out; nothing was written.
  case userError = 1
  /// The command worked and found data a person has to look at.
  case needsAttention = 2
  /// Carrying on could have lost or mixed up data, so the command refused.
  case refusedForSafety = 3
  /// A file, bundle or frame was damaged or not what it claims to be.
  case damagedInput = 4
  /// The disk or the stick was full, read-only, missing or failing.
  case diskOrStick = 5
  /// The member, laptop or account has no permission for this.
  case notAllowed = 6
}
