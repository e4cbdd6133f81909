/// What the laptop's own parts can refuse or fail at. Codes are stable.
package enum AgentError: Error, Equatable, Sendable {
  /// Neither `--home` nor the environment says where the data are.
  case homeUnknown
  /// Nothing may be recorded yet: the laptop belongs to no centre.
  case notEnrolled(home: String)
  /// The laptop belongs to a centre already.
  case alreadyEnrolled(centre: String)
  /// A store without the enrolment that it was made under: enrolling again would lock it out.
  case storeWithoutEnrolment(home: String)
  /// config.json is no longer what this program wrote.
  case configurationDamaged(home: String)
  /// A key or certificate is missing or damaged.
  case keyDamaged(path: String)
  /// The enrolment names no address of the centre.
  case centreWithoutAddress
  /// A code came without the address of the centre that it is for.
  case centreAddressMissing
  /// The centre answers without encryption, at this address.
  case centreIsPlain(address: String)
  /// The centre answers over TLS alone, at this address.
  case centreIsSecure(address: String)
  /// The answer is not one that a centre gives.
  case unexpectedAnswer(status: Int)
  /// The centre's program is older than what is asked of it.
  case centreTooOld
  /// The centre takes nothing from this laptop that it carries for others; its code says why.
  case courierRefused(code: String)
  /// A web page came in place of the centre's answer, as networks answer that want a sign-in first.
  case webPageAnswered
  /// The centre has too much to do and took nothing; it asks to be tried again after so many seconds.
  case centreBusy(retrySeconds: Int)
  /// The centre could not write or read its own data; its code says why.
  case centreTrouble(code: String)
  /// The centre refused the enrolment; its code says why.
  case enrolmentRefused(code: String)
  /// Hamlets and members have not arrived yet, as after an enrolment by file.
  case directoryMissing
  /// The laptop has synced, and may hold no area at all: its own went to another team, or it was
  /// given none; with how much is still to be sent.
  case noArea(label: String, unsentOperations: Int64)
  /// The laptop has synced, and may not hold the area in which the members of its team stand.
  case communeAreaMissing
  /// The home is for practice: nothing that commands do to work is done to it.
  case practiceHome(path: String)
  /// There is no practice yet, or it was ended.
  case noPractice
  /// Whoever practises came to the laptop after this practice was made, so that it knows nobody of
  /// that name.
  case unknownInPractice(name: String)
  /// The store is gone, though records were made here.
  case storeMissing(home: String)
  /// A file that was named is not there.
  case fileMissing(path: String)
  /// A backup lies there already.
  case backupExists(path: String)
  /// A file lies where a report was to be written.
  case reportExists(path: String)
  /// A file of the name is there, and paper was to be written to it.
  case paperExists(path: String)
  /// Nobody is there to be handed a slip: nobody was met, or everybody refused.
  case noSlip
  /// Paper is written into files alone.
  case paperNotAFile(path: String)
  /// A code of another centre than the one whose records are in this home.
  case anotherInstallation
  /// A backup of another laptop or installation than this home's keys.
  case backupOfAnother(path: String)
  /// A file of keys that is not a laptop's.
  case keysOfAnother(path: String)
  /// A restore into a home that was never enrolled, without a file of keys.
  case keysNeeded(home: String)
  /// A voided visit cannot stand again: the line of paper that it was is another visit by now.
  case lineEnteredAgain(visit: String, present: String)
  /// The records are sealed until one of these people types a password.
  case locked(names: [String])

  /// The stable code.
  package var code: String {
    switch self {
    case .homeUnknown: "home-unknown"
    case .notEnrolled: "not-enrolled"
    case .alreadyEnrolled: "already-enrolled"
    case .storeWithoutEnrolment: "store-without-enrolment"
    case .configurationDamaged: "configuration-damaged"
    case .keyDamaged: "key-damaged"
    case .centreWithoutAddress: "centre-without-address"
    case .centreAddressMissing: "centre-address-missing"
    case .centreIsPlain: "centre-is-plain"
    case .centreIsSecure: "centre-is-secure"
    case .unexpectedAnswer: "unexpected-answer"
    case .centreTooOld: "centre-too-old"
    case .courierRefused(let code): code
    case .webPageAnswered: "web-page-answered"
    case .centreBusy: "centre-busy"
    case .centreTrouble(let code): code
    case .enrolmentRefused(let code): "enrolment-refused:\(code)"
    case .directoryMissing: "directory-missing"
    case .noArea: "no-area"
    case .communeAreaMissing: "commune-area-missing"
    case .practiceHome: "practice-home"
    case .noPractice: "no-practice"
    case .unknownInPractice: "unknown-in-practice"
    case .storeMissing: "store-missing"
    case .fileMissing: "file-missing"
    case .backupExists: "backup-exists"
    case .reportExists: "report-exists"
    case .paperExists: "paper-exists"
    case .noSlip: "no-slip"
    case .paperNotAFile: "paper-not-a-file"
    case .anotherInstallation: "another-installation"
    case .backupOfAnother: "backup-of-another"
    case .keysOfAnother: "keys-of-another"
    case .keysNeeded: "keys-needed"
    case .lineEnteredAgain: "line-entered-again"
    case .locked: "locked"
    }
  }
}
