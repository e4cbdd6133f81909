/// Sorts the words of one command line under the declared arguments and collects every problem.
struct ArgumentParser {
  private let options: [Argument]
  private let positionals: [Argument]
  private(set) var values: [String: [String]] = [:]
  private(set) var problems: [UsageProblem] = []
  private var wordCount = 0

  init(_ arguments: [Argument]) {
    options = arguments.filter { !$0.isPositional }
    positionals = arguments.filter(\.isPositional)
  }

  /// Reads all words; problems are collected, never thrown.
  mutating func parse(_ words: [String]) {
    var index = 0
    var optionsEnded = false
    while index < words.count {
      let word = words[index]
      index += 1
      if optionsEnded || !Self.looksLikeOption(word) {
        takeWord(word)
      } else if word == "--" {
        optionsEnded = true
      } else {
        let next = index < words.count ? words[index] : nil
        if takeOption(word, next: next) { index += 1 }
      }
    }
  }

  /// Adds a problem for every required argument that is absent.
  mutating func requireAll() {
    for argument in options + positionals where argument.isRequired && values[argument.name] == nil
    {
      // An option that stands there without its value has been reported already.
      let isReported = problems.contains {
        if case .missingValue(argument.spelling, _) = $0 { true } else { false }
      }
      if !isReported { problems.append(.missing(argument: argument.spelling, help: argument.help)) }
    }
  }

  /// Whether a word is an option rather than a value; `-` and negative numbers are values.
  static func looksLikeOption(_ word: String) -> Bool {
    let bytes = Array(word.utf8.prefix(2))
    guard bytes.count == 2, bytes[0] == UInt8(ascii: "-") else { return false }
    return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[1])
  }

  /// Splits `--name=value`.
  static func split(_ word: String) -> (name: String, value: String?) {
    let body = word.utf8.dropFirst(2)
    guard word.utf8.starts(with: "--".utf8), let equals = body.firstIndex(of: UInt8(ascii: "="))
    else { return (String(decoding: body, as: UTF8.self), nil) }
    let value = body[body.index(after: equals)...]
    return (
      String(decoding: body[..<equals], as: UTF8.self), String(decoding: value, as: UTF8.self)
    )
  }

  private mutating func takeWord(_ word: String) {
    let last = positionals.last
    guard wordCount < positionals.count || last?.repeats == true, let last else {
      problems.append(.unexpectedWord(word))
      return
    }
    let argument = wordCount < positionals.count ? positionals[wordCount] : last
    wordCount += 1
    store(word, for: argument)
  }

  /// Takes one option and says whether it used the next word as its value.
  private mutating func takeOption(_ word: String, next: String?) -> Bool {
    let (name, attached) = Self.split(word)
    let isLong = word.utf8.starts(with: "--".utf8)
    guard isLong, let argument = options.first(where: { $0.name.utf8.elementsEqual(name.utf8) })
    else {
      let typed = isLong ? "--\(name)" : word
      let nearest = Spelling.nearest(to: name, among: options.map(\.name), limit: 1).first
      problems.append(.unknownOption(typed, suggestion: nearest.map { "--\($0)" }))
      return false
    }
    if argument.isFlag {
      if attached != nil { problems.append(.unexpectedValue(argument: argument.spelling)) }
      values[name] = [""]
      return false
    }
    if let attached {
      store(attached, for: argument)
      return false
    }
    guard let next, !Self.looksLikeOption(next) else {
      problems.append(
        .missingValue(argument: argument.spelling, placeholder: argument.placeholder))
      return false
    }
    store(next, for: argument)
    return true
  }

  private mutating func store(_ value: String, for argument: Argument) {
    if let problem = argument.problem(with: value) { problems.append(problem) }
    if values[argument.name] != nil, !argument.repeats {
      problems.append(.repeated(argument: argument.spelling))
    } else {
      values[argument.name, default: []].append(value)
    }
  }
}
