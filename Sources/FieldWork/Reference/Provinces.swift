/// The provinces of today and before; read from the program's own data on first use.
package enum Provinces {
  /// The 34 provinces, by code.
  package static var all: [Province] { table.current }
  /// The 63 provinces before July 2025, by code.
  package static var former: [FormerProvince] { table.former }

  /// The province of today with the two-digit code.
  package static func province(code: String) -> Province? { table.currentByCode[code] }

  /// The province before July 2025 with the two-digit code.
  package static func formerProvince(code: String) -> FormerProvince? { table.formerByCode[code] }

  /// Whether the code names a province of today or an abolished one.
  package static func isKnownCode(_ code: String) -> Bool { table.formerByCode[code] != nil }

  private static let table = Table()

  private struct Table: Sendable {
    var current: [Province] = []
    var former: [FormerProvince] = []
    var currentByCode: [String: Province] = [:]
    var formerByCode: [String: FormerProvince] = [:]

    init() {
      var current: [Province] = []
      var former: [FormerProvince] = []
      ReferenceLines.forEach(ProvinceData.text) { fields in
        if fields.letter(0) == UInt8(ascii: "P") {
          current.append(Province(code: fields[1], name: fields[2]))
        } else {
          former.append(
            FormerProvince(code: fields[1], name: fields[2], successorCode: fields[3]))
        }
      }
      self.current = current
      self.former = former
      for province in current { currentByCode[province.code] = province }
      for province in former { formerByCode[province.code] = province }
    }
  }
}
