extension FieldProblem {
  /// The stable code, for `--json` and tests.
  package var code: String { kind.code }

  /// What is wrong with which field, as a line for people.
  package var words: BilingualText {
    label + BilingualText(same: ": ") + kind.words
  }
}

extension FieldProblem.Kind {
  /// The stable code.
  package var code: String {
    switch self {
    case .nothingGiven: "missing"
    case .input(let problem): problem.code
    case .unknownChoice: "unknown-choice"
    case .personalIDInText: "personal-id-in-text"
    case .namesPeople: "names-people"
    case .numberOutOfRange: "number-out-of-range"
    case .moreThanTheWhole: "more-than-the-whole"
    case .timeUnreadable: "time-unreadable"
    case .momentUnreadable(_, let problem): problem.code
    case .unknownProcedure: "unknown-procedure"
    case .unknownService: "unknown-service"
    case .unknownCommune: "unknown-commune"
    case .blockedReasonNeeded: "blocked-reason-needed"
    case .blockedReasonWithoutBlock: "blocked-reason-without-block"
    case .evidenceTextNeeded: "evidence-text-needed"
    case .evidenceKindNeeded: "evidence-kind-needed"
    case .returnDateNeeded: "return-date-needed"
    case .returnDateBeforeVisit: "return-date-before-visit"
    case .birthDateImpossible: "birth-date-impossible"
    case .noSuchRecord: "record-not-here"
    case .dateMustBeTyped: "date-must-be-typed"
    case .hourNeeded: "hour-needed"
    case .appointmentBeforeReceipt: "appointment-before-receipt"
    case .eventBeforeReceipt: "event-before-receipt"
    case .paidMoreThanFee: "paid-more-than-fee"
    case .oneOfNeeded: "one-of-needed"
    case .notForThisKind: "not-for-this-kind"
    case .before: "before-other"
    case .voidedReference: "record-voided"
    case .reference(let error): error.code
    case .fixedAtCreation: "fixed-at-creation"
    case .alreadyRecorded: "already-recorded"
    case .notASaturday: "not-a-saturday"
    case .codeUnreadable: "code-unreadable"
    case .languageUnreadable: "language-unreadable"
    case .moreDigitisedThanFiles: "more-digitised-than-files"
    case .consentNeeded: "consent-needed"
    }
  }

