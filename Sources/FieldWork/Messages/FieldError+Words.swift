import SyncProtocol

extension FieldError {
  /// What went wrong, what is safe and what to do next; one problem a line.
  package var words: BilingualText {
    switch self {
    case .invalid(let problems): Self.list(Self.nothingSaved, problems.map(\.words))
    case .badCode(let typed, let error):
      BilingualText(
        vi: "Mã “\(typed)” không đúng: \(error.vietnamese).",
        en: "The code “\(typed)” is wrong: \(error.english).")
    case .otherKind(let typed, let expected):
      BilingualText(
        vi: "\(typed) là mã của loại khác; ở đây cần mã \(expected.words.vietnamese)"
          + " (bắt đầu bằng \(expected.letter)).",
        en: "\(typed) names another kind of record; here a \(expected.words.english) code is"
          + " needed (it begins with \(expected.letter)).")
    case .notFound(let code):
      BilingualText(
        vi: "Trên máy này không có bản ghi mã \(code); có thể nó chưa được gửi về.",
        en: "No record here has the code \(code); it may not have arrived yet.")
    case .noSuchRecord(let table):
      BilingualText(vi: "Bản ghi cần dùng không có trên máy này: ", en: "Not in this store: ")
        + TableWords.words(of: table) + BilingualText(same: ".")
    case .hidden(let code):
      BilingualText(
        vi: "Bản ghi \(code) đã bị xóa; chưa đổi gì. Xem và lấy lại: history \(code), conflicts "
          + "show \(code).",
        en: "The record \(code) was deleted; nothing was changed. To look at it and take it back: "
          + "history \(code), conflicts show \(code).")
    case .severalRecords(let code, let candidates):
      Self.list(
        BilingualText(
          vi:
            "Có \(candidates.count) bản ghi cùng mã \(code), vì một máy bị sao chép. Chưa đổi gì. "
            + "Hãy gõ số sau dấu # thay cho mã, trong dấu nháy:",
          en:
            "\(candidates.count) records have the code \(code), because a store was copied. Nothing "
            + "was changed. Type one of these in place of the code, in quotes:"),
        candidates.map(\.words))
    case .unknownPlace(let name):
      BilingualText(
        vi: "Không có thôn, tổ dân phố nào tên “\(name)” trên máy này.",
        en: "No hamlet here is called “\(name)”.")
    case .severalPlaces(let name, let codes):
      BilingualText(
        vi: "Có \(codes.count) nơi tên “\(name)”; hãy dùng mã: \(codes.joined(separator: ", ")).",
        en: "\(codes.count) hamlets are called “\(name)”; use a code: "
          + "\(codes.joined(separator: ", ")).")
    case .placeWithoutScope:
      BilingualText(
        vi: "Thôn này chưa có vùng dữ liệu; trung tâm cần nhập lại danh sách thôn.",
        en: "This hamlet has no data scope yet; the centre must import its hamlets again.")
    case .placeNotHeld:
      BilingualText(
        vi: "Máy này không được giao dữ liệu của thôn đó; chưa lưu gì. Hãy hỏi trung tâm.",
        en: "This laptop was not granted the households of that hamlet; nothing was saved. Ask the "
          + "centre.")
    case .placeLeaving: PersonMessage.scopeNotHeld
    case .unknownMember(let name):
      BilingualText(
        vi: "Không có thành viên nào tên “\(name)” trên máy này.",
        en: "No member here is called “\(name)”.")
    case .severalMembers(let name, let codes):
      BilingualText(
        vi: "Có \(codes.count) người tên “\(name)”; hãy dùng mã: \(codes.joined(separator: ", ")).",
        en: "\(codes.count) members are called “\(name)”; use a code: "
          + "\(codes.joined(separator: ", ")).")
    case .memberNeeded:
      BilingualText(
        vi: "Hãy nói ai đang ghi: thêm --as với mã hoặc tên thành viên.",
        en: "Say who is recording: add --as with a member's code or name.")
    case .memberWithoutTeam:
      BilingualText(
        vi: "Thành viên này chưa thuộc tổ nào; trung tâm cần sửa danh sách.",
        en: "This member belongs to no team yet; the centre must mend the roster.")
    case .voided(let table):
      TableWords.words(of: table)
        + BilingualText(
          vi: " này đã bị hủy nên không sửa được; dữ liệu vẫn còn nguyên.",
          en: " was voided and cannot be changed; nothing of it is lost.")
    case .notVoided(let table):
      TableWords.words(of: table)
        + BilingualText(vi: " này chưa bị hủy.", en: " was not voided.")
    case .statusCannotFollow(let status, let present):
      BilingualText(
        vi: "Hồ sơ đang ở “\(present.words.vietnamese)”, không thể chuyển sang "
          + "“\(status.words.vietnamese)”. Nếu bước trước ghi nhầm, hãy ghi tin khác thay cho nó.",
        en: "The dossier is “\(present.words.english)”, which “\(status.words.english)” cannot "
          + "follow. If the earlier step was a mistake, record other news in its place.")
    case .personalIDKeyMissing:
      BilingualText(
        vi: "Máy này chưa có khóa để che số định danh nên số đó không được ghi. "
          + "Hãy ghi danh lại máy, hoặc bỏ trống số định danh.",
        en: "This machine has no key to hide personal ids, so the number was not recorded. "
          + "Enrol it again, or leave the personal id out.")
    case .nothingToChange:
      BilingualText(
        vi: "Không có gì để sửa; chưa lưu gì. Hãy thêm mục cần sửa (xem --help).",
        en: "There is nothing to change; nothing was saved. Name what to change (see --help).")
    case .directory(let problems):
      Self.list(
        BilingualText(
          vi: "Chưa nhập gì. Hãy sửa các dòng sau rồi nhập lại:",
          en: "Nothing was imported. Mend these lines and import again:"),
        problems.map(\.words))
    case .list(let problems):
      Self.list(
        BilingualText(
          vi: "Chưa nhập gì. Hãy sửa rồi nhập lại:",
          en: "Nothing was imported. Mend this and import again:"),
        problems.map(\.words))
    case .notImported(let code):
      BilingualText(
        vi: "\(code) không do một lần nhập danh sách ghi; chưa đổi gì. Xem các lần nhập: import "
          + "list.",
        en: "\(code) was not written by an import; nothing was changed. See the imports: import "
          + "list.")
    case .linkToItself:
      BilingualText(
        vi: "Hai mã là một bản ghi; chưa lưu gì. Hãy gõ hai mã khác nhau.",
        en: "Both codes name one record; nothing was saved. Type two different codes.")
    case .notLinked:
      BilingualText(
        vi: "Chưa ai nối hai bản ghi này; không có gì để bỏ.",
        en: "Nobody has linked these two records; there is nothing to take back.")
    case .linkedByMove:
      BilingualText(
        vi: "Một bản ghi là bản kia sau khi chuyển nơi ở, nên không bỏ nối được; chưa đổi gì. "
          + "Nếu chuyển nhầm, trung tâm hãy chuyển hộ về lại.",
        en: "One record is the other after a move, so they stay linked; nothing was changed. If "
          + "the move was a mistake, the centre moves the household back.")
    case .noSuchReview(let number):
      BilingualText(
        vi: "Không có lượt xem xét số \(number); hãy xem “review list --all”.",
        en: "There is no review \(number); see “review list --all”.")
    case .severalReviews(let rows):
      BilingualText(
        vi: "Có \(rows.count) lượt xem xét cùng số; hãy chọn: ",
        en: "\(rows.count) reviews have that number; choose: ")
        + BilingualText(same: rows.map { "#\($0.rawValue)" }.joined(separator: ", ") + ".")
    case .reviewNotEditable:
      BilingualText(
        vi: "Lượt xem xét này không phải về một ô giá trị, nên không sửa được; chưa đổi gì. "
          + "Hãy chấp nhận hoặc bác bỏ.",
        en: "This review is not about one value that another could replace; nothing was changed. "
          + "Admit it or reject it.")
    case .reviewStillOpen(let number):
      BilingualText(
        vi: "Điều phối viên chưa quyết định lượt xem xét \(number); chưa đổi gì. Hãy ghi lại cho "
          + "đúng, hoặc hỏi điều phối viên.",
        en: "The coordinator has not ruled on review \(number); nothing was changed. Write it anew "
          + "as it should be, or ask the coordinator.")
    case .reviewCorrected(let number):
      BilingualText(
        vi: "Lượt xem xét \(number) đã xong: điều đó đã được ghi lại đúng và được chấp nhận. Không "
          + "phải làm gì thêm.",
        en: "Review \(number) is settled: it was written anew since, and that was accepted. There "
          + "is nothing to do.")
    case .reform(let problems):
      Self.list(
        BilingualText(
          vi: "Chưa đổi gì. Hãy sửa các dòng sau rồi làm lại:",
          en: "Nothing was changed. Mend these lines and try again:"),
        problems.map(\.words))
    case .unknownUnit(let code):
      BilingualText(
        vi: "Không có đơn vị hành chính mã \(code). Tìm mã: place find TÊN.",
        en: "There is no unit with the code \(code). To find a code: place find NAME.")
    case .unitNotThen(let code, let day, let others):
      BilingualText(
        vi: "Ngày \(Format.date(day)) không có đơn vị nào mang mã \(code); chưa tính gì.",
        en: "No unit had the code \(code) on \(Format.date(day)); nothing was counted.")
        + BilingualText(
          vi: others.isEmpty ? "" : " Nơi đó khi ấy: \(others.joined(separator: "; ")).",
          en: others.isEmpty ? "" : " What lay there: \(others.joined(separator: "; ")).")
    case .hamletNotThen(let name, let day):
      BilingualText(
        vi: "Ngày \(Format.date(day)) không rõ “\(name)” là thôn nào; chưa tính gì. Hãy xem: place "
          + "history, rồi chọn thôn của ngày đó.",
        en: "Which hamlet “\(name)” was on \(Format.date(day)) is not known; nothing was counted. "
          + "See place history, then name a hamlet of that day.")
    case .noSuchReform(let number):
      BilingualText(
        vi: "Không có lần sắp xếp số \(number); hãy xem: reform list.",
        en: "There is no reform \(number); see: reform list.")
    case .reformUndone(let number):
      BilingualText(
        vi: "Lần sắp xếp \(number) đã được hủy trước đó; chưa đổi gì thêm.",
        en: "Reform \(number) was taken back before; nothing more was changed.")
    case .reformBuiltUpon(let number, let later): Self.builtUpon(number, later)
    case .closing(let problem): problem.words
    case .notTheCentre:
      BilingualText(
        vi: "Chỉ trung tâm được sửa danh sách thôn, tổ và thành viên.",
        en: "Only the centre changes hamlets, teams and members.")
    }
  }

