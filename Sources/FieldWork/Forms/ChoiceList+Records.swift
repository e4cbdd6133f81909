// The choices of what is recorded in the field; the numbers stand in SPEC.md.

extension ChoiceList {
  /// What a consent is for.
  package static let consentPurpose = ChoiceList(
    Choice(1, "keep-details", vi: "lưu thông tin để hỗ trợ tiếp", en: "keeping details"),
    Choice(2, "act-on-behalf", vi: "làm thay", en: "acting on their behalf"),
    Choice(3, "beneficiary", vi: "ghi diện đối tượng", en: "recording the category"),
    Choice(4, "contact", vi: "liên hệ lại", en: "being contacted"))

  /// How a consent was given.
  package static let consentMode = ChoiceList(
    Choice(1, "spoken", vi: "bằng lời", en: "spoken"),
    Choice(2, "written", vi: "bằng văn bản", en: "written"),
    Choice(3, "thumb-print", vi: "điểm chỉ", en: "thumb print"))

  /// Whether it was given.
  package static let consentGiven = ChoiceList(
    Choice(1, "yes", vi: "có", en: "yes"),
    Choice(0, "refused", vi: "từ chối", en: "refused"))

  /// What a session is.
  package static let sessionKind = ChoiceList(
    Choice(1, "saturday", vi: "ngày thứ Bảy vì dân", en: "Saturday for the people"),
    Choice(2, "support-point", vi: "điểm hỗ trợ", en: "support point"),
    Choice(3, "campaign-day", vi: "ngày ra quân", en: "campaign day"),
    Choice(4, "training", vi: "tập huấn", en: "training"),
    Choice(5, "dissemination", vi: "tuyên truyền", en: "dissemination"))

  /// By what a dissemination reaches people.
  package static let disseminationChannel = ChoiceList(
    Choice(1, "web", vi: "trang thông tin", en: "web page"),
    Choice(2, "facebook", vi: "trang Facebook", en: "Facebook"),
    Choice(3, "zalo", vi: "nhóm Zalo", en: "Zalo"),
    Choice(4, "loudspeaker", vi: "loa truyền thanh", en: "loudspeaker"),
    Choice(5, "poster", vi: "áp phích", en: "poster"),
    Choice(6, "meeting", vi: "cuộc họp", en: "meeting"))

  /// What a tally counts.
  package static let tallyMeasure = ChoiceList(
    Choice(1, "people-advised", vi: "người được tư vấn", en: "people advised"),
    Choice(2, "people-reached", vi: "người tiếp cận được", en: "people reached"),
    Choice(3, "leaflets", vi: "tờ rơi", en: "leaflets"),
    Choice(4, "group-members", vi: "thành viên nhóm", en: "group members"),
    Choice(5, "qr-codes", vi: "mã QR đã dán", en: "QR codes posted"),
    Choice(6, "posts", vi: "bài đã đăng", en: "posts published"),
    Choice(7, "dossiers", vi: "hồ sơ tiếp nhận", en: "dossiers received"))

  /// What was observed.
  package static let observationKind = ChoiceList(
    Choice(1, "vneid", vi: "mức định danh VNeID", en: "VNeID level"),
    Choice(2, "signature", vi: "chữ ký số", en: "digital signature"),
    Choice(3, "cashless", vi: "thanh toán không tiền mặt", en: "cashless service"),
    Choice(4, "connectivity", vi: "kết nối mạng", en: "connectivity"))

  /// What is paid without cash.
  package static let cashlessService = ChoiceList(
    Choice(1, "electricity", vi: "tiền điện", en: "electricity"),
    Choice(2, "water", vi: "tiền nước", en: "water"),
    Choice(3, "school", vi: "học phí", en: "school"),
    Choice(4, "hospital", vi: "viện phí", en: "hospital"),
    Choice(5, "pension", vi: "lương hưu, trợ cấp", en: "pension"),
    Choice(6, "social-insurance", vi: "bảo hiểm xã hội", en: "social insurance"),
    Choice(7, "tax", vi: "thuế", en: "tax"),
    Choice(8, "shop-qr", vi: "mã QR của cửa hàng", en: "shop QR"))

