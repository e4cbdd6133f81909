/// The code that a portal gives a dossier: opaque text, of which only the shape can be doubted.
package enum DossierCode {
  /// What such a code looks like, and what to choose where there is none.
  package static let shape = BilingualText(
    vi: "Mã do cổng dịch vụ công cấp, có chữ số và viết liền, như H12.99-261118-0007; chưa có "
      + "mã thì chọn “\(EvidenceKind.spokenConfirmation.words.vietnamese)”.",
    en: "The portal gives the code: it has digits and no words, such as H12.99-261118-0007; where "
      + "there is none, choose “\(EvidenceKind.spokenConfirmation.words.english)”.")

  /// D with its bar, which some authorities' codes have.
  private static let crossed: Set<Character> = ["\u{0110}", "\u{0111}"]

  /// Whether a text is hardly the code of a dossier: it has no digit, a letter that no code is
  /// written with, or words beside each other. It may be one all the same, so that somebody is asked.
  package static func isUnlike(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return false }
    let isWord = words.map { $0.allSatisfy(\.isLetter) && $0.count > 1 }
    return !text.contains(where: \.isNumber)
      || text.contains { $0.isLetter && !$0.isASCII && !crossed.contains($0) }
      || zip(isWord, isWord.dropFirst()).contains { $0 && $1 }
  }
}
