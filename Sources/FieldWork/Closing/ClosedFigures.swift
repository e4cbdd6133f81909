import SyncProtocol

/// What a closing holds of the numbers of its month, and of earlier closed ones that had changed.
///
/// Kept as lines of text, which any program can read: the month, the dimension (`total` for the
/// whole month), eleven numbers with `-` for "none", and the key as the rest of the line: a number
/// after `i`, a text after `t`, nothing for "not recorded".
package struct ClosedFigures: Hashable, Sendable {
  /// A month's number of one group.
  package struct Line: Hashable, Sendable {
    /// The month, as `Period.description` has it.
    package let month: String
    /// The name of the dimension; `total` for the whole month.
    package let dimension: String
    /// Where it stands along the dimension.
    package let key: CountKey
  }

  /// The dimensions that are kept beside the total, the most telling first: a great centre's last
  /// ones are left out where an operation could not hold them.
  package static let dimensions: [CountDimension] = [.day, .team, .hamlet, .service]

  /// The numbers by line.
  package internal(set) var numbers: [Line: CountNumbers] = [:]

  /// No figures.
  package init() {}

  /// Adds a month as it is counted now, without what differs in nothing from `known`.
  mutating func add(_ counts: [Count], of month: Period, besides known: ClosedFigures? = nil) {
    func add(_ line: Line, _ value: CountNumbers) {
      if let known, known.numbers[line] ?? CountNumbers.none == value { return }
      numbers[line] = value
    }
    var present: Set<Line> = []
    for count in counts {
      let total = Line(month: month.description, dimension: Self.total, key: .none)
      add(total, count.total)
      guard let dimension = count.query.dimensions.first else { continue }
      for group in count.groups {
        let line = Line(
          month: month.description, dimension: dimension.key, key: group.keys.first ?? .none)
        present.insert(line)
        add(line, group.numbers)
      }
    }
    // A group of which nothing is left is told, or it would seem to stand.
    let counted = Set(counts.flatMap(\.query.dimensions).map(\.key))
    for line in known?.numbers.keys.sorted(by: Self.precedes) ?? []
    where line.month == month.description && counted.contains(line.dimension)
      && !present.contains(line)
    {
      add(line, .none)
    }
  }

  /// Takes over what later figures say of a month.
  mutating func overlay(_ later: ClosedFigures, of month: Period) {
    for (line, value) in later.numbers where line.month == month.description {
      numbers[line] = value
    }
  }

  /// The numbers of a whole month; nil where it is not among them.
  package func total(of month: Period) -> CountNumbers? {
    numbers[Line(month: month.description, dimension: Self.total, key: .none)]
  }

  /// The name of the whole month among dimensions.
  package static let total = "total"

  static func precedes(_ left: Line, _ right: Line) -> Bool {
    if left.month != right.month { return left.month < right.month }
    if left.dimension != right.dimension {
      let order = [total] + dimensions.map(\.key)
      let places = (order.firstIndex(of: left.dimension), order.firstIndex(of: right.dimension))
      return (places.0 ?? .max, left.dimension) < (places.1 ?? .max, right.dimension)
    }
    return CountKey.precedes(left.key, right.key) ?? false
  }
}

extension ClosedFigures {
  /// Bytes of an element of the set, and of all of them: a batch holds an act whole.
  private static let elementBytes = 32 << 10
  private static let allBytes = 160 << 10

  /// The elements that hold the lines.
  var elements: [String] {
    var elements: [String] = []
    var element = ""
    var size = 0
    for line in numbers.keys.sorted(by: Self.precedes) {
      guard let value = numbers[line] else { continue }
      let text = Self.text(of: line, value)
      size += text.utf8.count + 1
      if size > Self.allBytes { break }
      if element.utf8.count + text.utf8.count >= Self.elementBytes {
        elements.append(element)
        element = ""
      }
      element += (element.isEmpty ? "" : "\n") + text
    }
    return element.isEmpty ? elements : elements + [element]
  }

  /// Reads elements; lines that this version does not understand are left out.
  init(elements: [String]) {
    for element in elements {
      for text in element.split(separator: "\n") {
        guard let (line, value) = Self.line(text) else { continue }
        numbers[line] = value
      }
    }
  }

  private static func text(of line: Line, _ value: CountNumbers) -> String {
    let key =
      switch line.key {
      case .none: ""
      case .integer(let number): "i\(number)"
      case .text(let text): "t" + text.filter { !$0.isNewline }
      }
    let numbers = value.list.map { $0.map(String.init) ?? "-" }.joined(separator: " ")
    return "\(line.month) \(line.dimension) \(numbers) \(key)"
  }

  private static func line(_ text: Substring) -> (Line, CountNumbers)? {
    let parts = text.split(
      separator: " ", maxSplits: CountNumbers.listCount + 2, omittingEmptySubsequences: false)
    guard parts.count == CountNumbers.listCount + 3 else { return nil }
    var list: [Int?] = []
    for part in parts[2..<parts.count - 1] {
      guard part != "-" else {
        list.append(nil)
        continue
      }
      guard let number = Int(part), (0...1_000_000_000_000).contains(number) else { return nil }
      list.append(number)
    }
    let key: CountKey
    let typed = parts[parts.count - 1]
    switch typed.first {
    case nil: key = .none
    case "i":
      guard let number = Int64(typed.dropFirst()) else { return nil }
      key = .integer(number)
    case "t": key = .text(String(typed.dropFirst()))
    default: return nil
    }
    guard let value = CountNumbers(list: list) else { return nil }
    return (Line(month: String(parts[0]), dimension: String(parts[1]), key: key), value)
  }
}

extension CountNumbers {
  /// Nothing counted, of a kind of group that visits and dossiers may stand in.
  static let none: CountNumbers = {
    var numbers = CountNumbers()
    (numbers.visits, numbers.submissions) = (0, 0)
    return numbers
  }()

  static let listCount = 11

  /// All numbers in the order of the lines.
  fileprivate var list: [Int?] {
    [
      visits, countedAssists, provisionalAssists, otherAssists, residents, residentsAtMost,
      anonymousAssists, submissions, voidedAssists, unnamedAssists, involvedResidents,
    ]
  }

  fileprivate init?(list: [Int?]) {
    self.init()
    let needed = [list[1], list[2], list[3], list[4], list[5], list[6], list[8], list[9], list[10]]
    let present = needed.compactMap { $0 }
    guard present.count == needed.count else { return nil }
    visits = list[0]
    submissions = list[7]
    (countedAssists, provisionalAssists, otherAssists) = (present[0], present[1], present[2])
    (residents, residentsAtMost, anonymousAssists) = (present[3], present[4], present[5])
    (voidedAssists, unnamedAssists, involvedResidents) = (present[6], present[7], present[8])
  }
}
