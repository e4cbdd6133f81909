/// What a column of a list of households holds.
package enum ListColumn: String, Sendable, CaseIterable {
  /// The hamlet: its name or code.
  case hamlet
  /// The number of the household within the list; rows of one number are one household.
  case household
  /// The head of the household, or the name over the shop.
  case head
  /// Relation to the head; says which row is the head's.
  case relation
  /// Full name of a person.
  case name
  /// Date or year of birth.
  case birth
  /// Sex.
  case sex
  /// The person's telephone; the household's where rows name no people.
  case phone
  /// Personal id of 12 digits: hashed at once, its last four digits stay readable.
  case id
  /// Address within the hamlet.
  case address
  /// Family, household business, shop or organisation.
  case kind
  /// Language spoken at home.
  case language
  /// Free text.
  case note

  /// What stands above such columns, in base letters.
  var headers: [String] {
    switch self {
    case .hamlet:
      [
        "thon", "xom", "ban", "ap", "thon xom", "thon ban", "thon xom ban", "thon to dan pho",
        "to dan pho", "tdp", "khu pho", "khoi", "khom", "dia ban", "buon", "lang", "village",
      ]
    case .household:
      [
        "so ho", "ho so", "ma ho", "stt ho", "so thu tu ho", "so so ho khau", "so ho khau",
        "ho khau", "ho", "household number", "household no", "household code",
      ]
    case .head:
      [
        "chu ho", "ho ten chu ho", "ho va ten chu ho", "ten chu ho", "ten ho", "dai dien ho",
        "head of household", "household head", "householder", "household name",
      ]
    case .relation:
      [
        "quan he", "quan he voi chu ho", "qh voi chu ho", "moi quan he", "quan he chu ho",
        "relationship", "relation to head", "relationship to head",
      ]
    case .name: ["ho va ten", "ho ten", "ten", "ho ten nhan khau", "full name", "person"]
    case .birth:
      [
        "ngay sinh", "nam sinh", "ngay thang nam sinh", "ngay thang sinh", "ns", "date of birth",
        "birth date", "birthdate", "year of birth", "birth year", "dob",
      ]
    case .sex: ["gioi tinh", "nam nu", "gioi", "phai", "gender"]
    case .phone:
      [
        "dien thoai", "so dien thoai", "sdt", "dt", "so dt", "di dong", "dien thoai lien he",
        "telephone", "mobile", "phone number",
      ]
    case .id:
      [
        "so dinh danh", "so dinh danh ca nhan", "ma dinh danh", "cccd", "so cccd", "can cuoc",
        "so can cuoc", "can cuoc cong dan", "so can cuoc cong dan", "cccd cmnd", "cmnd cccd",
        "so cmnd cccd", "so cccd cmnd", "cmnd", "so cmnd", "personal id", "id number",
        "national id", "citizen id",
      ]
    case .address: ["dia chi", "so nha", "noi o", "cho o", "dia chi thuong tru", "noi thuong tru"]
    case .kind: ["loai hinh", "loai hinh ho", "type"]
    case .language: ["ngon ngu", "tieng noi", "tieng"]
    case .note: ["ghi chu", "notes", "remarks", "comment"]
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .hamlet: BilingualText(vi: "thôn, tổ dân phố", en: "hamlet")
    case .household: BilingualText(vi: "số hộ", en: "household number")
    case .head: BilingualText(vi: "chủ hộ", en: "head of household")
    case .relation: BilingualText(vi: "quan hệ với chủ hộ", en: "relation to the head")
    case .name: BilingualText(vi: "họ và tên", en: "full name")
    case .birth: BilingualText(vi: "ngày sinh", en: "date of birth")
    case .sex: BilingualText(vi: "giới tính", en: "sex")
    case .phone: BilingualText(vi: "điện thoại", en: "telephone")
    case .id: BilingualText(vi: "số định danh", en: "personal id")
    case .address: BilingualText(vi: "địa chỉ", en: "address")
    case .kind: BilingualText(vi: "loại hộ", en: "kind of household")
    case .language: BilingualText(vi: "ngôn ngữ", en: "language")
    case .note: BilingualText(vi: "ghi chú", en: "note")
    }
  }

  /// The column that a header names; nil when it is none of these.
  init?(header: String) {
    let folded = SearchFold.base(String(header.prefix(200)))
    guard let column = Self.columnsByHeader[folded] else { return nil }
    self = column
  }

  private static let columnsByHeader: [String: ListColumn] = {
    var columns: [String: ListColumn] = [:]
    for column in allCases {
      for header in column.headers + [column.rawValue] { columns[header] = column }
    }
    return columns
  }()
}

/// What a person says of a file's columns: a header and what stands below it.
package struct ListColumnChoice: Hashable, Sendable {
  /// The header as it stands in the file; upper case and marks do not matter.
  package let header: String
  /// What it holds; nil leaves the column out.
  package let column: ListColumn?

  /// The word that leaves a column out.
  package static let ignoring = "ignore"

  /// Reads `NAME=FIELD`; nil when the field is none.
  package init?(_ text: String) {
    guard let sign = text.lastIndex(of: "=") else { return nil }
    header = String(text[..<sign])
    let field = text[text.index(after: sign)...].filter { !$0.isWhitespace }.lowercased()
    guard field != Self.ignoring else {
      column = nil
      return
    }
    guard let column = ListColumn(rawValue: field) ?? ListColumn(header: field) else { return nil }
    self.column = column
  }
}
