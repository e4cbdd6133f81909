import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The slip of A5 that one resident keeps of a visit: what was done with them, the codes of their
/// dossiers, what to bring.
///
/// Anybody may find it on a table: it holds no name, no telephone of a resident and no secret, and
/// nothing about whoever else was helped at the visit.
struct ResidentSlip {
  /// Something that was done, with the dossiers of it that name the person whose slip it is.
  struct Part {
    let assist: Assist
    var submissions: [Submission]
    /// Whether they were helped themselves: a dossier may name somebody else than its assist does, and
    /// what was done with that one is not theirs.
    var isHelp = true
  }

  /// The visit at which they were helped.
  let visit: Visit
  /// Whose it is; nil where no name was noted, or nobody was helped.
  let resident: RowID?
  /// What they were helped with and what was filed for them, in the order in which it was entered.
  var parts: [Part]
  /// The one dossier that it is about, where the visit is void and the dossier was kept: of that visit
  /// nothing else is so.
  var dossier: Submission?

  /// What tells it from the other slips of the visit without a name.
  var mark: String {
    dossier?.codeText ?? parts.first.map { part in
      part.isHelp
        ? part.assist.codeText : part.submissions.first?.codeText ?? part.assist.codeText
    } ?? visit.codeText
  }

  /// Where it is shown alone.
  var path: String {
    guard let part = parts.first else { return "/visits/\(visit.codeText)/slip" }
    if dossier == nil, part.isHelp { return "/assists/\(part.assist.codeText)/slip" }
    return (dossier ?? part.submissions.first).map { "\(SubmissionPage.path($0))/slip" }
      ?? "/assists/\(part.assist.codeText)/slip"
  }

  /// The slips of a visit, one for each person; none where nobody is there to be handed one. Help
  /// without a name is a slip of its own each time: whose it was is known to nobody.
  ///
  /// - Throws: `FieldError.voided`: what did not take place is handed to nobody.
  static func all(of visit: Visit, _ reader: RecordReader) throws -> [ResidentSlip] {
    guard visit.voidReason == nil else { throw FieldError.voided("visit") }
    guard handsOut(visit) else { return [] }
    let all = Array(try reader.assists(visit: visit.id).reversed())
    guard !all.isEmpty else { return [ResidentSlip(visit: visit, resident: nil, parts: [])] }
    var slips: [ResidentSlip] = []
    func hand(_ part: Part, to resident: RowID?) {
      if let index = slips.firstIndex(where: { $0.resident == resident && resident != nil }) {
        slips[index].parts.append(part)
      } else {
        slips.append(ResidentSlip(visit: visit, resident: resident, parts: [part]))
      }
    }
    for assist in all where assist.outcome != .refused {
      let filed = try reader.submissions(assist: assist.id)
      let isOwn = { (dossier: Submission) in
        dossier.resident == nil || dossier.resident == assist.resident
      }
      hand(Part(assist: assist, submissions: filed.filter(isOwn)), to: assist.resident)
      // A code says whose business it is: it is on nobody's slip but that of whom the dossier names.
      for dossier in filed where !isOwn(dossier) {
        hand(Part(assist: assist, submissions: [dossier], isHelp: false), to: dossier.resident)
      }
    }
    return slips
  }

  /// The slip of whoever an assist was for; nil where nothing is to be handed out.
  ///
  /// - Throws: `FieldError.voided`.
  static func of(_ assist: Assist, _ reader: RecordReader) throws -> ResidentSlip? {
    guard assist.voidReason == nil else { throw FieldError.voided("assist") }
    guard let visit = try assist.visit.flatMap({ try reader.record(Visit.self, $0) })
    else { return nil }
    return try all(of: visit, reader).first { slip in
      slip.parts.contains { $0.isHelp && $0.assist.id == assist.id }
    }
  }

  /// The slip with a dossier: that of whom it names, or of it alone where it was kept while its visit was
  /// voided; nil where nothing is to be handed out.
  ///
  /// - Throws: `FieldError.voided`.
  static func of(_ submission: Submission, _ reader: RecordReader) throws -> ResidentSlip? {
    guard submission.voidReason == nil else { throw FieldError.voided("submission") }
    guard let assist = try submission.assist.flatMap({ try reader.record(Assist.self, $0) }),
      let visit = try assist.visit.flatMap({ try reader.record(Visit.self, $0) })
    else { return nil }
    guard assist.voidReason != nil || visit.voidReason != nil else {
      return try all(of: visit, reader).first { slip in
        slip.parts.contains { $0.submissions.contains { $0.id == submission.id } }
      }
    }
    return ResidentSlip(
      visit: visit, resident: submission.resident ?? assist.resident,
      parts: [Part(assist: assist, submissions: [submission])], dossier: submission)
  }

