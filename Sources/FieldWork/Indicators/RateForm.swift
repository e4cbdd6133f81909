/// How a rate is made of measures.
package enum RateForm: Sendable {
  /// The part of some records of which something is so.
  case share(Measure, of: Measure)
  /// A sum by record.
  case average(Measure, of: Measure)
  /// How many.
  case number(Measure)
  /// 1 less the share of late dossiers, less the share of dislike among ratings: Decision 766, 5.4.
  case satisfaction

  /// The measure above the line, and that below it; nil for a number.
  package var measures: [Measure] {
    switch self {
    case .share(let part, let whole), .average(let part, let whole): [part, whole]
    case .number(let measure): [measure]
    case .satisfaction: Self.satisfactionParts.flatMap { [$0.0, $0.1] }
    }
  }

  /// Whether it is counted from what teams did and from households; others are from dossiers, procedures
  /// and residents. The two have no records in common, and of a province there is as much to read for
  /// either.
  package var isOfTeams: Bool {
    measures.allSatisfy { measure in
      switch measure.rule {
      case .visit, .assist, .task, .member, .group, .feedback, .household, .listed: true
      case .dossier, .waiting, .procedure, .resident: false
      }
    }
  }

  /// Whether it reads as a percentage.
  package var isShare: Bool {
    switch self {
    case .share, .satisfaction: true
    case .average, .number: false
    }
  }

  /// Whether laptops report what it counts; the centre itself keeps the directory, the catalogue and
  /// what residents say to it.
  package var restsOnReports: Bool { measures.first?.restsOnReports ?? false }

  /// The shares that satisfaction is less than the whole by.
  static let satisfactionParts: [(Measure, Measure)] = [
    ("dossiers-late", "dossiers-judged"), ("feedback-disliked", "feedback-rated"),
  ].map { (Measure.standing($0), Measure.standing($1)) }
}

extension Measure {
  /// A measure that the program itself names.
  static func standing(_ key: String) -> Measure {
    guard let measure = Measure(named: key) else {
      preconditionFailure("no measure is called \(key)")
    }
    return measure
  }
}
