import FieldWork

/// What may be recorded twice; raw values stand in addresses.
enum DuplicateKind: String, CaseIterable, Sendable {
  case resident
  case household

  /// The kind of their codes.
  var record: RecordCode.Kind {
    switch self {
    case .resident: .resident
    case .household: .household
    }
  }

  /// What people call them.
  var words: BilingualText {
    switch self {
    case .resident: BilingualText(vi: "người dân", en: "residents")
    case .household: BilingualText(vi: "hộ", en: "households")
    }
  }
}
