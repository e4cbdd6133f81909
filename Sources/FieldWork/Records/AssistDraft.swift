import SyncProtocol

/// An assist as typed; nil is "not given", an empty text empties the field.
package struct AssistDraft: Sendable {
  /// The visit; needed for a new assist and fixed from then on.
  package var visit: RowID?
  /// Who was helped; left out where consent was refused, and the assist counts without a name.
  package var resident: RowID?
  /// Takes the name off an assist that has one, where consent was withdrawn.
  package var removesResident = false
  /// The code of a procedure or service; needed for a new assist.
  package var service: String?
  /// A name of `AssistMode`; needed for a new assist.
  package var mode: String?
  /// A name of `AssistOutcome`; needed for a new assist.
  package var outcome: String?
  /// A code of `BlockedReason`; needed when blocked, and only then.
  package var blockedReason: String?
  /// A name of `EvidenceKind`.
  package var evidenceKind: String?
  /// The code, the receipt number, or who heard the confirmation.
  package var evidence: String?
  /// Minutes it took.
  package var minutes: String?
  /// Whether the resident can do it alone now: yes or no.
  package var aloneNow: String?
  /// The members who took part beside the recording member; those of the visit when not given.
  package var participants: [RowID]?
  /// The language spoken, as BCP 47 writes it.
  package var language: String?
  /// Whether somebody interpreted: yes or no.
  package var interpreter: String?
  /// A name of `ChoiceList.beneficiary`; of a named resident only with their consent.
  package var beneficiary: String?
  /// Free text.
  package var note: String?

  /// Gathers what was typed.
  package init(
    visit: RowID? = nil, resident: RowID? = nil, service: String? = nil, mode: String? = nil,
    outcome: String? = nil, blockedReason: String? = nil, evidenceKind: String? = nil,
    evidence: String? = nil, minutes: String? = nil, aloneNow: String? = nil,
    participants: [RowID]? = nil, language: String? = nil, interpreter: String? = nil,
    beneficiary: String? = nil, note: String? = nil
  ) {
    self.visit = visit
    self.resident = resident
    self.service = service
    self.mode = mode
    self.outcome = outcome
    self.blockedReason = blockedReason
    self.evidenceKind = evidenceKind
    self.evidence = evidence
    self.minutes = minutes
    self.aloneNow = aloneNow
    self.participants = participants
    self.language = language
    self.interpreter = interpreter
    self.beneficiary = beneficiary
    self.note = note
  }

  func check(_ checker: inout DraftChecker, _ reader: RecordReader) throws {
    if removesResident, resident == nil, !checker.isNew {
      checker.set(AssistTable.resident, .unset)
    }
    try checkService(&checker, reader)
    checker.choice(mode, AssistTable.mode, AssistMode.self, required: true)
    checker.choice(outcome, AssistTable.outcome, AssistOutcome.self, required: true)
    checkBlockedReason(&checker)
    checkEvidence(&checker)
    checker.number(minutes, AssistTable.minutes, 0...1_440)
    checker.yesOrNo(aloneNow, AssistTable.aloneNow)
    checker.language(language, AssistTable.language)
    checker.yesOrNo(interpreter, AssistTable.interpreter)
    checker.choice(beneficiary, AssistTable.beneficiary, .beneficiary)
    checker.text(note, AssistTable.note, limit: TextLimit.note, allowsLines: true)
  }

  private func checkService(_ checker: inout DraftChecker, _ reader: RecordReader) throws {
    guard let service, !service.allSatisfy(\.isWhitespace) else {
      if checker.isNew || service != nil { checker.complain(AssistTable.service, .missing) }
      return
    }
    guard let code = try reader.serviceCode(typed: service) else {
      return checker.complain(
        AssistTable.service, .unknownService(String(service.prefix(60))))
    }
    checker.set(AssistTable.service, .text(code))
  }

  private func checkBlockedReason(_ checker: inout DraftChecker) {
    let field = AssistTable.blockedReason
    if let blockedReason, !blockedReason.allSatisfy(\.isWhitespace) {
      guard let reason = BlockedReason.parse(blockedReason) else {
        return checker.complain(
          field,
          .unknownChoice(
            typed: String(blockedReason.prefix(60)),
            choices: BlockedReason.allCases.map(\.rawValue)))
      }
      checker.set(field, .text(reason.rawValue))
    } else if blockedReason != nil, !checker.isNew {
      checker.set(field, .unset)
    }
    guard let outcome = checker.result(AssistTable.outcome).integer else { return }
    let hasReason = !checker.result(field).isUnset
    if outcome == AssistOutcome.blocked.rawValue {
      if !hasReason { checker.complain(field, .blockedReasonNeeded) }
    } else if hasReason {
      // An edit that turns a blocked assist into another takes its reason along.
      if blockedReason == nil {
        checker.set(field, .unset)
      } else {
        checker.complain(field, .blockedReasonWithoutBlock)
      }
    }
  }

  private func checkEvidence(_ checker: inout DraftChecker) {
    checker.choice(evidenceKind, AssistTable.evidenceKind, EvidenceKind.self)
    let isCode =
      checker.result(AssistTable.evidenceKind).integer == EvidenceKind.dossierCode.rawValue
    checker.text(
      evidence, AssistTable.evidence, limit: isCode ? SubmissionDraft.maximumCodeLength : 100,
      mayHoldNumbers: true)
    guard evidenceKind != nil || evidence != nil else { return }
    let hasKind = !checker.result(AssistTable.evidenceKind).isUnset
    let hasText = !checker.result(AssistTable.evidence).isUnset
    // What cannot be read was told of already.
    if hasKind, !hasText, !checker.hasComplaint(AssistTable.evidence) {
      checker.complain(AssistTable.evidence, .evidenceTextNeeded)
    }
    if hasText, !hasKind, !checker.hasComplaint(AssistTable.evidenceKind) {
      checker.complain(AssistTable.evidenceKind, .evidenceKindNeeded)
    }
  }
}
