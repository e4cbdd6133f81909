import Testing

@testable import Documents

@Suite struct CSVTextTests {
  @Test func `Excel keeps codes, reads decimals and reckons nothing`() {
    var csv = CSVText(["Mã", "Ghi chú"])
    csv.add([.text("00123"), .text("1.001193"), .text("nói \"thử\"; xong")])
    csv.add([.text("=cmd|' /C calc'!A0"), .text("+84"), .text("-5"), .text("@x")])
    csv.add([.integer(-7), .decimal(1.5), .ratio(0.25), .boolean(true), .empty])
    csv.add([.day(20_775), .minute(20_775 * 1_440 + 485), .decimal(.infinity)])
    let text = String(decoding: csv.bytes, as: UTF8.self)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    #expect(Array(csv.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(lines[1] == #""=""00123""";"=""1.001193""";"nói ""thử""; xong""#)
    #expect(lines[2] == #""'=cmd|' /C calc'!A0";"'+84";"'-5";"'@x""#)
    #expect(lines[3] == "-7;1,5;0,25;1;")
    #expect(lines[4] == "18/11/2026;18/11/2026 08:05;")
  }
}
