import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// The slip of A5 that a resident keeps: what was done, the code of the dossier, what to bring.
///
/// Anybody may find it on a table: it holds no name, no telephone of a resident and no secret.
struct SlipPage {
  static let routes = [
    LaptopRoute(.get, "/visits/:code/slip") { request in
      let id = try request.reader.resolveOne(request.parameters["code"], as: .visit)
      let page = try SlipPage(of: id, request.paper)
      return try request.page(page.title) { try page.content() }
    }
  ]

  /// The way to the slip of a visit.
  static func way(_ visit: Visit, _ language: Language) -> HTML {
    element("a", ["href": "/visits/\(visit.codeText)/slip", "class": "button quiet"]) {
      language.text("Phiếu cho người dân (in A5)", "A slip for the resident (print A5)")
    }
  }

  private let request: PaperSource
  private let language: Language
  private let visit: Visit

  init(of visit: RowID, _ request: PaperSource) throws {
    self.request = request
    language = request.language
    self.visit = try request.reader.existing(Visit.self, visit)
    // What did not take place is handed to nobody.
    guard self.visit.voidReason == nil else { throw FieldError.voided("visit") }
  }

  var title: BilingualText {
    BilingualText(vi: "Phiếu \(visit.codeText)", en: "Slip \(visit.codeText)")
  }

  private func content() throws -> HTML {
    try HTML.group {
      element("p", ["class": "not-printed"]) {
        language.text(
          "Phiếu không ghi tên người dân. Mã QR chỉ chứa mã hồ sơ, hoặc địa chỉ trang của thủ "
            + "tục trên Cổng Dịch vụ công quốc gia.",
          "The slip names no resident. A QR code on it holds a dossier's code alone, or the "
            + "address of a procedure's page on the National Public Service Portal.")
      }
      element("div", ["class": "row-actions not-printed"]) {
        element("button", ["type": "button", "data-print": "", "hidden": ""]) {
          language.text("In phiếu", "Print the slip")
        }
        element("span") {
          language.text("In bằng Ctrl+P, khổ giấy A5.", "Print with Ctrl+P, on A5 paper.")
        }
        link(
          "/visits/\(visit.codeText)", language.text("‹ Về lượt thăm", "‹ Back to the visit"))
      }
      try paper()
    }
  }

  /// What leaves the printer.
  func paper() throws -> HTML {
    let assists = try request.reader.assists(visit: visit.id).reversed()
    return try element("article", ["class": "slip"]) {
      try element("p") {
        let kind = language.text("Tổ công nghệ số cộng đồng", "Community digital team")
        let parts = try ([kind] + origin() + [visit.date.map(Format.date)]).compactMap(\.self)
        for (index, part) in parts.enumerated() {
          if index > 0 { " · " }
          element("span") { part }
        }
      }
      if assists.isEmpty {
        element("p", ["class": "empty"]) {
          language.text(
            "Lượt thăm này không có lượt hỗ trợ nào.", "No help was given at this visit.")
        }
      }
      for assist in assists { try part(assist) }
      if let day = visit.returnDate {
        element("p") {
          element("strong") {
            language.text(
              "Hẹn quay lại: \(Format.date(day))", "We come back on \(Format.date(day))")
          }
        }
      }
      try element("p") { try question() }
      element("p", ["class": "detail"]) {
        language.text(
          "Không đưa mật khẩu hay mã OTP cho ai, kể cả người của tổ. ",
          "Give your password or one-time code to nobody, the team's members included. ")
        element("span", ["class": "nowrap"]) { visit.codeText }
        " · \(FieldAgent.program) \(FieldAgent.version)"
      }
    }
  }

  /// Which team came, and to which commune: whoever keeps the slip finds them again.
  private func origin() throws -> [String?] {
    let reader = request.reader
    let place = try visit.household.flatMap { try reader.record(Household.self, $0)?.place }
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

  private func part(_ assist: Assist) throws -> HTML {
    let submissions = try request.reader.submissions(assist: assist.id)
    let today = try request.knowledge().today
    // Before the dossier is filed what to bring matters; afterwards its code does.
    let checklist =
      submissions.isEmpty
      ? try assist.service.map { try request.reader.checklist(of: $0, on: today) } : nil
    return try element("section") {
      try element("h2") {
        try assist.service.map {
          try request.reader.serviceName(of: $0).text(in: language).capitalizedHead
        }
      }
      element("p") { assist.outcome?.words.text(in: language) }
      for submission in submissions {
        let isCounted = try request.records.isAppointmentCounted(submission)
        facts(
          [
            (FieldLabel.words(of: "dossier_code"), submission.dossierCode),
            (
              isCounted
                ? BilingualText(vi: "Dự kiến có kết quả", en: "Expected by")
                : FieldLabel.words(of: "appointment_minute"),
              submission.appointment.map(Format.dateTime)
            ),
          ], language)
        if isCounted {
          element("p", ["class": "detail"]) {
            language.text(
              "Ngày dự kiến do tổ đếm theo thời hạn của thủ tục; nếu giấy hẹn ghi khác thì theo "
                + "giấy hẹn.",
              "The team counted this day by the procedure's time limit; where the receipt of the "
                + "authority says another, that one holds.")
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
