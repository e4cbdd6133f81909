import FieldWork
import Pages
import Web

/// What a reform would do, as tables.
struct ReformPreview {
  private let report: ReformReport

  init(_ report: ReformReport) { self.report = report }

  func html(_ language: Language) -> HTML {
    HTML.group {
      if report.plan.isEmpty {
        element("p", ["class": "empty"]) { ReformWords.nothing.text(in: language) }
      } else {
        element("p", ["class": "message attention", "role": "status"]) {
          ReformWords.onlyShown.text(in: language)
        }
        element("p") { report.affected.text(in: language) }
        if !report.plan.units.isEmpty { units.html(language) }
        if !report.plan.hamlets.isEmpty { hamlets.html(language) }
        if !report.undecided.isEmpty { undecided.html(language) }
        if !report.undecidedHouseholds.isEmpty {
          element("p") {
            ReformWords.undecidedHouseholds(report.undecidedHouseholds).text(in: language)
          }
        }
        Self.grants(report.grants, language).html(language)
      }
    }
  }

  private var units: PageTable {
    PageTable(
      ReformWords.units,
      columns: [
        .text(BilingualText(vi: "Đơn vị cũ", en: "Old unit")),
        .text(BilingualText(vi: "Mã mới", en: "New code")),
        .number(BilingualText(vi: "Vùng dữ liệu", en: "Scopes")),
        .number(BilingualText(vi: "Chưa rõ", en: "Not told")),
      ],
      rows: report.plan.units.map { change in
        PageTable.Row([
          PageTable.cell(change.name, detail: change.code),
          .text(Set(change.moves.flatMap(\.to)).sorted().joined(separator: ", ")),
          .text("\(change.moves.count - change.undecided.count)"),
          .text("\(change.undecided.count)"),
        ])
      }, empty: BilingualText(same: ""))
  }

  private var hamlets: PageTable {
    PageTable(
      PlaceWords.hamlet,
      columns: [
        .text(BilingualText(vi: "Thôn cũ", en: "Old hamlet")),
        .text(BilingualText(vi: "Thôn mới", en: "New hamlet")),
      ],
      rows: report.plan.hamlets.map { change in
        PageTable.Row([
          .text(change.name),
          .text(change.becomes.map { "\($0.name) (\($0.code))" }.joined(separator: ", ")),
        ])
      }, empty: BilingualText(same: ""))
  }

  private var undecided: PageTable {
    PageTable(
      BilingualText(vi: "Chưa rõ thuộc xã nào", en: "In no unit yet"),
      columns: [
        .text(PlaceWords.hamlet), .text(BilingualText(vi: "Xã cũ", en: "Old unit")),
      ],
      rows: report.undecided.map { scope in
        PageTable.Row([.text(scope.label), .text(scope.units.joined(separator: "; "))])
      }, empty: BilingualText(same: ""))
  }

  /// What laptops gain and lose.
  static func grants(_ changes: [NamedGrantChange], _ language: Language) -> PageTable {
    func scopes(_ scopes: [NamedScope]) -> HTML {
      .text(scopes.isEmpty ? "—" : scopes.map(\.label).joined(separator: ", "))
    }
    return PageTable(
      BilingualText(vi: "Các máy liên quan", en: "Laptops that it concerns"),
      columns: [
        .text(LaptopWords.laptop), .text(BilingualText(vi: "Được thêm", en: "Gains")),
        .text(BilingualText(vi: "Phải trả lại", en: "Hands back")),
      ],
      rows: changes.map { change in
        PageTable.Row([
          element("a", ["href": LaptopListPage.path(of: change.replica)]) { change.label },
          scopes(change.gained), scopes(change.lost),
        ])
      },
      empty: BilingualText(
        vi: "Không máy nào được thêm hay phải trả lại gì.",
        en: "No laptop gains anything or hands anything back."))
  }
}

