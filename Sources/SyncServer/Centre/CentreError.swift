import FieldWork

/// What a centre refuses. Codes are stable; nothing was written when one is thrown.
package enum CentreError: CentreProblem, Equatable {
  /// There is no centre in the folder.
  case notInitialised(String)
  /// There is one already.
  case alreadyInitialised(String)
  /// Another process serves the home, or is making it.
  case inUse
  /// A key file is missing.
  case keyMissing(String)
  /// A key file is not what it must be.
  case keyDamaged(String)
  /// No commune or province of today has the code.
  case unknownPlace(String, suggestions: [PlaceSuggestion])
  /// Not a host name or address.
  case badHost(String)
  /// A file to import has the header of neither hamlets.csv nor members.csv.
  case unknownImportFile(String)
  /// Two files of the same kind.
  case importFileTwice(String)
  /// The file or folder to be written is there already.
  case outputExists(String)
  /// Several teams: say which one the laptop is for.
  case teamNeeded([String])
  /// A file for a laptop needs the address under which it will find the centre.
  case addressNeeded
  /// The address for a laptop is neither https nor http on loopback.
  case badAddress(String)
  /// A laptop's name is too long.
  case labelTooLong
  /// The centre has had all 256 lives that numbers allow.
  case epochsUsedUp
  /// The store is of an earlier life than the keys: a restore was cut off, or a file copied over it.
  case nextLifeDue(String)
  /// A backup of another installation than the keys of the home.
  case backupOfAnother(String)
  /// A file of keys that is not a centre's.
  case keysOfAnother(String)
  /// A restore into a home without keys, and no file of keys.
  case keysNeeded(String)
  /// A challenge to reset a password that none of this centre's laptops shows, or misread.
  case challengeOfNobody
  /// A laptop that was declared lost gets no code to open it.
  case laptopIsLost(String)
  /// No laptop has this number, or it is not within the reach of whoever asks.
  case laptopUnknown(String)
  /// An enrolment code that is not there, used or over cannot be withdrawn.
  case codeNotWaiting

  /// The stable code.
  package var code: String {
    switch self {
    case .notInitialised: "centre-not-initialised"
    case .alreadyInitialised: "centre-exists"
    case .inUse: "home-in-use"
    case .keyMissing: "key-missing"
    case .keyDamaged: "key-damaged"
    case .unknownPlace: "place-unknown"
    case .badHost: "host-invalid"
    case .unknownImportFile: "import-file-unknown"
    case .importFileTwice: "import-file-twice"
    case .outputExists: "output-exists"
    case .teamNeeded: "team-needed"
    case .addressNeeded: "address-needed"
    case .badAddress: "address-invalid"
    case .labelTooLong: "label-too-long"
    case .epochsUsedUp: "epochs-used-up"
    case .nextLifeDue: "restore-unfinished"
    case .backupOfAnother: "backup-of-another"
    case .keysOfAnother: "keys-of-another"
    case .keysNeeded: "keys-needed"
    case .challengeOfNobody: "challenge-unknown"
    case .laptopIsLost: "laptop-lost"
    case .laptopUnknown: "laptop-unknown"
    case .codeNotWaiting: "code-not-waiting"
    }
  }

  /// What kind of trouble it is.
  package var category: ErrorCategory {
    switch self {
    case .alreadyInitialised, .inUse, .outputExists, .backupOfAnother, .keysOfAnother,
      .epochsUsedUp, .nextLifeDue:
      .refusedForSafety
    case .keyMissing, .keyDamaged: .damagedInput
    case .laptopIsLost: .notAllowed
    default: .userError
    }
  }
}
