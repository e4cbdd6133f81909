/// What the program itself knows of the codes that assists and submissions carry; `RecordReader` adds
/// what the centre keeps.
enum ServiceNames {
  /// The code in its stored form when a procedure or service has it; nil otherwise.
  static func canonicalCode(_ text: String) -> String? {
    guard text.utf8.count <= maximumCodeBytes else { return nil }
    let code = text.filter { !$0.isWhitespace }
    if let service = FieldService(rawValue: code.lowercased()) { return service.rawValue }
    return Procedures.procedure(code: code)?.code
  }

  /// The codes of what has a whole name, with or without its marks.
  static func codes(named text: String) -> [String] {
    codesByName[SearchFold.base(text)] ?? []
  }

  /// A name as it is compared: without its marks, and without the "procedure of" with which half of
  /// the names begin, since people leave it out.
  static func folded(_ name: String) -> [String] {
    let whole = SearchFold.base(name)
    let prefix = "thu tuc "
    return [whole] + (whole.hasPrefix(prefix) ? [String(whole.dropFirst(prefix.count))] : [])
  }

  /// A code longer than any of a procedure or service is not looked up.
  static let maximumCodeBytes = 60

  /// A name longer than any of a procedure is not looked up.
  static let maximumNameBytes = 1_500

  private static let codesByName: [String: [String]] = {
    var codes: [String: [String]] = [:]
    func add(_ name: String, _ code: String) {
      for folded in folded(name) where !folded.isEmpty && codes[folded]?.contains(code) != true {
        codes[folded, default: []].append(code)
      }
    }
    for service in FieldService.allCases {
      add(service.words.vietnamese, service.rawValue)
      add(service.words.english, service.rawValue)
    }
    for procedure in Procedures.all { add(procedure.name(.vietnamese), procedure.code) }
    return codes
  }()
}