  /// What is wrong and what to type instead.
  package var words: BilingualText {
    switch self {
    case .nothingGiven(let isList):
      isList
        ? BilingualText(vi: "cần chọn.", en: "is to be chosen.")
        : BilingualText(vi: "cần nhập.", en: "is needed.")
    case .input(let problem):
      BilingualText(vi: problem.message(in: .vietnamese), en: problem.message(in: .english))
    case .unknownChoice(let typed, let choices):
      BilingualText(
        vi: "không có lựa chọn “\(typed)”; hãy chọn: \(choices.joined(separator: ", ")).",
        en: "there is no choice “\(typed)”; choose one of: \(choices.joined(separator: ", ")).")
    case .personalIDInText:
      BilingualText(
        vi: "có vẻ chứa số định danh cá nhân, thứ không được lưu ở đây; hãy bỏ số ra "
          + "(ô số định danh chỉ giữ 4 số cuối).",
        en: "seems to hold a personal id, which is never kept here; take the number out "
          + "(the id field keeps its last 4 digits only).")
    case .namesPeople:
      BilingualText(
        vi: "do người tập huấn đọc: hãy bỏ tên người, số điện thoại và số định danh ra.",
        en: "is read by a trainer: take out names, telephone numbers and ids.")
    case .numberOutOfRange(let low, let high):
      BilingualText(vi: "phải từ \(low) đến \(high).", en: "must be from \(low) to \(high).")
    case .moreThanTheWhole:
      BilingualText(
        vi: "là phần trăm nhân 100, nên từ 0 đến 10000: 8000 là 80,00 %.",
        en: "is a percentage times 100, so from 0 to 10000: 8000 is 80.00 %.")
    case .momentUnreadable(let typed, let problem):
      BilingualText(same: "“\(typed)”: ")
        + whatIsWrong(problem)
        + BilingualText(
          vi: "Hãy gõ ngày rồi giờ, như 18/11/2026 08:30; không rõ giờ thì chỉ gõ ngày.",
          en: "Type the day and then the time, like 18/11/2026 08:30, or the day alone where the "
            + "hour is not known.")
    case .timeUnreadable:
      BilingualText(
        vi: "hãy nhập giờ như 08:30, 8h30 hoặc 8 giờ 30.", en: "type a time like 08:30 or 8h30.")
    case .unknownProcedure(let typed):
      BilingualText(
        vi: "không có thủ tục mã “\(typed)”; hãy tìm mã trong phần Tra cứu.",
        en: "no procedure has the code “\(typed)”; look it up in the guide.")
    case .unknownService(let typed):
      BilingualText(
        vi: "không có thủ tục hay dịch vụ mã “\(typed)”; hãy tìm mã trong phần Tra cứu.",
        en: "no procedure or service has the code “\(typed)”; look it up in the guide.")
    case .unknownCommune(let typed):
      BilingualText(
        vi: "không có xã, phường nào mang mã “\(typed)”; mã gồm 5 chữ số.",
        en: "no commune has the code “\(typed)”; a code has 5 digits.")
    case .blockedReasonNeeded:
      BilingualText(
        vi: "kết quả “bị vướng” cần có lý do.", en: "the outcome “blocked” needs a reason.")
    case .blockedReasonWithoutBlock:
      BilingualText(
        vi: "chỉ nhập lý do khi kết quả là “bị vướng”.",
        en: "a reason belongs to the outcome “blocked” only.")
    case .evidenceTextNeeded:
      BilingualText(
        vi: "hãy nhập mã hồ sơ, số biên lai hoặc tên người nghe xác nhận.",
        en: "type the dossier code, the receipt number or who heard the confirmation.")
    case .evidenceKindNeeded:
      BilingualText(
        vi: "hãy nói đó là mã hồ sơ, biên lai hay xác nhận bằng lời.",
        en: "say whether it is a dossier code, a receipt or a spoken confirmation.")
    case .returnDateNeeded:
      BilingualText(
        vi: "kết quả “hẹn quay lại” cần có ngày.", en: "the outcome “come back on” needs a day.")
    case .returnDateBeforeVisit:
      BilingualText(
        vi: "ngày quay lại đứng trước ngày thăm.",
        en: "the day to come back lies before the visit.")
    case .birthDateImpossible:
      BilingualText(
        vi: "không có ngày sinh như vậy; chỉ biết năm thì nhập năm.",
        en: "there is no such date of birth; the year alone is enough.")
    case .noSuchRecord:
      BilingualText(vi: "bản ghi này không có trên máy.", en: "this record is not here.")
    case .dateMustBeTyped(let doubt): doubt.words
    case .hourNeeded(let known):
      BilingualText(
        vi: "ngày đó đã có tin lúc \(Format.time(minuteOfDay: known.minuteOfDay)); hãy ghi cả giờ, "
          + "để biết tin nào đến sau.",
        en: "that day has news of \(Format.time(minuteOfDay: known.minuteOfDay)) already; give the "
          + "time too, so that it is known which came later.")
    case .appointmentBeforeReceipt:
      BilingualText(
        vi: "ngày hẹn trả đứng trước lúc nộp.", en: "the appointment lies before the receipt.")
    case .eventBeforeReceipt(let received):
      BilingualText(
        vi: "đứng trước lúc nộp hồ sơ (\(Format.dayOrTime(received))).",
        en: "lies before the dossier was received (\(Format.dayOrTime(received))).")
    case .paidMoreThanFee:
      BilingualText(vi: "nhiều hơn phí, lệ phí.", en: "is more than the fee.")
    case .oneOfNeeded(let fields):
      BilingualText(vi: "cần một trong: ", en: "one of these is needed: ")
        + Self.labels(fields) + BilingualText(same: ".")
    case .notForThisKind:
      BilingualText(
        vi: "không dùng với loại này; hãy bỏ trống.",
        en: "does not go with this kind; leave it empty.")
    case .before(let field):
      BilingualText(vi: "đứng trước hoặc nhỏ hơn: ", en: "lies before, or is less than: ")
        + Self.labels([field]) + BilingualText(same: ".")
    case .voidedReference:
      BilingualText(
        vi: "bản ghi đó đã bị hủy; hãy bỏ hủy trước, hoặc chọn bản ghi khác.",
        en: "that record was voided; undo that first, or name another one.")
    case .reference(let error): error.words
    case .fixedAtCreation:
      BilingualText(
        vi: "không đổi được sau khi ghi; hãy hủy bản ghi này rồi ghi bản mới.",
        en: "stays as it was recorded; void this record and make a new one.")
    case .alreadyRecorded(let code):
      BilingualText(
        vi: "đã có bản ghi \(code) như vậy; hãy sửa bản ghi đó.",
        en: "\(code) says so already; change that record.")
    case .notASaturday:
      BilingualText(
        vi: "ngày làm bù phải là thứ Bảy.", en: "a worked Saturday must be a Saturday.")
    case .codeUnreadable:
      BilingualText(
        vi: "mã chỉ gồm chữ không dấu, số, dấu chấm và gạch nối, nhiều nhất 60 ký tự.",
        en: "a code has letters, digits, dots and hyphens only, at most 60 of them.")
    case .languageUnreadable:
      BilingualText(
        vi: "hãy ghi mã ngôn ngữ: vi (Việt), tyz (Tày), tai (Thái), hmn (H’Mông), mtq (Mường), km "
          + "(Khmer)…",
        en: "write the language's code: vi (Vietnamese), tyz (Tay), tai (Thai), hmn (Hmong), mtq "
          + "(Muong), km (Khmer)…")
    case .moreDigitisedThanFiles:
      BilingualText(
        vi: "nhiều hơn số thành phần hồ sơ.", en: "is more than the component files.")
    case .consentNeeded:
      BilingualText(
        vi: "cần người dân đồng ý trước: ghi bằng lệnh consent add, mục đích beneficiary.",
        en: "needs the resident's consent first: consent add with the purpose beneficiary.")
    }
  }
}

