import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// The residents behind a number of VNeID, in the order of their hamlets. Who is not to be named
/// stands there without a name, so that there are as many lines as the number says.
struct IdentityPeoplePage {
  static let path = "\(IdentityPages.path)/people"
  private static let partName = "part"
  private static let hamletName = "hamlet"
  private static let noHamlet = "none"

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator, isNoted: true) {
        try IdentityPeoplePage($0).page()
      }
    ]
    + ListFileFormat.routes(of: path, access: .coordinator) { request, format in
      try IdentityPeoplePage(request).file(format)
    }

  /// Where the residents of a part are; in one hamlet where its value is given.
  static func address(
    of part: IdentityPart, in hamlet: String?, _ further: [NamedValues.Item]
  ) -> String {
    let items =
      further + [NamedValues.Item(name: partName, value: part.rawValue)]
      + (hamlet.map { [NamedValues.Item(name: hamletName, value: $0)] } ?? [])
    return "\(path)?\(NamedValues(items).encoded)"
  }

  /// What stands in addresses for a hamlet, or for none.
  static func value(of place: Place?) -> String { place?.codeText ?? noHamlet }

  /// A resident; who they are is read for those that are shown.
  private struct Line: Sendable {
    let standing: IdentityStanding
    let hamlet: Place?
    let commune: String
    var resident: Resident?
    var household: Household?
    var isWithheld = false

    var value: String { IdentityPeoplePage.value(of: hamlet) }
  }

  private let request: PageRequest
  private let language: Language
  private let question: IdentityQuestion
  private let lines: [Line]

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let today = request.today
    (question, lines) = try IdentityQuestion.ask(request) { reader, query in
      let map = try PlaceMap(reader)
      return try reader.identityStandings(query, by: today)
        .filter { standing in IdentityPart.allCases.contains { $0.holds(standing) } }
        .map { standing in
          let hamlet = map.hamlet(of: standing, on: today)
          return Line(
            standing: standing, hamlet: hamlet, commune: map.commune(of: hamlet, on: today))
        }
        .map { (order: NaturalOrder($0.hamlet?.name ?? ""), line: $0) }
        .sorted { left, right in
          if left.order < right.order { return true }
          if right.order < left.order { return false }
          return (left.line.value, left.line.standing.row)
            < (right.line.value, right.line.standing.row)
        }.map(\.line)
    }
  }

  private func page() throws -> HTTPResponse {
    let list = list(withNames: true)
    let choice = list.choice(request.http.query)
    let part = list.part(of: lines, choice)
    let shown = PageList.Part(rows: try named(part.rows), total: part.total, all: part.all)
    let strip = try request.strip(within: question.reached)
    var frame = request.frame(IdentityWords.people)
    frame.lead = question.reached.words
    return .html(
      frame.page {
        strip
        question.form(Self.path, language)
        if question.isAnswered {
          panel {
            list.html(
              shown, choice, note: IdentityWords.unnamed,
              files: ListFileFormat.links(of: Self.path), language)
          }
        }
        element("p", ["class": "not-printed"]) {
          element("a", ["href": back]) { IdentityWords.back.text(in: language) }
        }
      }, status: question.problem == nil ? 200 : 422)
  }

  private var back: String {
    let items = question.items
    return items.isEmpty
      ? IdentityPages.path : "\(IdentityPages.path)?\(NamedValues(items).encoded)"
  }

  /// Lines with who they are about, as far as that is to be named.
  private func named(_ lines: [Line]) throws -> [Line] {
    guard !lines.isEmpty else { return [] }
    return try request.centre.read { reader in
      let withheld = try WithheldNames(reader)
      return try lines.map { line in
        var line = line
        let standing = line.standing
        guard try !withheld.withholds(resident: standing.row, of: standing.household),
          let resident = try reader.record(Resident.self, standing.row)
        else {
          line.isWithheld = true
          return line
        }
        line.resident = resident
        line.household = try reader.record(Household.self, standing.household)
        return line
      }
    }
  }

  /// Without names, which leave the house by an export with its purpose alone.
  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    let list = list(withNames: false)
    return try ListFile(list, format, name: "vneid-nguoi-dan").answer(
      request, rows: lines,
      lead: [(ReportWords.source, .text(ReportWords.sourceText.text(in: language)))])
  }

  private func list(withNames: Bool) -> PageList<Line> {
    var hamlets: [(value: String, words: BilingualText)] = []
    var seen: Set<String> = []
    for line in lines where seen.insert(line.value).inserted {
      let name = BilingualText(
        vi: line.hamlet?.name ?? IdentityWords.noHamlet.vietnamese,
        en: line.hamlet?.name ?? IdentityWords.noHamlet.english)
      hamlets.append(
        (line.value, line.hamlet == nil ? name : name + BilingualText(same: ", \(line.commune)")))
    }
    return PageList(
      Self.path, IdentityWords.people,
      columns: (withNames ? namedColumns : []) + columns,
      filters: [
        PageList.Filter(
          Self.partName, IdentityWords.part,
          IdentityPart.allCases.map { (value: $0.rawValue, words: $0.words) }
        ) { line, asked in IdentityPart(rawValue: asked)?.holds(line.standing) ?? true },
        PageList.Filter(Self.hamletName, IdentityWords.hamlet, hamlets) { line, asked in
          line.value == asked
        },
      ], empty: IdentityWords.none, subject: question.items)
  }

  private typealias Column = PageList<Line>.Column

  private var namedColumns: [Column] {
    let language = language
    return [
      Column("name", IdentityWords.name) { line in
        guard !line.isWithheld else { return .text(IdentityWords.notNamed.text(in: language)) }
        return .text(line.resident?.fullName ?? "—")
      },
      Column("born", IdentityWords.born) { .text($0.resident?.birthText ?? "—") },
      Column(
        "household", IdentityWords.household,
        cell: { PageTable.cell($0.household?.name ?? "—", detail: $0.household?.codeText) },
        value: { .optional($0.household?.name) }),
      Column("address", IdentityWords.address) { .text($0.household?.address ?? "—") },
    ]
  }

  private var columns: [Column] {
    let language = language
    func hamlet(_ line: Line) -> String {
      line.hamlet?.name ?? IdentityWords.noHamlet.text(in: language)
    }
    return [
      Column(
        Self.hamletName, IdentityWords.hamlet,
        cell: { PageTable.cell(hamlet($0), detail: $0.commune) }, value: { .text(hamlet($0)) }),
      Column("commune", IdentityWords.commune, isOnlyInFiles: true) { .text($0.commune) },
      Column("level", IdentityWords.level, orderedBy: { $0.standing.level ?? -1 }) {
        .text(IdentityWords.words(ofLevel: $0.standing.level).text(in: language))
      },
      Column("age", IdentityWords.age) { line in
        .text(
          (line.standing.isAdult == nil ? IdentityPart.ageUnknown : .adults).words
            .text(in: language))
      },
    ]
  }
}
