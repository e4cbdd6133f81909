import FieldWork
import SyncProtocol

/// Somebody who may sign in to the centre's pages.
package struct Account: Sendable, Equatable {
  /// What an account may see.
  package enum Role: String, CaseIterable, Sendable {
    /// The whole of the centre's place.
    case coordinator
    /// Counts without names.
    case trainer

    /// What people read.
    package var words: BilingualText {
      switch self {
      case .coordinator: BilingualText(vi: "điều phối viên", en: "coordinator")
      case .trainer: BilingualText(vi: "người tập huấn", en: "trainer")
      }
    }
  }

  /// The name that is typed.
  package let name: AccountName
  /// What they may see.
  package let role: Role
  /// When the account was made.
  package let created: Timestamp
  /// When its password was set; sign-ins from before are over.
  package let changed: Timestamp
}

/// The name of an account: 1 to 40 ASCII letters, digits, `-`, `.`, `_`, in lower case.
package struct AccountName: Sendable, Hashable {
  /// The name.
  package let text: String

  /// Reads a typed name.
  /// - Throws: `CentreError.badAccountName`.
  package init(_ typed: String) throws {
    let bytes = typed.utf8.map { byte -> UInt8 in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
    }
    let isAllowed = bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard isAllowed, (1...40).contains(bytes.count) else {
      throw CentreError.badAccountName(String(typed.prefix(60)))
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}
