import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// Adults who still lack VNeID level 2: how many in each hamlet, where every number opens exactly its
/// residents.
struct IdentityPages {
  static let path = "/vneid"

  static let routes =
    [PageRoute(.get, path, access: .coordinator) { try IdentityPages($0).page() }]
    // Before the hamlets, one of which it would be taken for.
    + IdentityPeoplePage.routes + IdentityHamletPage.routes
    + ListFileFormat.routes(of: path, access: .coordinator) { request, format in
      let page = try IdentityPages(request)
      return try ListFile(page.list, format, name: "vneid-con-thieu").answer(
        request, rows: page.gaps,
        lead: [(ReportWords.source, .text(ReportWords.sourceText.text(in: request.language)))])
    }

  private let request: PageRequest
  private let language: Language
  private let question: IdentityQuestion
  private let gaps: [IdentityGap]

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    (question, gaps) = try IdentityQuestion.ask(request) { reader, query in
      try IdentityGap.gather(query, reader, on: request.today)
    }
  }

  private func page() throws -> HTTPResponse {
    let list = list
    let choice = list.choice(request.http.query)
    let strip = try request.strip(within: question.reached)
    var frame = request.frame(IdentityWords.title)
    frame.lead = question.reached.words
    return .html(
      frame.page {
        strip
        question.form(Self.path, language)
        if question.isAnswered {
          if !gaps.isEmpty { figures }
          panel(lead: IdentityWords.lead.text(in: language)) {
            list.html(
              list.part(of: gaps, choice), choice, note: ReportWords.sourceText,
              files: ListFileFormat.links(of: Self.path), language)
          }
        }
      }, status: question.problem == nil ? 200 : 422)
  }

  private var figures: HTML {
    func sum(_ part: IdentityPart) -> Int { gaps.reduce(0) { $0 + $1.count(part) } }
    func shown(_ number: Int) -> String { Format.integer(Int64(number), language) }
    func figure(_ part: IdentityPart) -> PageFigure {
      PageFigure(part.words, sum(part), to: question.address(of: part), language)
    }
    let share = Ratio(Int64(sum(.level2)), of: Int64(sum(.adults)))?.hundredthsOfPercent
    return PageFigure.row(
      [
        figure(.adults),
        PageFigure(
          IdentityWords.level2, "\(shown(sum(.level2)))/\(shown(sum(.adults)))",
          details: [
            BilingualText(
              vi: TrainerCells.text(share: share, .vietnamese),
              en: TrainerCells.text(share: share, .english))
          ], address: sum(.level2) > 0 ? question.address(of: .level2) : nil),
        figure(.missing), figure(.ageUnknown),
      ], language)
  }

  private var list: PageList<IdentityGap> {
    typealias Column = PageList<IdentityGap>.Column
    let (question, language) = (question, language)
    func number(_ part: IdentityPart) -> Column {
      Column(
        part.rawValue, part.words, orderedBy: { $0.count(part) },
        cell: { gap in
          PageTable.number(
            gap.count(part),
            to: question.address(of: part, in: IdentityPeoplePage.value(of: gap.place)), language)
        }, value: { .integer(Int64($0.count(part))) })
    }
    func name(_ gap: IdentityGap) -> String {
      gap.place?.name ?? IdentityWords.noHamlet.text(in: language)
    }
    return PageList(
      Self.path, IdentityWords.byHamlet,
      columns: [
        Column(
          "hamlet", IdentityWords.hamlet,
          cell: { gap in
            guard let place = gap.place, gap.count(.missing) > 0 else { return .text(name(gap)) }
            return element("a", ["href": "\(Self.path)/\(place.codeText)"]) { name(gap) }
          }, value: { .text(name($0)) }),
        Column("commune", IdentityWords.commune) { .text($0.commune) },
        number(.adults), number(.level2),
        Column(
          "share", IdentityWords.share,
          orderedBy: { Double($0.count(.level2)) / Double(max(1, $0.count(.adults))) },
          cell: { gap in
            .text(
              TrainerCells.text(
                share: Ratio(Int64(gap.count(.level2)), of: Int64(gap.count(.adults)))?
                  .hundredthsOfPercent, language))
          },
          value: { gap in
            gap.count(.adults) == 0
              ? .empty : .ratio(Double(gap.count(.level2)) / Double(gap.count(.adults)))
          }),
        number(.missing), number(.level1), number(.without), number(.notAsked),
        number(.ageUnknown),
      ],
      filters: [
        PageList.Filter("q", IdentityWords.hamlet) { gap, typed in
          SearchFold.base(name(gap)).contains(SearchFold.base(typed))
        },
        PageList.Filter("commune", IdentityWords.commune) { gap, typed in
          SearchFold.base(gap.commune).contains(SearchFold.base(typed))
        },
      ], empty: IdentityWords.none,
      subject: question.items)
  }
}
