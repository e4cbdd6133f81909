import SyncProtocol

/// A procedure or service that can be named, as it is called now.
package struct CatalogueEntry: Hashable, Sendable {
  /// Its code.
  package let code: String
  /// What people read.
  package let name: BilingualText
  /// Whether it is an administrative procedure.
  package let isProcedure: Bool
}

/// All procedures and services that can be named: those that the program brings, and over them what
/// the centre keeps in its directory.
package struct ServiceBook: Sendable {
  /// What the directory calls a code; empty where it has no name for it.
  struct Written: Sendable {
    var name: BilingualText
    var isProcedure: Bool
  }

  private let directory: [String: Written]

  /// The program's own.
  package static let shipped = ServiceBook([:])

  init(_ directory: [String: Written]) { self.directory = directory }

  /// All of it, services first, what the program brings before what the centre added.
  package var entries: [CatalogueEntry] {
    let services = FieldService.allCases.map { entry($0.rawValue, isProcedure: false) }
    let procedures = Procedures.all.map { entry($0.code, isProcedure: true) }
    return services + added(isProcedure: false) + procedures + added(isProcedure: true)
  }

  /// What a code stands for; nil where nobody knows it.
  package func entry(of code: String) -> CatalogueEntry? {
    if FieldService(rawValue: code) != nil { return entry(code, isProcedure: false) }
    if Procedures.procedure(code: code) != nil { return entry(code, isProcedure: true) }
    return directory[code].map { entry(code, isProcedure: $0.isProcedure) }
  }

  /// What has all words of a query in its code or names, with or without marks: procedures first.
  /// A query without a letter or digit has no words, and nothing has them.
  package func find(_ query: String) -> [CatalogueEntry] {
    let words = SearchFold.base(query).split(separator: " ")
    guard !words.isEmpty else { return [] }
    var found = Procedures.find(query, limit: .max).map { entry($0.code, isProcedure: true) }
    let known = Set(found.map(\.code))
    func matches(_ entry: CatalogueEntry) -> Bool {
      let text = SearchFold.base("\(entry.code) \(entry.name.vietnamese) \(entry.name.english)")
      return words.allSatisfy { text.contains($0) }
    }
    let written = directory.keys.sorted().compactMap(entry).filter(matches)
    found += written.filter { $0.isProcedure && !known.contains($0.code) }
    found += FieldService.allCases.map { entry($0.rawValue, isProcedure: false) }.filter {
      matches($0) || matches(shippedEntry($0))
        || Self.otherNames(of: $0.code).contains { name in words.allSatisfy(name.contains) }
    }
    return found
      + written.filter { !$0.isProcedure && FieldService(rawValue: $0.code) == nil }
  }

  /// The other names of a service, each as it is searched: all words have to stand in one of them.
  private static func otherNames(of code: String) -> [String] {
    FieldService(rawValue: code)?.otherNames.split(separator: ",")
      .map { SearchFold.base(String($0)) } ?? []
  }

  /// The code of the only procedure or service that has a whole name, with or without its marks.
  func code(named text: String) -> String? {
    guard text.utf8.count <= ServiceNames.maximumNameBytes else { return nil }
    let typed = SearchFold.base(text)
    guard !typed.isEmpty else { return nil }
    var codes = Set(ServiceNames.codes(named: text))
    for (code, written) in directory where !codes.contains(code) {
      let isNamed = [written.name.vietnamese, written.name.english].contains {
        ServiceNames.folded($0).contains(typed)
      }
      if isNamed { codes.insert(code) }
    }
    return codes.count == 1 ? codes.first : nil
  }

  /// The centre's latest word, else the program's; a code that neither knows stands for itself.
  func name(of code: String) -> BilingualText {
    let written = directory[code]?.name
    let service = FieldService(rawValue: code)?.words
    let procedure = service == nil ? Procedures.procedure(code: code) : nil
    func given(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
    let name = given(written?.vietnamese) ?? service?.vietnamese ?? procedure?.name ?? code
    return BilingualText(
      vi: name,
      en: given(written?.english) ?? service?.english ?? procedure?.nameEnglish ?? name)
  }

  private func entry(_ code: String, isProcedure: Bool) -> CatalogueEntry {
    CatalogueEntry(code: code, name: name(of: code), isProcedure: isProcedure)
  }

  private func shippedEntry(_ entry: CatalogueEntry) -> CatalogueEntry {
    ServiceBook.shipped.entry(entry.code, isProcedure: entry.isProcedure)
  }

  private func added(isProcedure: Bool) -> [CatalogueEntry] {
    directory.filter { code, written in
      written.isProcedure == isProcedure && FieldService(rawValue: code) == nil
        && Procedures.procedure(code: code) == nil
    }.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { entry($0, isProcedure: isProcedure) }
  }
}

extension RecordReader {
  /// The stored form of a code that the program or the centre's directory knows; nil for any other.
  package func serviceCode(_ text: String) throws -> String? {
    if let code = ServiceNames.canonicalCode(text) { return code }
    guard text.utf8.count <= ServiceNames.maximumCodeBytes else { return nil }
    let code = text.filter { !$0.isWhitespace }
    return try connection.rows(
      """
      SELECT code FROM (
        SELECT code FROM service WHERE hidden IS NULL AND void_reason IS NULL
        UNION SELECT code FROM procedure_version WHERE hidden IS NULL AND void_reason IS NULL)
      WHERE code = ?1 COLLATE NOCASE AND code <> '' ORDER BY code <> ?1, code LIMIT 1
      """, .text(code)
    ) { try $0.text(at: 0) }.first
  }

  /// The code that somebody means who types a code, or a whole name that only one procedure or service
  /// has, with or without its marks; nil for anything else.
  package func serviceCode(typed text: String) throws -> String? {
    try serviceCode(text) ?? serviceBook().code(named: text)
  }

  /// The name of a procedure or service: the centre's latest word, else the program's; a code that
  /// neither knows stands for itself.
  package func serviceName(of code: String) throws -> BilingualText {
    try serviceBook(only: code).name(of: code)
  }

  /// What can be named here; of one code only, or of all.
  package func serviceBook(only code: String? = nil) throws -> ServiceBook {
    // No text comes after an empty blob.
    let rows = try connection.rows(
      """
      SELECT code, name, NULL, valid_from, 1, rid FROM procedure_version
      WHERE hidden IS NULL AND void_reason IS NULL AND code BETWEEN ?1 AND ?2
      UNION ALL
      SELECT code, name, name_en, valid_from, 0, rid FROM service
      WHERE hidden IS NULL AND void_reason IS NULL AND code BETWEEN ?1 AND ?2
      ORDER BY 5 DESC, 4, 6
      """, .text(code ?? ""), code.map { .text($0) } ?? .blob([])
    ) {
      (
        code: try $0.text(at: 0), vietnamese: try $0.optionalText(at: 1),
        english: try $0.optionalText(at: 2), isProcedure: try $0.integer(at: 4) == 1
      )
    }
    var written: [String: ServiceBook.Written] = [:]
    for row in rows {
      let before = written[row.code]?.name
      written[row.code] = ServiceBook.Written(
        name: BilingualText(
          vi: row.vietnamese ?? before?.vietnamese ?? "",
          en: row.english ?? before?.english ?? ""),
        isProcedure: row.isProcedure)
    }
    return ServiceBook(written)
  }
}
