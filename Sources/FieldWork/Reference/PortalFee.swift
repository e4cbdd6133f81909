/// A fee as the portal writes it: an amount, then a unit or a remark.
package struct PortalFee: Sendable, Equatable {
  /// What the portal wrote.
  package let text: String
  /// The number before everything else; nil where there is none.
  private let number: Int64?
  /// What stands behind it.
  private let rest: String

  /// Reads a text of the portal.
  package init(_ text: String) {
    self.text = text
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    number = digits.utf8.count <= 12 ? Int64(digits) : nil
    rest = String(text.dropFirst(digits.count).drop(while: \.isWhitespace))
  }

  /// The amount in đồng; nil when it is no plain one.
  ///
  /// Only an amount alone or by unit is taken: "0" before a remark often means that a province sets
  /// the fee. Sums below 1,000 đồng do not exist; the portal's "10 /bản" is a count of thousands or an
  /// error.
  package var amount: Int64? {
    guard let number, rest.isEmpty || rest.hasPrefix("/"), number == 0 || number >= 1_000 else {
      return nil
    }
    return number
  }

  /// In words: an amount with its currency, and anything else as the portal wrote it.
  package var words: BilingualText {
    if let amount {
      return BilingualText(
        vi: Format.money(amount, .vietnamese) + rest, en: Format.money(amount, .english) + rest)
    }
    guard number != nil else { return BilingualText(same: text) }
    return BilingualText(vi: "“\(text)” như cổng ghi", en: "“\(text)” as the portal writes")
  }
}
