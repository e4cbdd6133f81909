/// Who set the time limit of a dossier.
package enum LimitBasis: Int64, RecordEnumeration {
  /// The law, for the whole country.
  case law = 1
  /// The unit that decides, by a shorter limit of its own.
  case unit = 2
  /// Whoever recorded the dossier typed it.
  case typed = 3

  /// The stable name.
  package var name: String {
    switch self {
    case .law: "law"
    case .unit: "unit"
    case .typed: "typed"
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .law: BilingualText(vi: "theo luật", en: "by law")
    case .unit: BilingualText(vi: "địa phương rút ngắn", en: "shortened by the unit")
    case .typed: BilingualText(vi: "người ghi nhập", en: "as typed")
    }
  }
}

extension Submission {
  /// When it was filed; where nobody gave the hour, that none is known and from when the limit runs.
  package var receivedWords: BilingualText? {
    received.map {
      $0.isDayAlone
        ? Self.wordsOfReceipt(onDayAlone: $0.date) : BilingualText(same: Format.dateTime($0))
    }
  }

  /// A receipt of which only the day is known.
  package static func wordsOfReceipt(onDayAlone day: LocalDate) -> BilingualText {
    BilingualText(
      vi: "\(Format.date(day)) (không rõ giờ, tính từ đầu ngày)",
      en: "\(Format.date(day)) (hour not known, counted from the start of the day)")
  }

  /// The time limit and who set it; nil where none is known.
  package var limitWords: BilingualText? {
    term.map { term in
      BilingualText(
        vi: [term.label(.vietnamese), limitBasis?.words.vietnamese].compactMap { $0 }
          .joined(separator: ", "),
        en: [term.label(.english), limitBasis?.words.english].compactMap { $0 }
          .joined(separator: ", "))
    }
  }
}