/// The words of reforms.
enum ReformWords {
  static let title = BilingualText(vi: "Sáp nhập, chia tách", en: "Mergers and splits")
  static let lead = BilingualText(
    vi: "Xã, thôn đổi theo tệp CSV. Không bản ghi nào bị sửa: việc cũ ở nguyên nơi đã làm, và cộng "
      + "được theo địa giới trước hay sau.",
    en: "Units and hamlets change by a CSV file. No record is rewritten: past work stays where it "
      + "was done, and adds up within borders of before or after.")
  static let newOne = BilingualText(vi: "Nhập một lần sắp xếp", en: "Take one in")
  static let columns = BilingualText(
    vi: "Cột: old_code, new_code, valid_from; nếu cần old_hamlet, new_hamlet, extent.",
    en: "Columns: old_code, new_code, valid_from; as needed old_hamlet, new_hamlet, extent.")
  static let draft = BilingualText(
    vi: "Tải tệp soạn sẵn cho ngày 01/07/2025", en: "Download a draft for 1 July 2025")
  static let file = BilingualText(vi: "Tệp CSV", en: "CSV file")
  static let show = BilingualText(vi: "Xem trước", en: "Show what it would do")
  static let noFile = BilingualText(
    vi: "Chưa có tệp nào; chưa đổi gì. Hãy chọn tệp CSV.",
    en: "There was no file; nothing was changed. Choose a CSV file.")
  static let wholeCentre = BilingualText(
    vi: "Chỉ điều phối viên của cả trung tâm nhập được.",
    en: "A coordinator of the whole centre takes them in.")
  static let previewTitle = BilingualText(
    vi: "Xem trước một lần sắp xếp", en: "What this reform would do")
  static let onlyShown = BilingualText(
    vi: "Mới chỉ xem trước: chưa đổi gì.", en: "This is a preview: nothing was changed yet.")
  static let nothing = BilingualText(
    vi: "Không có gì để đổi: mọi dòng đã đúng, hoặc trung tâm này không có nơi đó.",
    en: "Nothing to change: all is as the file says, or this centre has none of it.")
  static let means = BilingualText(
    vi: "Các máy biết ở lần gửi nhận tới; việc chưa gửi của họ vẫn về đúng nơi. Sai thì hủy được.",
    en: "Laptops learn it in their next round, and their unsent work still lands where it belongs. "
      + "It can be taken back.")
  static let changeNothing = BilingualText(
    vi: "Không đổi gì, trở lại", en: "Change nothing, go back")
  static let carriedOut = BilingualText(vi: "Các lần đã làm", en: "Carried out here")
  static let number = BilingualText(vi: "Số", en: "Number")
  static let from = BilingualText(vi: "Từ ngày", en: "From")
  static let units = BilingualText(vi: "Xã, phường", en: "Units")
  static let appliedAt = BilingualText(vi: "Làm lúc", en: "Carried out at")
  static let undoneAt = BilingualText(vi: "Hủy lúc", en: "Taken back at")
  static let none = BilingualText(vi: "Chưa có lần nào.", en: "There was none.")
  static let stands = BilingualText(vi: "đang có hiệu lực", en: "in force")
  static let isUndone = BilingualText(vi: "đã hủy", en: "taken back")
  static let undone = BilingualText(
    vi: "Đã hủy. Các máy biết ở lần gửi nhận tới.",
    en: "Taken back. Laptops learn it in their next round.")
  static let takingBack = BilingualText(vi: "Hủy lần này", en: "Taking it back")
  static let takingBackMeans = BilingualText(
    vi: "Địa giới trở lại như trước; việc ghi trong lúc đó vẫn còn.",
    en: "Borders are as before; what was recorded meanwhile stays.")
  static let takeBack = BilingualText(vi: "Hủy lần sắp xếp này", en: "Take this reform back")

  static func carryOut(_ day: LocalDate) -> BilingualText {
    BilingualText(
      vi: "Sắp xếp từ ngày \(Format.date(day))", en: "Carry it out from \(Format.date(day))")
  }

  static func done(_ number: Int64) -> BilingualText {
    BilingualText(
      vi: "Đã sắp xếp, số \(number). Các máy biết ở lần gửi nhận tới.",
      en: "Carried out as number \(number). Laptops learn it in their next round.")
  }

  static func one(_ number: Int64) -> BilingualText {
    BilingualText(vi: "Lần sắp xếp số \(number)", en: "Reform number \(number)")
  }

  static func undecidedHouseholds(_ codes: [String]) -> BilingualText {
    let list = codes.prefix(20).joined(separator: ", ") + (codes.count > 20 ? ", …" : "")
    return BilingualText(
      vi: "Thôn bị chia: \(codes.count) hộ chưa rõ ở phần nào: \(list).",
      en: "Split hamlets: of \(codes.count) households nobody knows the part: \(list).")
  }
}