  /// Whether anybody was there who could be handed one.
  private static func handsOut(_ visit: Visit) -> Bool {
    switch visit.outcome {
    case .met, .comeBack, nil: true
    case .nobodyHome, .refused, .movedAway, .notFound: false
    }
  }

  /// What the page or file with the slips of a visit is called.
  static func title(of visit: Visit) -> BilingualText { title(visit.codeText) }

  /// What the page or file with this slip alone is called.
  var title: BilingualText { Self.title(dossier?.codeText ?? visit.codeText) }

  private static func title(_ code: String) -> BilingualText {
    BilingualText(vi: "Phiếu \(code)", en: "Slip \(code)")
  }

  /// The codes in its last line.
  fileprivate var codes: [String] {
    dossier == nil && !parts.isEmpty ? [visit.codeText, mark] : [mark]
  }

  /// What leaves the printer.
  func paper(_ source: PaperSource) throws -> HTML { try SlipPaper(self, source).html() }
}

/// How a slip is drawn.
private struct SlipPaper {
  private let request: PaperSource
  private let language: Language
  private let slip: ResidentSlip
  private var visit: Visit { slip.visit }

  init(_ slip: ResidentSlip, _ source: PaperSource) {
    self.slip = slip
    request = source
    language = source.language
  }

  func html() throws -> HTML {
    try element("article", ["class": "slip", "lang": language.rawValue]) {
      try element("p") {
        let kind = language.text("Tổ công nghệ số cộng đồng", "Community digital team")
        let parts = try ([kind] + origin() + [day.map(Format.date)]).compactMap(\.self)
        for (index, part) in parts.enumerated() {
          if index > 0 { " · " }
          element("span") { part }
        }
      }
      if slip.parts.isEmpty {
        element("p", ["class": "empty"]) {
          language.text(
            "Lượt thăm này không có lượt hỗ trợ nào.", "No help was given at this visit.")
        }
      }
      for part in slip.parts { try html(part) }
      if slip.dossier == nil, let day = visit.returnDate {
        element("p") {
          element("strong") {
            language.text(
              "Hẹn quay lại: \(Format.date(day))", "We come back on \(Format.date(day))")
          }
        }
      }
      try rating()
      try element("p") { try question() }
      element("p", ["class": "detail"]) {
        language.text(
          "Không đưa mật khẩu hay mã OTP cho ai, kể cả người của tổ. ",
          "Give your password or one-time code to nobody, the team's members included. ")
        for code in slip.codes {
          element("span", ["class": "nowrap"]) { code }
          " · "
        }
        "\(FieldAgent.program) \(FieldAgent.version)"
      }
    }
  }

  /// How the help is rated: by the dossier that was filed, else the session, else the hamlet's team.
  private func rating() throws -> HTML {
    let filed = slip.dossier ?? slip.parts.lazy.compactMap(\.submissions.first).first
    guard let code = try filed?.codeText ?? sessionCode() ?? hamletCode() else { return .empty }
    return element("section") {
      element("h3") { RatingInvitation.question.text(in: language) }
      RatingInvitation(code: code, centre: request.centre, servesOnce: filed != nil).html(language)
    }
  }

  private func sessionCode() throws -> String? {
    try visit.session.flatMap {
      try request.reader.formRecord(RecordForms.session, $0)?.header.codeText
    }
  }

  private func hamletCode() throws -> String? {
    try visit.household.flatMap { try request.reader.record(Household.self, $0)?.place }
      .flatMap { try request.reader.record(Place.self, $0)?.codeText }
  }

  /// When the team came, or the dossier was received where it is all there is.
  private var day: LocalDate? {
    guard let dossier = slip.dossier else { return visit.date }
    return dossier.received?.date
  }

  /// Which team came, and to which commune: whoever keeps the slip finds them again.
  private func origin() throws -> [String?] {
    let reader = request.reader
    // Of a void visit the household may be the mistake.
    let household = slip.dossier == nil ? visit.household : nil
    let place = try household.flatMap { try reader.record(Household.self, $0)?.place }
    let day = try visit.date ?? request.knowledge().today
    return [
      try visit.team.flatMap { try reader.record(Team.self, $0)?.name },
      try place.flatMap { try reader.commune(of: $0, on: day) }
        .flatMap { Communes.commune(code: $0)?.fullName },
    ]
  }

