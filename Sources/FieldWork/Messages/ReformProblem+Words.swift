extension ReformProblem {
  /// Where it is and what to do, as a line for people.
  package var words: BilingualText {
    BilingualText(vi: "dòng \(line): ", en: "line \(line): ") + kind.words
  }
}

extension ReformProblem.Kind {
  /// What is wrong and what to write instead.
  package var words: BilingualText {
    switch self {
    case .directory(let kind): kind.words
    case .noRows: BilingualText(vi: "tệp không có dòng nào.", en: "the file has no rows.")
    case .daysDoNotMeet(let last, let first):
      BilingualText(
        vi: "ngày cuối \(Format.date(last)) phải là hôm trước ngày đầu \(Format.date(first)).",
        en: "the last day \(Format.date(last)) must be the day before \(Format.date(first)).")
    case .otherDay(let day, let first):
      BilingualText(
        vi:
          "ngày \(Format.date(day)) khác ngày \(Format.date(first)) ở dòng trên; mỗi tệp một ngày.",
        en: "the day \(Format.date(day)) is not \(Format.date(first)) as above; a file has one day."
      )
    case .nameOfAnother(let code, let typed, let known):
      BilingualText(
        vi: "mã \(code) khi ấy là “\(known)”, không phải “\(typed)”.",
        en: "the code \(code) was “\(known)” then, not “\(typed)”.")
    case .duplicate(let line):
      BilingualText(vi: "trùng với dòng \(line).", en: "repeats line \(line).")
    case .unknownUnit(let code):
      BilingualText(
        vi: "không có đơn vị mã \(code) ngay trước ngày đó; hãy xem: place history \(code).",
        en: "no unit had the code \(code) the day before; see: place history \(code).")
    case .newNameNeeded(let code):
      BilingualText(
        vi: "danh mục chưa có mã \(code); hãy ghi tên đơn vị mới.",
        en: "no list has the code \(code) yet; write the name of the new unit.")
    case .wholeAndMore(let line):
      BilingualText(
        vi: "dòng \(line) đã lấy toàn bộ; nếu chia ra thì mọi dòng phải ghi là một phần (part).",
        en: "line \(line) takes the whole; where it is divided every line must say part.")
    case .unknownHamlet(let name):
      BilingualText(
        vi: "đơn vị này không có thôn, tổ dân phố “\(name)”.",
        en: "the unit has no hamlet “\(name)”.")
    case .hamletToJoin(let name):
      BilingualText(
        vi:
          "đã có “\(name)” ở đó; hãy thêm một dòng ghi “\(name)” cũng thành “\(name)” từ ngày này.",
        en: "“\(name)” is there already; add a line which says that it becomes “\(name)” as well.")
    case .severalHamlets(let name):
      BilingualText(
        vi: "đơn vị này có nhiều thôn, tổ dân phố tên “\(name)”; hãy đổi tên cho khác nhau trước.",
        en: "the unit has several hamlets “\(name)”; give them different names first.")
    }
  }
}
