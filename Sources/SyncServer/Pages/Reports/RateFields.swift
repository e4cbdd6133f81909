import FieldWork
import Pages
import Web

/// What stands above every list of rates or components: the period, which laptops it covers, and one
/// GET form for what is asked for.
struct RateFields {
  private let request: PageRequest
  private let question: RateQuestion
  private let further: [PageField]
  private let isOfSet: Bool

  /// The fields of a set of indicators: which unit, and whom the set scores.
  init(_ request: PageRequest, _ question: RateQuestion) {
    self.init(request, question, further: [], isOfSet: true)
  }

  private init(
    _ request: PageRequest, _ question: RateQuestion, further: [PageField], isOfSet: Bool
  ) {
    self.request = request
    self.question = question
    self.further = further
    self.isOfSet = isOfSet
  }

  /// The fields of rates: which unit, what they are divided by, and which of them.
  func ofRates(_ rate: Rate?) -> RateFields {
    let divisions = RateQuestion.divisions.map { (value: $0.key, words: $0.words) }
    let division = PageField(
      RateQuestion.divisionName, RatePageWords.division,
      .choice([(value: "", words: RatePageWords.undivided)] + divisions),
      value: question.division?.key ?? "")
    let which = PageField(
      RatePartsPage.rateName, RatePageWords.rate,
      .choice(
        [(value: "", words: RatePageWords.all)]
          + Rate.all.map { (value: $0.key, words: CoordinatorWords.capitalised($0.words)) }),
      value: rate?.key ?? "")
    return RateFields(
      request, question, further: question.division == nil ? [division] : [division, which],
      isOfSet: false)
  }

  /// A page with these above its content.
  func page(
    _ title: BilingualText, _ coverage: Coverage, within reached: ReachedWork,
    @HTMLBuilder _ content: () throws -> HTML
  ) throws -> HTTPResponse {
    var frame = request.frame(title)
    frame.lead = reached.words
    let form = try form(within: reached)
    let content = try content()
    return .html(
      frame.page {
        PeriodPicker(question.choice, query: NamedValues(question.itemsBesidePeriod))
          .html(request.language)
        request.strip(coverage)
        form
        content
      })
  }

  private func form(within reached: ReachedWork) throws -> HTML {
    let language = request.language
    let units =
      reached.isEverything
      ? try request.units(on: min(question.choice.period.to, request.today)) : []
    return element("form", ["method": "get", "class": "filters"]) {
      hidden(question.periodItem.name, question.periodItem.value)
      if !units.isEmpty {
        PageField(
          RateQuestion.unitName, CoordinatorWords.capitalised(CountDimension.unit.words),
          .choice([(value: "", words: RatePageWords.all)] + units), value: question.unit ?? ""
        ).html(language)
      }
      if isOfSet {
        PageField(
          RateQuestion.levelName, RatePageWords.level,
          .choice(
            IndicatorScores.Level.allCases.map {
              (value: $0.rawValue, words: RatePageWords.words($0))
            }
          ),
          value: question.level.rawValue
        ).html(language)
      }
      for field in further { field.html(language) }
      element("button", ["type": "submit", "class": "quiet"]) {
        ReportWords.show.text(in: language)
      }
    }
  }
}
