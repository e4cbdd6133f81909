import SyncProtocol

/// Why two laptops did not meet, or did not go on. Whatever was taken in before stands on both.
package enum MeetingError: Error, Equatable, Sendable {
  /// The digits that were typed are not those that the other laptop shows.
  case codeWrong
  /// The laptop that waited waits no more: its time is over, or too many wrong codes were typed.
  case over
  /// The other laptop is meeting somebody else.
  case busy
  /// The other laptop belongs to another centre.
  case anotherInstallation
  /// The other laptop, of this name, was declared lost.
  case lost(label: String)
  /// Two copies of one laptop.
  case sameNumber
  /// This laptop has no word of the centre that it could show.
  case noGrant
  /// The other laptop, of this name, has not heard of the centre for too long.
  case grantOld(label: String)
  /// The store came from a backup, and shows nothing before the centre has told what was erased.
  case locked
  /// The other laptop refused; its code says why.
  case refused(code: String)
  /// An answer that no laptop gives that waits for another.
  case notALaptop

  /// A stable code, which the other laptop is told.
  package var code: String {
    switch self {
    case .codeWrong: "code-wrong"
    case .over: "meeting-over"
    case .busy: "meeting-busy"
    case .anotherInstallation: "another-installation"
    case .lost: "laptop-lost"
    case .sameNumber: "same-number"
    case .noGrant: "grant-missing"
    case .grantOld: "grant-old"
    case .locked: "sealed-locked"
    case .refused(let code): code
    case .notALaptop: "not-a-laptop-waiting"
    }
  }
}