  /// Whom to ask: the leader of the team that came, by the telephone of the roster, else the one-stop
  /// desk.
  private func question() throws -> String {
    let leader = try visit.team.map { try request.reader.members(team: $0) }?.first { member in
      member.to == nil && member.phone?.isEmpty == false
        && SearchFold.base(member.role ?? "").hasPrefix("to truong")
    }
    if let phone = leader?.phone {
      return language.text(
        "Cần hỏi thêm: gọi tổ, số \(phone).", "Questions? Call the team: \(phone).")
    }
    return language.text(
      "Cần hỏi thêm: bộ phận một cửa của xã, phường.",
      "Questions? Ask the one-stop desk of the commune.")
  }

  private func html(_ part: ResidentSlip.Part) throws -> HTML {
    let (assist, submissions) = (part.assist, part.submissions)
    let service = submissions.first?.procedure ?? assist.service
    let claimsNothing = try slip.dossier == nil && request.reader.claimsVoidDossier(assist)
    let today = try request.knowledge().today
    // Before the dossier is filed what to bring matters; afterwards its code does.
    let checklist =
      submissions.isEmpty
      ? try assist.service.map { try request.reader.checklist(of: $0, on: today) } : nil
    return try element("section") {
      try element("h2") {
        try service.map {
          try request.reader.serviceName(of: $0).text(in: language).capitalizedHead
        }
      }
      if part.isHelp, !claimsNothing {
        element("p") { Self.outcome(of: assist).text(in: language) }
      }
      for submission in submissions {
        let isCounted = try request.records.isAppointmentCounted(submission)
        facts(
          [
            (FieldLabel.words(of: "dossier_code"), submission.dossierCode),
            (
              AppointmentWords.label(isCounted: isCounted),
              submission.appointment.map(Format.dateTime)
            ),
          ], language)
        if isCounted {
          element("p", ["class": "detail"]) {
            AppointmentWords.countedDay.text(in: language)
          }
        }
        if let code = submission.dossierCode { dossierCode(code) }
      }
      if submissions.isEmpty, let address = portalAddress(of: assist) { portalPage(address) }
      if let checklist, !checklist.items.isEmpty {
        element("h3") { language.text("Cần mang", "What to bring") }
        checklist.html(language)
      }
    }
  }

  /// What came of it, with what stood in the way; a judgement of the resident is not handed to them.
  private static func outcome(of assist: Assist) -> BilingualText {
    let words = assist.outcome?.words ?? BilingualText(same: "")
    guard assist.outcome == .blocked, let reason = assist.blockedReason,
      reason != BlockedReason.lowSkill.rawValue
    else { return words }
    return words + BilingualText(same: ": ") + BlockedReason.words(of: reason)
  }

  /// The page on the national portal of the procedure that an assist was about.
  private func portalAddress(of assist: Assist) -> String? {
    assist.service.flatMap { Procedures.procedure(code: $0)?.sourceURL }
  }

  private func dossierCode(_ code: String) -> HTML {
    drawing(
      of: code, BilingualText(vi: "Mã QR của mã hồ sơ", en: "QR code of the dossier's code"),
      caption: BilingualText(
        vi: "Mã QR chỉ chứa mã hồ sơ này. Để xem hồ sơ đến đâu: vào dichvucong.gov.vn, mục tra cứu "
          + "hồ sơ, quét hoặc gõ mã; hoặc đưa phiếu cho bộ phận một cửa.",
        en: "The QR code holds this dossier's code alone. To see how it stands: open "
          + "dichvucong.gov.vn, look up a dossier, scan or type the code; or show this slip at the "
          + "one-stop desk."))
  }

  private func portalPage(_ address: String) -> HTML {
    drawing(
      of: address,
      BilingualText(
        vi: "Mã QR của trang thủ tục trên cổng", en: "QR code of the procedure's page"),
      caption: BilingualText(
        vi: "Mã QR mở trang của thủ tục này trên Cổng Dịch vụ công quốc gia: \(address)",
        en: "The QR code opens this procedure's page on the National Public Service Portal: "
          + address))
  }

  /// A code that cannot be drawn is still there in words.
  private func drawing(
    of text: String, _ label: BilingualText, caption: BilingualText
  ) -> HTML {
    guard let code = try? QRCode(text) else { return .empty }
    return QRCodeFigure(code, label: label, caption: caption).html(language)
  }
}