extension FieldProblem.Kind {
  /// What of a day with its hour cannot be read.
  private func whatIsWrong(_ problem: InputProblem) -> BilingualText {
    switch problem {
    case .dateUnreadable:
      BilingualText(vi: "không đọc được. ", en: "this cannot be read. ")
    case .hourUnreadable:
      BilingualText(
        vi: "đọc được ngày, chưa đọc được giờ. ",
        en: "the day can be read, the time cannot. ")
    default:
      BilingualText(
        vi: problem.message(in: .vietnamese) + " ", en: problem.message(in: .english) + " ")
    }
  }

  private static func labels(_ fields: [String]) -> BilingualText {
    let labels = fields.map(FieldLabel.words)
    return BilingualText(
      vi: labels.map(\.vietnamese).joined(separator: ", "),
      en: labels.map(\.english).joined(separator: ", "))
  }
}

extension ClockDoubt {
  /// Why the date must be typed, and how.
  package var words: BilingualText {
    switch self {
    case .unchecked:
      BilingualText(
        vi: "hãy nhập ngày: đồng hồ máy này chưa được đối chiếu với trung tâm.",
        en: "type the date: this laptop's clock has not been checked against the centre.")
    case .olderThanNewestRecord:
      BilingualText(
        vi: "hãy nhập ngày: đồng hồ máy chỉ trước bản ghi mới nhất trên máy này.",
        en: "type the date: the clock is behind the newest record of this laptop.")
    }
  }
}
