/// The communes of today and before with the map between them; read on first use.
package enum Communes {
  /// The communes of today, by province and code.
  package static var all: [Commune] { current.all }
  /// The communes before July 2025, by province, district and code.
  package static var former: [FormerCommune] { past.all }

  /// The commune of today with the five-digit code; blanks around it are left out.
  package static func commune(code: String) -> Commune? {
    current.byCode[code.filter { !$0.isWhitespace }].map { current.all[$0] }
  }

  /// The communes of a province of today, by code; none for an unknown province.
  package static func communes(inProvince code: String) -> ArraySlice<Commune> {
    current.byProvince[code].map { current.all[$0] } ?? []
  }

  /// The commune before July 2025 with the five-digit code.
  package static func formerCommune(code: String) -> FormerCommune? {
    past.byCode[code.filter { !$0.isWhitespace }].map { past.all[$0] }
  }

  /// The former communes that went, wholly or in part, into the commune of today.
  package static func predecessors(ofCommune code: String) -> [FormerCommune] {
    (past.bySuccessor[code] ?? []).map { past.all[$0] }
  }

  private static let current = CurrentTable()
  private static let past = FormerTable()

  private struct CurrentTable: Sendable {
    let all: [Commune]
    let byCode: [String: Int]
    let byProvince: [String: Range<Int>]

    init() {
      var all: [Commune] = []
      all.reserveCapacity(3400)
      var byCode: [String: Int] = [:]
      var byProvince: [String: Range<Int>] = [:]
      var province = ""
      ReferenceLines.forEach(CommuneData.text) { fields in
        if fields.letter(0) == UInt8(ascii: "P") {
          province = fields[1]
          byProvince[province] = all.count..<all.count
          return
        }
        byCode[fields[0]] = all.count
        all.append(
          Commune(
            code: fields[0], kind: CommuneKind(letter: fields.letter(1)), name: fields[2],
            provinceCode: province, latitude: Double(fields[3]), longitude: Double(fields[4]),
            areaSquareKilometres: Double(fields[5])))
        let first = byProvince[province]?.lowerBound ?? 0
        byProvince[province] = first..<all.count
      }
      self.all = all
      self.byCode = byCode
      self.byProvince = byProvince
    }
  }

  private struct FormerTable: Sendable {
    let all: [FormerCommune]
    let byCode: [String: Int]
    let bySuccessor: [String: [Int]]

    init() {
      var all: [FormerCommune] = []
      all.reserveCapacity(10_100)
      var byCode: [String: Int] = [:]
      var bySuccessor: [String: [Int]] = [:]
      for text in [FormerCommuneData1.text, FormerCommuneData2.text, FormerCommuneData3.text] {
        var province = ""
        var district = ""
        ReferenceLines.forEach(text) { fields in
          if fields.letter(0) == UInt8(ascii: "D") {
            (province, district) = (fields[1], fields[3])
            return
          }
          let successors = fields[3].split(separator: ",").map { part in
            FormerCommune.Successor(
              code: String(part.prefix(5)), isPart: part.utf8.count > 5,
              isDefault: !part.hasSuffix("~"))
          }
          byCode[fields[0]] = all.count
          for successor in successors { bySuccessor[successor.code, default: []].append(all.count) }
          all.append(
            FormerCommune(
              code: fields[0], kind: CommuneKind(letter: fields.letter(1)), name: fields[2],
              district: district, provinceCode: province, successors: successors))
        }
      }
      self.all = all
      self.byCode = byCode
      self.bySuccessor = bySuccessor
    }
  }
}
