import Documents
import FieldWork
import Testing

@testable import Pages

@Suite struct QRCodeFigureTests {
  private let words = BilingualText(vi: "Mã QR của hồ sơ", en: "QR code of the dossier")
  private let caption = BilingualText(vi: "Mã hồ sơ", en: "The dossier's code")

  @Test func `the drawing has every dark module of the code and no other`() throws {
    let code = try QRCode("CAMTAY 17713")
    var drawn = [[Bool]](
      repeating: [Bool](repeating: false, count: code.size + 8), count: code.size + 8)
    for run in QRCodeFigure.path(of: code).split(separator: "M") {
      let numbers = run.split { !$0.isNumber }.compactMap { Int($0) }
      for x in numbers[0]..<(numbers[0] + numbers[2]) { drawn[numbers[1]][x] = true }
    }
    for (y, row) in drawn.enumerated() {
      for (x, isDark) in row.enumerated() {
        let isInside = (4..<code.size + 4).contains(x) && (4..<code.size + 4).contains(y)
        #expect(isDark == (isInside && code.rows[y - 4][x - 4]), "\(x) \(y)")
      }
    }
  }

  @Test func `the drawing is named for who does not see it and its white belongs to it`() throws {
    let html = QRCodeFigure(try QRCode("CAMTAY 17713"), label: words, caption: caption)
      .html(.vietnamese).text
    #expect(html.contains(#"role="img" aria-label="Mã QR của hồ sơ""#))
    #expect(html.contains(#"viewBox="0 0 29 29""#))
    #expect(html.contains(##"<rect fill="#fff" width="29" height="29">"##))
    #expect(html.contains("<figcaption>Mã hồ sơ</figcaption>"))
  }
}
