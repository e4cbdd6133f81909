import Testing

@testable import FieldWork

@Suite struct FileTextTests {
  private static let list = "Thôn;Chủ hộ\nXóm 1;Nguyễn Văn Hùng\n"

  private func latin1(_ text: String) throws -> [UInt8] {
    try text.unicodeScalars.map { try #require(UInt8(exactly: $0.value)) }
  }

  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
  }

  @Test func `Unicode is told by its mark and by its shape`() throws {
    for (bytes, encoding) in [
      (Array(Self.list.utf8), .utf8), ([0xEF, 0xBB, 0xBF] + Array(Self.list.utf8), .utf8),
      ([0xFF, 0xFE] + utf16(Self.list, isBigEndian: false), .utf16LittleEndian),
      ([0xFE, 0xFF] + utf16(Self.list, isBigEndian: true), .utf16BigEndian),
      (utf16(Self.list, isBigEndian: false), .utf16LittleEndian),
      (utf16(Self.list, isBigEndian: true), .utf16BigEndian),
    ] as [([UInt8], FileText.Encoding)] {
      let file = try FileText(bytes)
      #expect(file.text == Self.list && file.encoding == encoding && file.font == nil)
    }
    #expect(try FileText([]).text.isEmpty)
  }

  @Test(arguments: [
    (
      LegacyFont.tcvn3, "NguyÔn V¨n Hïng, Lª ThÞ Hµ, §Æng §øc, Phan Träng TÊn",
      "Nguyễn Văn Hùng, Lê Thị Hà, Đặng Đức, Phan Trọng Tấn"
    ),
    (.tcvn3, "NguyÔn ThÞ ¸nh; th«n §«ng", "Nguyễn Thị Ánh; thôn Đông"),
    (
      .vni, "Nguyeãn Vaên Huøng, Leâ Thò Haø, Ñaëng Ñöùc, Phan Troïng Taán",
      "Nguyễn Văn Hùng, Lê Thị Hà, Đặng Đức, Phan Trọng Tấn"
    ),
    (
      .vni, "PHÖÔÙC THUAÄN; Lyù Thò Myõ; Öùt; quyeån saùch",
      "PHƯỚC THUẬN; Lý Thị Mỹ; Ứt; quyển sách"
    ),
  ])
  func `letters of the fonts before Unicode are converted, as bytes and as text`(
    font: LegacyFont, written: String, meant: String
  ) throws {
    for bytes in [try latin1(written), Array(written.utf8)] {
      let file = try FileText(bytes)
      #expect(file.font == font && file.text == meant, "\(file.text)")
    }
    #expect(try FileText(utf16("a;b\n" + written, isBigEndian: false)).font == font)
  }

  @Test func `every letter of the alphabet survives both fonts`() {
    let tones = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    let tcvn3 = "aµ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËeÌÎÏÐÑªÒÓÔÕÖi×ØÜÝÞoßáâãä«åæçèé¬êëìíîuïñòóô\u{AD}õö÷øùyúûüýþ®"
    #expect(LegacyFont.tcvn3.converted(tcvn3).lowercased() == tones)
    let vni =
      "a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä e eø eû eõ eù eï eâ eà eå eã eá eä "
      + "i ì æ ó í ò o oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï u uø uû uõ uù uï "
      + "ö öø öû öõ öù öï y yø yû yõ yù î ñ"
    #expect(LegacyFont.vni.converted(vni).filter { $0 != " " } == tones)
    let capitals = LegacyFont.vni.converted("AØ AÛ AÕ AÙ AÏ AÊ AÂ Ñ Ì Æ Ó Í Ò Ô Ö Î")
    #expect(capitals == "À Ả Ã Á Ạ Ă Â Đ Ì Ỉ Ĩ Í Ị Ơ Ư Ỵ")
  }

  @Test func `Unicode text is never taken for a font`() throws {
    for text in [
      "Hà; Lò; Cà", "Nguyễn Văn Hùng", "Thôn;Chủ hộ", "Müller; Jürgen; Ångström; Øster", "plain",
      "Hoà\u{300}", "An; Hùng; Tú",
    ] {
      let file = try FileText(Array(text.utf8))
      #expect(file.font == nil, "\(text): \(file.text)")
    }
  }

  @Test func `what is no text is refused`() {
    #expect(throws: FileText.Problem.workbook) { try FileText([0x50, 0x4B, 3, 4, 9]) }
    #expect(throws: FileText.Problem.workbook) { try FileText([0xD0, 0xCF, 0x11, 0xE0]) }
    #expect(throws: FileText.Problem.brokenUTF16) { try FileText([0xFF, 0xFE, 0x41]) }
    #expect(throws: FileText.Problem.brokenUTF16) { try FileText([0xFF, 0xFE, 0x00, 0xD8]) }
    #expect(throws: FileText.Problem.unknownLetters) { try FileText([0x41, 0xFF, 0x00, 0x42]) }
    #expect(throws: FileText.Problem.unknownLetters) {
      try FileText([0x41, 0x90, 0x91, 0x20, 0x93, 0x94, 0x20, 0xFF])
    }
    #expect(throws: FileText.Problem.unknownLetters) { try FileText([0xEF, 0xBB, 0xBF, 0xC3]) }
  }

  @Test func `random bytes never trap`() {
    let seed: UInt64 = 76
    var random = SeededGenerator(seed: seed)
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0x60...0x7A, using: &random)
          : UInt8.random(in: .min ... .max, using: &random)
      }
      _ = try? FileText(bytes)
    }
  }
}
