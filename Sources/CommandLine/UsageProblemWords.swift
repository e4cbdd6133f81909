extension UsageProblem {
  /// What is wrong, for the person who typed it.
  package var words: BilingualText {
    switch self {
    case .unknownCommand(let word, let suggestions):
      return BilingualText(
        vi: "không có lệnh \(quoted(word))" + Self.suggest(suggestions, "; có phải ý bạn là: "),
        en: "there is no command \(quoted(word))" + Self.suggest(suggestions, "; did you mean: "))
    case .missingVerb(let noun, let verbs):
      let list = verbs.joined(separator: ", ")
      return BilingualText(
        vi: "sau \(quoted(noun)) cần một trong các từ: \(list)",
        en: "\(quoted(noun)) needs one of these words after it: \(list)")
    case .unknownOption(let option, let suggestion):
      let nearest = suggestion.map { [$0] } ?? []
      return BilingualText(
        vi: "không có tùy chọn \(quoted(option))" + Self.suggest(nearest, "; có phải ý bạn là: "),
        en: "there is no option \(quoted(option))" + Self.suggest(nearest, "; did you mean: "))
    case .missingValue(let argument, let placeholder):
      return BilingualText(
        vi: "\(argument) cần một giá trị: \(argument) \(placeholder)",
        en: "\(argument) needs a value: \(argument) \(placeholder)")
    case .unexpectedValue(let argument):
      return BilingualText(vi: "\(argument) không nhận giá trị", en: "\(argument) takes no value")
    case .repeated(let argument):
      return BilingualText(
        vi: "\(argument) chỉ được dùng một lần", en: "\(argument) may be given only once")
    case .missing(let argument, let help):
      return BilingualText(
        vi: "thiếu \(argument): \(help.vietnamese)", en: "\(argument) is missing: \(help.english)")
    case .unexpectedWord(let word):
      return BilingualText(
        vi: "thừa từ \(quoted(word))", en: "the word \(quoted(word)) is one too many")
    case .tooLong(let argument, let maximum):
      return BilingualText(
        vi: "\(argument) dài quá \(maximum) byte", en: "\(argument) is longer than \(maximum) bytes"
      )
    case .notAnInteger(let argument, let value, let range):
      let (low, high) = (range.lowerBound, range.upperBound)
      return BilingualText(
        vi: "\(argument) phải là số nguyên từ \(low) đến \(high), không phải \(quoted(value))",
        en: "\(argument) must be a whole number from \(low) to \(high), not \(quoted(value))")
    case .notAChoice(let argument, let value, let choices):
      let list = choices.joined(separator: ", ")
      return BilingualText(
        vi: "\(argument) không nhận \(quoted(value)); chọn một trong: \(list)",
        en: "\(argument) does not take \(quoted(value)); choose one of: \(list)")
    case .invalidValue(let argument, let value, let reason):
      return BilingualText(
        vi: "\(argument) \(quoted(value)): \(reason.vietnamese)",
        en: "\(argument) \(quoted(value)): \(reason.english)")
    case .notUTF8(let position):
      return BilingualText(
        vi: "đối số thứ \(position) không phải UTF-8; hãy gõ lại trong cửa sổ lệnh dùng UTF-8",
        en: "argument \(position) is not UTF-8; type it again in a terminal that uses UTF-8")
    case .tooManyArguments(let maximum):
      return BilingualText(
        vi: "dòng lệnh có hơn \(maximum) đối số", en: "the line has more than \(maximum) arguments")
    }
  }

  private static func suggest(_ names: [String], _ lead: String) -> String {
    names.isEmpty ? "" : lead + names.joined(separator: ", ")
  }
}

/// Quotes a piece of input for a message: no control characters, at most 60 characters.
func quoted(_ text: String) -> String {
  let shown = text.prefix(60)
  return "“" + printable(String(shown)) + (shown.endIndex == text.endIndex ? "" : "…") + "”"
}