  private static let nothingSaved = BilingualText(
    vi: "Chưa lưu gì. Hãy sửa rồi làm lại:", en: "Nothing was saved. Mend this and try again:")

  /// What keeps a reform from being taken back, and the command that comes first.
  private static func builtUpon(_ number: Int64, _ later: [Int64]) -> BilingualText {
    guard let newest = later.first else {
      return BilingualText(
        vi: "Sau lần sắp xếp \(number), xã hoặc thôn của nó đã được sửa bằng lệnh unit hoặc import "
          + "nên chưa hủy được; chưa đổi gì. Hãy sửa ngược lại như unit list và place history cho "
          + "thấy, rồi: reform undo \(number)",
        en: "Units or hamlets of reform \(number) were changed since by the unit commands or an "
          + "import, so it stands; nothing was changed. Change them back as unit list and place "
          + "history show them, then: reform undo \(number)")
    }
    let shown = later.prefix(20)
    let commands = (shown.map(String.init) + (later.count > shown.count ? ["…"] : []))
      .map { $0 == "…" ? $0 : "reform undo \($0) --yes" }
      .joined(separator: "; ")
    let others = later.reversed().prefix(20).map(String.init).joined(separator: ", ")
    return BilingualText(
      vi: "Lần sắp xếp \(others) làm sau trên cùng các xã, thôn ấy nên chưa hủy được lần "
        + "\(number); chưa đổi gì. Hủy lần mới nhất (\(newest)) trước: \(commands); rồi: reform undo "
        + "\(number)",
      en: "Reform \(number) cannot be taken back yet, for later ones stand upon the same units and "
        + "hamlets: \(others). Nothing was changed. Take these back first, the newest (\(newest)) "
        + "before the others: \(commands); then: reform undo \(number)")
  }

