import FieldWork

/// The words of the pages of conflicts.
extension ConflictWords {
  static let lastDecided = BilingualText(vi: "Đã quyết gần đây", en: "Decided lately")
  static let latest = BilingualText(vi: "Lần ghi sau cùng", en: "Last write")
  static let record = BilingualText(vi: "Bản ghi", en: "Record")
  static let kind = BilingualText(vi: "Loại bản ghi", en: "Kind of record")
  static let field = BilingualText(vi: "Mục", en: "Field")
  static let values = BilingualText(vi: "Các giá trị", en: "Values")
  static let place = BilingualText(vi: "Nơi", en: "Place")
  static let text = BilingualText(vi: "Mã hoặc tên", en: "Code or name")
  static let all = BilingualText(vi: "Mọi mâu thuẫn", en: "All conflicts")
  static let decide = BilingualText(vi: "Quyết định", en: "Decide")
  static let choose = BilingualText(vi: "Giá trị nào đúng?", en: "Which one is right?")
  static let another = BilingualText(vi: "Một giá trị khác", en: "Another value")
  static let anotherHint = BilingualText(
    vi: "viết như trên máy của tổ; để trống là xóa nội dung mục này",
    en: "written as on a team's laptop; empty empties the field")
  static let history = BilingualText(vi: "Các lần ghi của mục này", en: "Writes of this field")
  static let takeBack = BilingualText(vi: "Lấy lại giá trị này", en: "Put this one back")
  static let wayBack = BilingualText(vi: "Lấy lại", en: "The way back")
  static let value = BilingualText(vi: "Giá trị", en: "Value")
  static let notChosen = BilingualText(
    vi: "Chưa chọn giá trị nào; chưa ghi gì. Hãy chọn một rồi gửi lại.",
    en: "No value was chosen and nothing was written. Choose one and send it again.")
  static let chosenTwice = BilingualText(
    vi:
      "Chưa ghi gì: đã chọn một giá trị có sẵn mà lại gõ giá trị khác. Hãy chọn “Một giá trị khác”, "
      + "hoặc bỏ phần đã gõ.",
    en: "Nothing was written: one of the values was chosen and another one was typed. Choose "
      + "“Another value”, or take out what was typed.")
  static let changed = BilingualText(
    vi: "Chưa ghi gì: sau khi trang này được mở, mục này đã có giá trị khác. Hãy xem các giá trị "
      + "dưới đây rồi chọn lại.",
    en: "Nothing was written: since this page was opened the field got other values. Look at those "
      + "below and choose again.")
  static let late = BilingualText(
    vi: "Biểu mẫu này chưa ghi gì: mục này đã được quyết định trước đó.",
    en: "This form wrote nothing: the field had been decided before.")
  static let done = BilingualText(
    vi: "Đã ghi. Mọi máy sẽ biết khi gửi nhận lần tới; giá trị trước lấy lại được ở dưới.",
    en: "Written. Every laptop learns of it with its next sync; earlier values can be put back "
      + "below.")
  static let doneWithoutReturn = BilingualText(
    vi: "Đã ghi. Mọi máy sẽ biết khi gửi nhận lần tới.",
    en: "Written. Every laptop learns of it with its next sync.")
  static let deletionStays = BilingualText(
    vi: "Xóa bản ghi thì trang này không lấy lại được; nếu chưa chắc, hãy giữ bản ghi.",
    en: "A deleted record cannot be brought back on this page; keep it where you are not sure.")
  static let ground = BilingualText(vi: "Căn cứ (ghi vào nhật ký)", en: "Ground (for the log)")
  static let noWrites = BilingualText(
    vi: "Trung tâm không còn lần ghi nào của mục này.", en: "No write of this field is left here.")

  /// Nothing in conflict, and how much that says.
  static func none(_ reported: Int, of laptops: Int, _ days: Int) -> BilingualText {
    none
      + BilingualText(
        vi: " \(reported) trong \(laptops) máy đã báo cáo trong \(days) ngày qua.",
        en: " \(reported) of \(laptops) laptops have reported within the last \(days) days.")
  }

  static func ofLaterVersions(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "\(count) mâu thuẫn khác thuộc phiên bản mới hơn: hãy nâng cấp trung tâm để xem.",
      en: "\(count) more belong to a later version: upgrade the centre to see them.")
  }

  /// A value; of what was written beside a delete or void with its field.
  static func value(
    _ choice: RecordConflict.Choice, _ conflict: RecordConflict?
  ) -> BilingualText {
    conflict?.kind == .values || choice.isDelete
      ? choice.words : choice.fieldWords + BilingualText(same: ": ") + choice.words
  }

  /// Who wrote a value, where, when, and what speaks against that time.
  static func writers(of choice: RecordConflict.Choice, _ language: Language) -> String {
    choice.writers.map { writer in
      [
        writer.words.text(in: language), Format.dateTime(writer.time),
        writer.doubt?.words.text(in: language),
      ].compactMap(\.self).joined(separator: " · ")
    }.joined(separator: "; ")
  }

  static func decided(by account: String?, at time: LocalDateTime) -> BilingualText {
    BilingualText(
      vi: "\(account ?? "người giữ máy chủ") đã quyết định lúc \(Format.dateTime(time)).",
      en: "\(account ?? "The keeper of the server") decided it at \(Format.dateTime(time)).")
  }

  static func holds(_ value: BilingualText) -> BilingualText {
    BilingualText(vi: "Đang là: ", en: "It holds: ") + value
  }
}

/// On what a decision rests: chosen and not typed, because the log forgets no name.
enum ConflictGround: String, CaseIterable {
  case volunteer
  case resident
  case paper
  case later
  case mistake

  var words: BilingualText {
    switch self {
    case .volunteer: BilingualText(vi: "đã hỏi người ghi", en: "asked who wrote it")
    case .resident: BilingualText(vi: "đã hỏi người dân", en: "asked the resident")
    case .paper: BilingualText(vi: "xem trên giấy tờ", en: "seen on paper")
    case .later: BilingualText(vi: "giá trị ghi sau đúng hơn", en: "the later one is newer")
    case .mistake: BilingualText(vi: "một giá trị gõ nhầm", en: "one was mistyped")
    }
  }
}
