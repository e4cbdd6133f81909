extension DirectoryProblem {
  /// Where it is and what to do, as a line for people.
  package var words: BilingualText {
    BilingualText(
      vi: "\(file.rawValue), dòng \(line): ", en: "\(file.rawValue), line \(line): ")
      + kind.words
  }
}

extension DirectoryProblem.Kind {
  /// What is wrong and what to write instead.
  package var words: BilingualText {
    switch self {
    case .unreadable(let problem): problem.words
    case .missingColumn(let name):
      BilingualText(vi: "thiếu cột \(name).", en: "the column \(name) is missing.")
    case .cellCount(let expected, let found):
      BilingualText(
        vi: "có \(found) ô, cần \(expected).", en: "has \(found) cells instead of \(expected).")
    case .cell(let column, let kind):
      BilingualText(same: "\(column): ") + kind.words
    case .foreignCommune(let code):
      BilingualText(
        vi: "xã \(code) không thuộc trung tâm này.",
        en: "commune \(code) is not served by this centre.")
    case .duplicate(let line):
      BilingualText(vi: "trùng với dòng \(line).", en: "repeats line \(line).")
    case .unknownHamlet(let name):
      BilingualText(
        vi: "không có thôn, tổ dân phố “\(name)” trong hamlets.csv.",
        en: "there is no hamlet “\(name)” in hamlets.csv.")
    case .ambiguousHamlet(let name):
      BilingualText(
        vi: "nhiều xã có “\(name)”; hãy viết mã xã/tên.",
        en: "several communes have “\(name)”; write commune code/name.")
    }
  }
}

extension CSVTable.Problem {
  /// What is wrong with the file as a whole.
  package var words: BilingualText {
    switch self {
    case .tooLarge:
      BilingualText(
        vi: "tệp lớn hơn \(CSVTable.byteLimit >> 20) MB.",
        en: "the file is larger than \(CSVTable.byteLimit >> 20) MB.")
    case .notUTF8:
      BilingualText(
        vi: "không phải UTF-8; trong Excel hãy lưu dạng “CSV UTF-8”.",
        en: "not UTF-8; in Excel save it as “CSV UTF-8”.")
    case .zeroByte:
      BilingualText(
        vi: "có byte không (NUL), chữ không bao giờ có; tệp bị hỏng hoặc không phải CSV.",
        en: "there is a zero byte (NUL), which no text has; the file is damaged or no CSV.")
    case .unclosedQuote:
      BilingualText(vi: "dấu ngoặc kép không đóng.", en: "a quoted cell never ends.")
    case .textAfterQuote:
      BilingualText(
        vi: "có chữ sau dấu ngoặc kép đóng.", en: "text stands behind a closing quote.")
    case .tooManyRows:
      BilingualText(
        vi: "nhiều hơn \(CSVTable.rowLimit) dòng.", en: "more than \(CSVTable.rowLimit) rows.")
    case .tooManyCells:
      BilingualText(
        vi: "nhiều hơn \(CSVTable.cellLimit) ô trên một dòng.",
        en: "more than \(CSVTable.cellLimit) cells in a row.")
    case .cellTooLong:
      BilingualText(
        vi: "một ô dài hơn \(CSVTable.cellByteLimit) byte.",
        en: "a cell is longer than \(CSVTable.cellByteLimit) bytes.")
    case .empty: BilingualText(vi: "tệp trống.", en: "the file is empty.")
    }
  }
}
