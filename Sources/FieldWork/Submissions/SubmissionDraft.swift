import SyncProtocol

/// A submission as typed; nil is "not given", an empty text empties the field.
package struct SubmissionDraft: Sendable {
  /// The assist it came out of; left out when the resident filed alone.
  package var assist: RowID?
  /// The resident; the assist's when not given.
  package var resident: RowID?
  /// The code of the procedure; the assist's service when not given.
  package var procedure: String?
  /// A name of `SubmissionChannel`; needed for a new submission.
  package var channel: String?
  /// The portal it was filed on.
  package var portal: String?
  /// The portal's code for the dossier, up to 40 characters.
  package var dossierCode: String?
  /// National code of the commune the resident lives in; the hamlet's when not given.
  package var residenceUnit: String?
  /// National code of the unit that received it; the commune of residence when not given.
  package var receivingUnit: String?
  /// National code of the unit that decides.
  package var competentUnit: String?
  /// When it was filed; from the clock when not given and the clock can be trusted.
  package var received: String?
  /// A local limit such as `3 working-days`; it binds when it ends no later than the law's.
  package var localLimit: String?
  /// The appointment that the authority promised, in place of the counted one.
  package var appointment: String?
  /// Fee in đồng, such as `50.000 đ`; the one on file when not given and known.
  package var fee: String?
  /// Paid online, in đồng.
  package var paidOnline: String?
  /// The session it was filed at.
  package var session: RowID?
  /// Component files of the dossier.
  package var files: String?
  /// Those of them that were digitised.
  package var filesDigitised: String?
  /// Whether the result was issued electronically: yes or no.
  package var electronicResult: String?
  /// Free text.
  package var note: String?

  /// Gathers what was typed.
  package init(
    assist: RowID? = nil, resident: RowID? = nil, procedure: String? = nil,
    channel: String? = nil, portal: String? = nil, dossierCode: String? = nil,
    residenceUnit: String? = nil, receivingUnit: String? = nil, competentUnit: String? = nil,
    received: String? = nil, localLimit: String? = nil, appointment: String? = nil,
    fee: String? = nil, paidOnline: String? = nil, session: RowID? = nil, files: String? = nil,
    filesDigitised: String? = nil, electronicResult: String? = nil, note: String? = nil
  ) {
    self.assist = assist
    self.resident = resident
    self.procedure = procedure
    self.channel = channel
    self.portal = portal
    self.dossierCode = dossierCode
    self.residenceUnit = residenceUnit
    self.receivingUnit = receivingUnit
    self.competentUnit = competentUnit
    self.received = received
    self.localLimit = localLimit
    self.appointment = appointment
    self.fee = fee
    self.paidOnline = paidOnline
    self.session = session
    self.files = files
    self.filesDigitised = filesDigitised
    self.electronicResult = electronicResult
    self.note = note
  }

  /// The most characters of a dossier's code.
  package static let maximumCodeLength = 40

  /// Checks what stands by itself; procedure, receipt, limit and appointment hang together and are
  /// `SubmissionTerms`' work.
  func check(_ checker: inout DraftChecker) {
    checker.choice(channel, SubmissionTable.channel, SubmissionChannel.self, required: true)
    checker.text(portal, SubmissionTable.portal)
    checker.text(
      dossierCode, SubmissionTable.dossierCode, limit: Self.maximumCodeLength, mayHoldNumbers: true)
    checker.commune(residenceUnit, SubmissionTable.residenceUnit)
    checker.commune(receivingUnit, SubmissionTable.receivingUnit)
    checker.commune(competentUnit, SubmissionTable.competentUnit)
    checker.money(fee, SubmissionTable.fee)
    checker.money(paidOnline, SubmissionTable.paidOnline)
    if fee != nil || paidOnline != nil,
      let fee = checker.result(SubmissionTable.fee).integer,
      let paid = checker.result(SubmissionTable.paidOnline).integer, paid > fee
    {
      checker.complain(SubmissionTable.paidOnline, .paidMoreThanFee)
    }
    checkFiles(&checker)
    checker.text(note, SubmissionTable.note, limit: TextLimit.note, allowsLines: true)
  }
  private func checkFiles(_ checker: inout DraftChecker) {
    checker.number(files, SubmissionTable.files, 0...10_000)
    checker.number(filesDigitised, SubmissionTable.filesDigitised, 0...10_000)
    checker.yesOrNo(electronicResult, SubmissionTable.electronicResult)
    guard files != nil || filesDigitised != nil,
      let all = checker.result(SubmissionTable.files).integer,
      let digitised = checker.result(SubmissionTable.filesDigitised).integer, digitised > all
    else { return }
    checker.complain(SubmissionTable.filesDigitised, .moreDigitisedThanFiles)
  }
}