  private static func list(_ head: BilingualText, _ lines: [BilingualText]) -> BilingualText {
    lines.reduce(head) { text, line in
      text + BilingualText(same: "\n  ") + line
    }
  }
}

/// What people call the synced tables.
package enum TableWords {
  /// The words for a table by its name; a name without any stands for itself.
  package static func words(of table: String) -> BilingualText {
    if let kind = RecordCode.Kind.allCases.first(where: { $0.table.name == table }) {
      return kind.words
    }
    return switch table {
    case SubmissionEventTable.definition.name:
      BilingualText(vi: "tin của hồ sơ", en: "news of a dossier")
    case ReviewTable.definition.name: BilingualText(vi: "lượt xem xét", en: "review")
    case GapTable.definition.name: BilingualText(vi: "gói đã mất", en: "lost batch")
    case ErasureTable.definition.name: BilingualText(vi: "lần xóa", en: "erasure")
    case ProcedureVersionTable.definition.name:
      BilingualText(vi: "bản của thủ tục", en: "version of a procedure")
    case ChecklistItemTable.definition.name:
      BilingualText(vi: "giấy tờ cần nộp", en: "checklist item")
    case ServiceTable.definition.name: BilingualText(vi: "dịch vụ", en: "service")
    case CalendarDayTable.definition.name:
      BilingualText(vi: "ngày nghỉ, ngày làm bù", en: "calendar day")
    case TargetTable.definition.name: BilingualText(vi: "chỉ tiêu", en: "target")
    case IndicatorSetTable.definition.name:
      BilingualText(vi: "bộ chỉ số", en: "indicator set")
    case IndicatorTable.definition.name: BilingualText(vi: "chỉ số", en: "indicator")
    case IndicatorValueTable.definition.name:
      BilingualText(vi: "số liệu chính thức của chỉ số", en: "official figure of an indicator")
    case ClosingTable.definition.name:
      BilingualText(vi: "lần chốt tháng", en: "closing of a month")
    default: BilingualText(same: table)
    }
  }
}
