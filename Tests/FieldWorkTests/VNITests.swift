import Testing

@testable import FieldWork

struct VNITests {
  @Test(arguments: [
    ("nguye6n4", "nguyễn"), ("nguye64n", "nguyễn"), ("d9u7c1", "đức"), ("d9o6ng2", "đồng"),
    ("ho2a", "hòa"), ("hoa2", "hòa"), ("tra6n2", "trần"), ("phu7o7ng2", "phường"),
    ("phuong72", "phường"), ("d9a8ng5", "đặng"), ("mu7a", "mưa"), ("thuo73", "thuở"),
    ("quo73", "quở"), ("a6n", "ân"), ("dao92", "đào"), ("mai10", "mai"),
  ])
  func `raw keys stand for the word`(keys: String, word: String) {
    #expect(VNI.word(Array(keys.utf8)) == SearchFold.words(word).first)
  }

  @Test(arguments: [
    "17713", "h1", "b12", "xom", "to5x", "a", "9a", "ba9", "be8", "mai99", "", "A1",
  ])
  func `codes and numbers stay as they are`(keys: String) {
    #expect(VNI.word(Array(keys.utf8)) == nil)
  }

  @Test func `Telex and VNI agree on the syllables of every commune`() {
    // What each method types for a mark and a tone, in the order that both accept.
    let marks: [(VietnameseLetter.Mark, String, String)] = [
      (.breve, "w", "8"), (.circumflex, "", "6"), (.horn, "w", "7"), (.stroke, "d", "9"),
    ]
    var compared = 0
    for word in Set(Communes.all.flatMap { SearchFold.words($0.name.lowercased()) }) {
      let scalars = String(decoding: word.toneless, as: UTF8.self).unicodeScalars
      var (telex, vni) = ("", "")
      for scalar in scalars {
        guard let letter = VietnameseLetter.of(scalar.value) else { break }
        let base = String(UnicodeScalar(letter.base))
        let mark = marks.first { $0.0 == letter.mark }
        telex += base + (mark.map { $0.0 == .circumflex ? base : $0.1 } ?? "")
        vni += base + (mark?.2 ?? "")
      }
      let tone = VietnameseLetter.toneMarks.lastIndex { word.exact.suffix(2) == $0[...] } ?? 0
      telex += ["", "f", "r", "x", "s", "j"][tone]
      vni += ["", "2", "3", "4", "1", "5"][tone]
      // A doubled o is a circumflex to Telex: boong cannot be typed raw.
      guard telex != String(decoding: word.base, as: UTF8.self), !vni.contains("oo"),
        let first = Telex.word(Array(telex.utf8)), let second = VNI.word(Array(vni.utf8))
      else { continue }
      #expect(first == word && second == word, "\(telex) \(vni)")
      compared += 1
    }
    #expect(compared > 800)
  }

  @Test func `raw VNI finds the name`() {
    var index = SearchIndex()
    for (number, name) in ["Nguyễn Văn Đức", "Nguyên", "Nguyen"].enumerated() {
      index.add(id: Int64(number), fields: [name])
    }
    #expect(index.search("nguye6n4").map(\.id).first == 0)
    #expect(index.search("nguye6n4 va8n d9u7c1").map(\.id) == [0])
  }
}