  /// How far, by what was observed.
  package static let observationLevels: [Int64: ChoiceList] = [
    1: ChoiceList(
      Choice(0, "none", vi: "chưa có", en: "none"),
      Choice(1, "level-1", vi: "mức 1", en: "level 1"),
      Choice(2, "level-2", vi: "mức 2", en: "level 2")),
    2: ChoiceList(
      Choice(0, "none", vi: "chưa có", en: "none"), Choice(1, "issued", vi: "đã cấp", en: "issued"),
      Choice(2, "used", vi: "đã dùng", en: "used")),
    3: ChoiceList(
      Choice(0, "no", vi: "không", en: "no"), Choice(1, "yes", vi: "có", en: "yes")),
    4: ChoiceList(
      Choice(0, "none", vi: "chưa có", en: "none"),
      Choice(1, "mobile", vi: "mạng di động", en: "mobile"),
      Choice(2, "broadband", vi: "băng rộng", en: "broadband"),
      Choice(3, "fibre", vi: "cáp quang", en: "fibre")),
  ]

  /// How feedback came.
  package static let feedbackChannel = ChoiceList(
    Choice(1, "printed-qr", vi: "mã QR in sẵn", en: "printed QR"),
    Choice(2, "spoken", vi: "nói trực tiếp", en: "spoken"),
    Choice(3, "form", vi: "phiếu", en: "form"))

  /// How far a task is.
  package static let taskStatus = ChoiceList(
    Choice(1, "open", vi: "chưa làm", en: "open"), Choice(2, "doing", vi: "đang làm", en: "doing"),
    Choice(3, "done", vi: "đã xong", en: "done"), Choice(4, "dropped", vi: "đã bỏ", en: "dropped"))

  /// What became of a difficulty.
  package static let difficultyStatus = ChoiceList(
    Choice(1, "open", vi: "chưa giải quyết", en: "open"),
    Choice(2, "passed-on", vi: "đã báo lên trên", en: "passed on"),
    Choice(3, "solved", vi: "đã giải quyết", en: "solved"))

  /// As what somebody attended.
  package static let attendanceRole = ChoiceList(
    Choice(1, "learner", vi: "người học", en: "learner"),
    Choice(2, "trainer", vi: "người hướng dẫn", en: "trainer"))

  /// Where a visit took place.
  package static let visitChannel = ChoiceList(
    Choice(1, "home", vi: "tại nhà", en: "home"),
    Choice(2, "desk", vi: "tại quầy", en: "desk"),
    Choice(3, "support-point", vi: "điểm hỗ trợ", en: "support point"),
    Choice(4, "phone", vi: "qua điện thoại", en: "phone"))

  /// Why somebody is helped first.
  package static let beneficiary = ChoiceList(
    Choice(1, "elderly", vi: "người cao tuổi", en: "elderly"),
    Choice(2, "disabled", vi: "người khuyết tật", en: "disabled"),
    Choice(3, "war-invalid", vi: "thương binh, người có công", en: "war invalid"),
    Choice(4, "poor", vi: "hộ nghèo, cận nghèo", en: "poor"),
    Choice(5, "minority", vi: "đồng bào dân tộc thiểu số", en: "minority"),
    Choice(6, "business", vi: "hộ kinh doanh, doanh nghiệp", en: "business"))

  /// What a team is.
  package static let teamKind = ChoiceList(
    Choice(1, "community", vi: "tổ công nghệ số cộng đồng", en: "community digital team"),
    Choice(2, "project-06", vi: "tổ Đề án 06", en: "Project 06 team"))

  /// What a day is.
  package static let calendarDayKind = ChoiceList(
    Choice(1, "holiday", vi: "ngày lễ", en: "holiday"),
    Choice(2, "day-off", vi: "ngày nghỉ thêm", en: "extra day off"),
    Choice(3, "worked-saturday", vi: "thứ Bảy làm bù", en: "worked Saturday"),
    Choice(4, "ordinary", vi: "ngày bình thường", en: "ordinary day after all"))

  /// The units of a time limit.
  package static let limitUnit = ChoiceList(
    Choice(1, "hours", vi: "giờ", en: "hours"), Choice(2, "days", vi: "ngày", en: "days"),
    Choice(3, "working-days", vi: "ngày làm việc", en: "working days"),
    Choice(4, "months", vi: "tháng", en: "months"))
}
