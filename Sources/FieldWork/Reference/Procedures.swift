/// The 1,121 procedures on file and the search over them; read on first use.
package enum Procedures {
  /// All procedures, by code.
  package static var all: [Procedure] { table.all }

  /// The procedure with the code; blanks around it are left out.
  package static func procedure(code: String) -> Procedure? {
    table.byCode[code.filter { !$0.isWhitespace }].map { table.all[$0] }
  }

  /// The catalogue of what teams meet most, in its order.
  package static let metMostOften = table.all.filter { $0.catalogueOrdinal != nil }.sorted {
    ($0.catalogueOrdinal ?? 0) < ($1.catalogueOrdinal ?? 0)
  }

  /// The best procedures for words of a name in Vietnamese or English, a sector or a code.
  ///
  /// Words side by side in a name come first, then the catalogue of what teams meet most, then
  /// shorter names: the plain procedure before its special cases; then the order of the catalogue.
  package static func find(_ query: String, limit: Int = 20) -> [Procedure] {
    index.search(query, limit: limit).compactMap { table.byOrdinal[$0.id].map { table.all[$0] } }
  }

  private static let table = Table()

  private static let index: SearchIndex = {
    var index = SearchIndex()
    for (ordinal, number) in table.byOrdinal.sorted(by: { $0.key < $1.key }) {
      let procedure = table.all[number]
      // Some names begin with the word "procedure", which says nothing and makes them longer.
      let prefix = "Thủ tục "
      let name =
        procedure.name.hasPrefix(prefix)
        ? String(procedure.name.dropFirst(prefix.count)) : procedure.name
      index.add(
        id: ordinal,
        fields: [name, procedure.nameEnglish ?? "", procedure.code, procedure.sector],
        precedence: procedure.catalogueOrdinal == nil ? 1 : 0)
    }
    return index
  }()

  private struct Table: Sendable {
    let all: [Procedure]
    let byCode: [String: Int]
    // The catalogue in its order, then the others by code.
    let byOrdinal: [Int64: Int]

    init() {
      var tables: [UInt8: [String]] = [:]
      ReferenceLines.forEach(ProcedureTables.text) { fields in
        tables[fields.letter(0), default: []].append(fields[1])
      }
      let reader = ProcedureReader(tables: tables)
      var all: [Procedure] = []
      for text in [ProcedureData1.text, ProcedureData2.text] {
        ReferenceLines.forEach(text) { all.append(reader.procedure($0)) }
      }
      self.all = all
      var byCode: [String: Int] = [:]
      var byOrdinal: [Int64: Int] = [:]
      for (number, procedure) in all.enumerated() {
        byCode[procedure.code] = number
        byOrdinal[Int64(procedure.catalogueOrdinal ?? 1000 + number)] = number
      }
      self.byCode = byCode
      self.byOrdinal = byOrdinal
    }
  }
}

/// Reads one line of the procedure data.
///
/// Fields: code, name, English name, indexes of sector, publisher and level, channels, times, fees,
/// service level, documents, shortest and longest working days, place in the catalogue, index of
/// the agency, page on the portal, as-of date. Channels are letters (D direct, O online, P post);
/// a time is its channels with a number and a unit (W working days, D days, H hours, M months,
/// Y years, X unknown) or T and the index of a text; a fee is its channels with the index of a text.
private struct ProcedureReader {
  let tables: [UInt8: [String]]

  func procedure(_ fields: ReferenceFields) -> Procedure {
    let asOf = fields[16]
    let isWholeMonth = asOf.utf8.count == 7
    var workingDays: ClosedRange<Int>?
    if let low = fields.number(11), let high = fields.number(12), low <= high {
      workingDays = low...high
    }
    return Procedure(
      code: fields[0], name: fields[1], nameEnglish: fields[2].isEmpty ? nil : fields[2],
      sector: text("S", fields.number(3)), publisher: text("B", fields.number(4)),
      implementationLevel: text("L", fields.number(5)), channels: channels(fields[6]),
      times: byChannel(fields[7], time), fees: byChannel(fields[8]) { text("F", Int($0)) },
      serviceLevel: ServiceLevel(letter: fields.letter(9)), documentCount: fields.number(10),
      workingDays: workingDays, catalogueOrdinal: fields.number(13),
      agency: text("A", fields.number(14)),
      sourceURL: fields[15].isEmpty
        ? nil : "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/\(fields[15])",
      asOf: LocalDate(iso: isWholeMonth ? asOf + "-01" : asOf) ?? .earliest,
      isAsOfWholeMonth: isWholeMonth)
  }

  private func text(_ letter: Unicode.Scalar, _ index: Int?) -> String {
    guard let index, let texts = tables[UInt8(ascii: letter)], texts.indices.contains(index) else {
      return ""
    }
    return texts[index]
  }

  private func channels(_ letters: some StringProtocol) -> [ProcedureChannel] {
    letters.compactMap(ProcedureChannel.init(letter:))
  }

  private func byChannel<Value>(
    _ field: String, _ value: (Substring) -> Value
  ) -> [Procedure.ByChannel<Value>] {
    field.split(separator: ",").map { part in
      let letters = part.prefix { "DOP".contains($0) }
      return Procedure.ByChannel(
        channels: channels(letters), value: value(part.dropFirst(letters.count)))
    }
  }

  private func time(_ part: Substring) -> Procedure.Time {
    if part.hasPrefix("T") { return .text(text("T", Int(part.dropFirst()))) }
    let count = Int(part.dropLast()) ?? 0
    let unit: Term.Unit? =
      switch part.last {
      case "W": .workingDays
      case "D": .calendarDays
      case "H": .hours
      case "M": .months
      default: nil
      }
    if let unit, let term = Term(count, unit) { return .term(term) }
    return part.last == "Y" ? .years(count) : .unknownUnit(count)
  }
}
