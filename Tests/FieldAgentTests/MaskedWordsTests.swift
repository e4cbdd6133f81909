import FieldWork
import Testing

@testable import FieldAgent

/// What is recognised as personal in the words of a report.
@Suite struct MaskedWordsTests {
  private static let names: Set<String> = [
    SearchFold.base("Lò Thị Mẫu"), SearchFold.base("Nguyễn Văn Ghi"), SearchFold.base("Ghi"),
  ]

  @Test(arguments: [
    "gặp Lò Thị Mẫu\r\nnhà ở xa", "Nguyễn Văn Ghi\r\nlỗi", "Tên:Lò Thị Mẫu bị lỗi",
    "bà Lò Thị Mẫu/Xóm 1", "Lò Thị Mẫu-lỗi", "Lò\tThị\u{a0}Mẫu", "LòThịMẫu", "lo thi mau",
  ])
  func `a full name goes, whatever stands around it`(typed: String) {
    let text = MaskedWords(typed, names: Self.names).text
    #expect(text.contains("[…]"))
    #expect(!SearchFold.base(text).contains("mau") && !SearchFold.base(text).contains("van"))
  }

  @Test(arguments: [
    "gọi 0912 345 678\r\nngay", "gọi 0912.345.678 ngay", "mã H40.17-260101-0001 ngay",
  ])
  func `numbers and codes go whole`(typed: String) {
    let text = MaskedWords(typed, names: Self.names).text
    #expect(text.contains("[…]") && !text.contains(where: \.isNumber), "\(text)")
    #expect(text.contains("ngay"))
  }

  @Test func `what is nobody's stays as it was typed`() {
    let typed = "Bấm Lưu lúc 9:30,\r\nmáy báo “lỗi” 422.\n\tGhi lại."
    #expect(MaskedWords(typed, names: Self.names).text == typed)
  }
}
