extension ListProblem {
  /// Where it is and what to do, as a line for people.
  package var words: BilingualText {
    BilingualText(vi: "dòng \(line): ", en: "line \(line): ") + kind.words
  }
}

extension ListProblem.Kind {
  /// What is wrong and what to do.
  package var words: BilingualText {
    switch self {
    case .unreadable(let problem): problem.words
    case .notATable(let problem): problem.words
    case .headerMissing:
      BilingualText(
        vi: "không thấy dòng tiêu đề (như “Thôn; Chủ hộ; Địa chỉ”) trong 20 dòng đầu; hãy thêm, "
          + "hoặc nói rõ bằng --column TÊN=MỤC.",
        en: "no header (such as “Hamlet; Head; Address”) stands in the first 20 lines; add one, or "
          + "say what columns hold with --column HEADER=FIELD.")
    case .columnTwice(let column, let headers):
      BilingualText(
        vi: "nhiều cột cùng là “\(column.words.vietnamese)”: \(headers.joined(separator: ", ")); "
          + "hãy bỏ bớt bằng --column TÊN=ignore.",
        en: "several columns are “\(column.words.english)”: \(headers.joined(separator: ", ")); "
          + "leave one out with --column HEADER=ignore.")
    case .columnUnknown(let header):
      BilingualText(
        vi: "trong tệp không có cột “\(header)”.", en: "the file has no column “\(header)”.")
    case .hamletMissing:
      BilingualText(
        vi: "không có cột thôn; hãy thêm --place THÔN, hoặc --column TÊN=hamlet.",
        en: "there is no column of hamlets; add --place HAMLET, or --column HEADER=hamlet.")
    case .householdMissing:
      BilingualText(
        vi: "không có cột nào cho biết ai thuộc hộ nào; hãy thêm --column TÊN=head (chủ hộ) "
          + "hoặc =household (số hộ).",
        en: "no column says who belongs to which household; add --column HEADER=head or "
          + "=household (its number).")
    case .tooManyCells(let expected, let found):
      BilingualText(
        vi: "có \(found) ô, dòng tiêu đề chỉ có \(expected); có thể thiếu dấu ngoặc kép.",
        en: "has \(found) cells, the header only \(expected); quotes may be missing.")
    case .field(let problem): problem.words
    case .place(let error): error.words
    case .lettersLost(let column):
      BilingualText(
        vi: "\(column.words.vietnamese): chữ đã mất khi lưu tệp, chỉ còn dấu “?”. Hãy lưu lại từ "
          + "bản gốc dạng “CSV UTF-8”.",
        en: "\(column.words.english): letters were lost when the file was saved, “?” stands in "
          + "their place. Save it from the original again as “CSV UTF-8”.")
    case .noHouseholdYet:
      BilingualText(
        vi: "chưa có hộ nào ở trên để xếp người này vào; hãy điền chủ hộ hoặc số hộ.",
        en: "no household stands above for this person; fill in the head or the number.")
    case .nothingToDecide:
      BilingualText(
        vi: "dòng này không có gì phải quyết định; hãy xem lại số dòng của --new hoặc --same.",
        en: "there is nothing to decide on this line; look at the line numbers of --new and --same."
      )
    case .wrongRecord(let code):
      BilingualText(
        vi: "\(code) không thể là bản ghi của dòng này (khác loại, khác thôn hoặc đã hủy).",
        en: "\(code) cannot be the record of this line (another kind or hamlet, or voided).")
    }
  }
}

extension FileText.Problem {
  /// What is wrong with the file and how to save it.
  package var words: BilingualText {
    switch self {
    case .brokenUTF16:
      BilingualText(
        vi: "tệp UTF-16 bị cắt hoặc hỏng; hãy chép lại tệp.",
        en: "the file is UTF-16, cut off or damaged; copy it again.")
    case .unknownLetters:
      BilingualText(
        vi: "không nhận ra bảng mã chữ Việt (không phải UTF-8, UTF-16, TCVN3 hay VNI). Trong "
          + "Excel hãy lưu dạng “CSV UTF-8”.",
        en: "the letters are in no encoding known here (UTF-8, UTF-16, TCVN3, VNI). In Excel save "
          + "the file as “CSV UTF-8”.")
    case .workbook:
      BilingualText(
        vi: "đây là sổ tính Excel, không phải CSV; hãy mở nó và lưu dạng “CSV UTF-8”.",
        en: "this is a workbook, not CSV; open it and save it as “CSV UTF-8”.")
    }
  }
}
