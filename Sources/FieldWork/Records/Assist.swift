import SyncProtocol

/// How a resident was helped.
package enum AssistMode: Int64, RecordEnumeration {
  /// The resident did it, guided step by step.
  case guided = 1
  /// The member showed it.
  case demonstrated = 2
  /// The member did it for the resident.
  case onBehalf = 3

  /// The stable name.
  package var name: String {
    switch self {
    case .guided: "guided"
    case .demonstrated: "demonstrated"
    case .onBehalf: "on-behalf"
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .guided: BilingualText(vi: "cầm tay chỉ việc", en: "guided")
    case .demonstrated: BilingualText(vi: "làm mẫu", en: "demonstrated")
    case .onBehalf: BilingualText(vi: "làm thay", en: "on behalf")
    }
  }
}

/// What came of helping.
package enum AssistOutcome: Int64, RecordEnumeration {
  /// Done on the spot.
  case completed = 1
  /// A dossier was filed.
  case submitted = 2
  /// It could not be done; the reason is kept.
  case blocked = 3
  /// Advice only.
  case advised = 4
  /// The resident refused.
  case refused = 5

  /// The stable name.
  package var name: String {
    switch self {
    case .completed: "completed"
    case .submitted: "submitted"
    case .blocked: "blocked"
    case .advised: "advised"
    case .refused: "refused"
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .completed: BilingualText(vi: "đã làm xong", en: "completed")
    case .submitted: BilingualText(vi: "đã nộp hồ sơ", en: "submitted")
    case .blocked: BilingualText(vi: "bị vướng", en: "blocked")
    case .advised: BilingualText(vi: "đã tư vấn", en: "advised")
    case .refused: BilingualText(vi: "từ chối", en: "refused")
    }
  }
}

/// What proves an assist; never a picture.
package enum EvidenceKind: Int64, RecordEnumeration {
  /// The portal's code for the dossier.
  case dossierCode = 1
  /// The number of a payment receipt.
  case paymentReceipt = 2
  /// The resident's spoken confirmation, with who heard it.
  case spokenConfirmation = 3

  /// Those that somebody else gave a code or number.
  package static let numbered: [EvidenceKind] = [.dossierCode, .paymentReceipt]

  /// The stable name.
  package var name: String {
    switch self {
    case .dossierCode: "dossier-code"
    case .paymentReceipt: "payment-receipt"
    case .spokenConfirmation: "spoken-confirmation"
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .dossierCode: BilingualText(vi: "mã hồ sơ", en: "dossier code")
    case .paymentReceipt: BilingualText(vi: "số biên lai thanh toán", en: "payment receipt")
    case .spokenConfirmation:
      BilingualText(vi: "người dân xác nhận bằng lời", en: "spoken confirmation")
    }
  }

  /// Short words that people type.
  package var otherWords: [String] {
    switch self {
    case .dossierCode: ["dossier"]
    case .paymentReceipt: ["receipt", "bien lai"]
    case .spokenConfirmation: ["spoken", "loi noi"]
    }
  }
}

/// One resident, one service, one sitting.
package struct Assist: FieldRecord {
  /// The synced table.
  package static let table = AssistTable.definition
  /// `A-…`.
  package static let kind: RecordCode.Kind? = .assist
  /// The columns read.
  package static let columns = """
    visit, resident, service, mode, outcome, blocked_reason, evidence_kind, evidence, minutes,
    alone_now, note, void_reason, language, interpreter, beneficiary
    """

  /// Identity, scope and code.
  package let header: RecordHeader
  /// The visit it happened at.
  package let visit: RowID?
  /// Who was helped; nil where consent was refused.
  package let resident: RowID?
  /// The code of the procedure or service.
  package let service: String?
  /// How.
  package let mode: AssistMode?
  /// What came of it.
  package let outcome: AssistOutcome?
  /// A code of `BlockedReason`, or of a later version's.
  package let blockedReason: String?
  /// What proves it.
  package let evidenceKind: EvidenceKind?
  /// The code, the receipt number, or who heard the confirmation.
  package let evidence: String?
  /// Minutes it took.
  package let minutes: Int?
  /// Whether the resident can do it alone now.
  package let aloneNow: Bool?
  /// Free text.
  package let note: String?
  /// Why a person voided it; nil while it stands.
  package let voidReason: String?
  /// The language spoken (BCP 47).
  package let language: String?
  /// Whether somebody interpreted.
  package let interpreter: Bool?
  /// Why they are helped first: a number of `ChoiceList.beneficiary`.
  package let beneficiary: Int64?

  /// Reads a row.
  package init(_ header: RecordHeader, reading row: inout ColumnReader) throws {
    self.header = header
    visit = try row.reference()
    resident = try row.reference()
    service = try row.text()
    mode = try row.choice()
    outcome = try row.choice()
    blockedReason = try row.text()
    evidenceKind = try row.choice()
    evidence = try row.text()
    minutes = try row.number()
    aloneNow = try row.integer().map { $0 != 0 }
    note = try row.text()
    voidReason = try row.text()
    language = try row.text()
    interpreter = try row.integer().map { $0 != 0 }
    beneficiary = try row.integer()
  }
}
