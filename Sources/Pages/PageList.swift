import Documents
import FieldWork
import Web

/// A list that people search: it filters, sorts and pages, says what it leaves out, keeps all of
/// that in its address, and gives the same rows as a file.
package struct PageList<Row> {
  /// A column: what a row says there, with its real type, and how it looks.
  package struct Column {
    /// Its stable name, in the address where rows are ordered by it.
    package let key: String
    /// Its heading.
    package let label: BilingualText
    /// What stands there, for files; also for the page where `cell` is nil.
    package let value: (Row) -> SpreadsheetValue
    /// How it looks on the page, where that is more than its value.
    package let cell: ((Row) -> HTML)?
    /// Whether a row comes before another one; nil where nobody orders by it.
    package let comesFirst: ((Row, Row) -> Bool)?
    /// Whether files alone have it, because the page says it in another column.
    package let isOnlyInFiles: Bool

    /// A column of figures, days or texts.
    package init(
      _ key: String, _ label: BilingualText, isOnlyInFiles: Bool = false,
      comesFirst: ((Row, Row) -> Bool)? = nil, cell: ((Row) -> HTML)? = nil,
      value: @escaping (Row) -> SpreadsheetValue
    ) {
      self.key = key
      self.label = label
      self.isOnlyInFiles = isOnlyInFiles
      self.value = value
      self.cell = cell
      self.comesFirst = comesFirst
    }

    /// A column ordered by something of its rows.
    package init<Key: Comparable>(
      _ key: String, _ label: BilingualText, isOnlyInFiles: Bool = false,
      orderedBy order: @escaping (Row) -> Key, cell: ((Row) -> HTML)? = nil,
      value: @escaping (Row) -> SpreadsheetValue
    ) {
      self.init(
        key, label, isOnlyInFiles: isOnlyInFiles, comesFirst: { order($0) < order($1) },
        cell: cell, value: value)
    }
  }

  /// A filter above the list.
  package struct Filter {
    /// Its field; its name stands in the address.
    package let field: PageField
    /// Whether a row passes what was typed or chosen.
    package let keeps: (Row, String) -> Bool
    /// What is wrong with what was typed, which then leaves nothing out.
    let problem: (String) -> BilingualText?
    private let isDay: Bool
    /// What it chooses among by name; nil for other filters.
    let choices: NamedChoices?
    /// What a list has where nothing is chosen; nil for everything.
    let unset: BilingualText?

    /// A field of text.
    package init(
      _ key: String, _ label: BilingualText, keeps: @escaping (Row, String) -> Bool
    ) {
      field = PageField(key, label)
      self.keeps = keeps
      problem = { _ in nil }
      isDay = false
      choices = nil
      unset = nil
    }

    /// A day, as people write it.
    package init(
      day key: String, _ label: BilingualText, keeps: @escaping (Row, LocalDate) -> Bool
    ) {
      field = PageField(key, label, hint: ListWords.dayPattern)
      isDay = true
      self.keeps = { row, text in Self.day(text).map { keeps(row, $0) } ?? true }
      choices = nil
      unset = nil
      problem = { text in
        do throws(InputProblem) {
          _ = try Format.parseDate(text)
          return nil
        } catch {
          return BilingualText(vi: error.message(in: .vietnamese), en: error.message(in: .english))
        }
      }
    }

    /// Whether any text may be typed.
    var isOfText: Bool { !isDay && choices == nil }

    /// The day that a filter of days asks for; nil where it cannot be read.
    package static func day(_ text: String) -> LocalDate? { try? Format.parseDate(text) }

    /// A choice; the first one is everything, or `unset`. Where there are many, a name is typed;
    /// `keeps` hears the value of the choice either way.
    package init(
      _ key: String, _ label: BilingualText, _ choices: [(value: String, words: BilingualText)],
      unset: BilingualText? = nil, keeps: @escaping (Row, String) -> Bool
    ) {
      let choices = NamedChoices(choices)
      self.unset = unset
      field = choices.field(key, label, kept: "", everything: unset ?? Self.everything, .vietnamese)
      self.keeps = keeps
      self.choices = choices
      isDay = false
      problem = { _ in nil }
    }

    private static var everything: BilingualText { BilingualText(vi: "tất cả", en: "all") }

    /// What stands in its field: a day as people write it, also where a link has it otherwise.
    private func shown(_ kept: String) -> String {
      isDay ? Self.day(kept).map(Format.date) ?? kept : kept
    }

    /// Its field with what an address asks for.
    func field(_ choice: ListChoice, _ language: Language) -> PageField {
      let kept = choice.filters[field.name] ?? choice.unclear[field.name] ?? ""
      if let choices {
        return choices.field(
          field.name, field.label, kept: kept, everything: unset ?? Self.everything, language)
      }
      return PageField(
        field.name, field.label, field.kind, value: shown(kept), hint: field.hint,
        error: kept.isEmpty ? nil : problem(kept))
    }
  }

  /// Rows of one page of the list.
  package struct Part {
    /// The rows.
    package let rows: [Row]
    /// How many pass the filters.
    package let total: Int
    /// How many there are without any filter.
    package let all: Int

    /// A part of a list.
    package init(rows: [Row], total: Int, all: Int) {
      self.rows = rows
      self.total = total
      self.all = all
    }
  }

  /// The page's path.
  package let path: String
  /// What the list holds.
  package let caption: BilingualText
  /// Its columns; the first one heads a row.
  package let columns: [Column]
  /// Its filters.
  package let filters: [Filter]
  /// What stands there when there is nothing at all, which more than one thing can mean.
  package let empty: BilingualText
  /// What the list is about, in every address of it.
  package let subject: [NamedValues.Item]
  /// A class of the stylesheet for a row that needs somebody; the words in the row say the same.
  package let style: (Row) -> String?

  /// A list.
  package init(
    _ path: String, _ caption: BilingualText, columns: [Column], filters: [Filter] = [],
    empty: BilingualText, subject: [NamedValues.Item] = [],
    style: @escaping (Row) -> String? = { _ in nil }
  ) {
    self.path = path
    self.caption = caption
    self.columns = columns
    self.filters = filters
    self.empty = empty
    self.subject = subject
    self.style = style
  }

  /// What a query asks of this list.
  package func choice(_ query: NamedValues) -> ListChoice {
    var choice = ListChoice(
      query, filters: filters.map(\.field.name),
      orders: columns.filter { $0.comesFirst != nil }.map(\.key), subject: subject)
    for filter in filters {
      guard let choices = filter.choices, choices.isTyped else { continue }
      choice.settle(filter.field.name, choices.meaning)
    }
    return choice
  }

  /// What is wrong with what an address asks of the filters, which a page says beside them; a file has
  /// no such place. Nil where nothing is.
  package func problem(with query: NamedValues) -> BilingualText? {
    for filter in filters {
      guard let typed = query[filter.field.name], !typed.isEmpty else { continue }
      let text = String(typed.prefix(60))
      let isUnknown = filter.choices.map { choices in
        guard !choices.all.isEmpty, choices.words(of: typed) == nil else { return false }
        if choices.isTyped, case .one = choices.meaning(of: typed) { return false }
        return true
      }
      if let problem = isUnknown == true
        ? ListWords.noChoice(text) + ListWords.noFile : filter.problem(typed)
      {
        return filter.field.label + BilingualText(same: ": ") + problem
      }
    }
    return nil
  }

  /// Those of all rows that pass the filters, in the order that is asked for.
  package func chosen(_ rows: [Row], _ choice: ListChoice) -> [Row] {
    let kept = rows.filter { row in
      filters.allSatisfy { filter in
        choice.filters[filter.field.name].map { filter.keeps(row, $0) } ?? true
      }
    }
    guard let column = columns.first(where: { $0.key == choice.order }),
      let comesFirst = column.comesFirst
    else { return kept }
    // Rows that are alike keep their order, also when it is turned around.
    return kept.enumerated().sorted { left, right in
      let (first, second) = choice.isDescending ? (right, left) : (left, right)
      if comesFirst(first.element, second.element) { return true }
      if comesFirst(second.element, first.element) { return false }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// The page of a list that is here as a whole.
  package func part(of rows: [Row], _ choice: ListChoice) -> Part {
    let chosen = chosen(rows, choice)
    return Part(
      rows: Array(chosen.dropFirst(choice.offset).prefix(ListChoice.rowsPerPage)),
      total: chosen.count, all: rows.count)
  }

  /// The list with its filters, pages and files.
  ///
  /// - Parameters:
  ///   - total: the cells of the row below, one for each column that the page shows.
  ///   - note: what a reader must know about the figures.
  package func html(
    _ part: Part, _ choice: ListChoice, total: [HTML]? = nil, note: BilingualText? = nil,
    files: [PageFrame.Link] = [], _ language: Language
  ) -> HTML {
    let columns = columns.filter { !$0.isOnlyInFiles }
    let isAsked = !filters.isEmpty || columns.contains { $0.comesFirst != nil }
    return HTML.group {
      if isAsked, part.all > 0 {
        form(choice, language)
        matches(choice, language)
      }
      if part.all > 0 { standing(part, choice, language) }
      PageTable(
        caption,
        columns: columns.map { heading($0, part.rows) },
        rows: part.rows.map { row in
          PageTable.Row(columns.map { cell($0, row, language) }, style: style(row))
        },
        total: total.map { PageTable.Row($0) },
        empty: part.all == 0
          ? empty : part.total == 0 ? ListWords.nothingPasses : ListWords.behindTheLast,
        note: note
      ).html(language)
      Pager(number: choice.page, length: ListChoice.rowsPerPage, total: part.total)
        .html(language) { choice.address(path, page: $0) }
      if !files.isEmpty, part.total > 0 {
        element("p", ["class": "actions"]) {
          for file in files {
            element("a", ["href": choice.address(file.path)]) { file.text.text(in: language) }
          }
        }
      }
    }
  }

  /// The filters of a list whose rows nobody knows yet, and why: they leave nothing out.
  package func html(
    unknown words: BilingualText, _ choice: ListChoice, _ language: Language
  ) -> HTML {
    HTML.group {
      form(choice, language)
      matches(choice, language)
      element("p", ["class": "empty", "role": "status"]) { words.text(in: language) }
    }
  }

  /// Figures stand right under each other.
  private func heading(_ column: Column, _ rows: [Row]) -> PageTable.Column {
    // A row may know nothing there.
    switch rows.lazy.map(column.value).first(where: { $0 != .empty }) {
    case .integer, .decimal, .ratio: .number(column.label)
    default: .text(column.label)
    }
  }

  private func cell(_ column: Column, _ row: Row, _ language: Language) -> HTML {
    column.cell?(row) ?? HTML.text(column.value(row).text(in: language))
  }

  /// Filters and order in one GET form: its address can be kept.
  private func form(_ choice: ListChoice, _ language: Language) -> HTML {
    element("form", ["method": "get", "action": path, "class": "filters"]) {
      for item in choice.subject {
        element("input", ["type": "hidden", "name": item.name, "value": item.value])
      }
      for filter in filters { filter.field(choice, language).html(language) }
      if columns.contains(where: { $0.comesFirst != nil }) { orderField(choice).html(language) }
      element("button", ["type": "submit", "class": "quiet"]) { ListWords.show.text(in: language) }
    }
  }

  /// What was typed and may mean several choices, with the way to each.
  private func matches(_ choice: ListChoice, _ language: Language) -> HTML {
    HTML.group {
      for filter in filters {
        if let typed = choice.unclear[filter.field.name], let choices = filter.choices {
          choices.matches(typed, filter.field.label, language) {
            choice.address(path, filter.field.name, $0)
          }
        }
      }
    }
  }

  private func orderField(_ choice: ListChoice) -> PageField {
    let orders = columns.filter { $0.comesFirst != nil }.flatMap { column in
      [
        (value: ListChoice.orderText(column.key, isDescending: false), words: column.label),
        (
          value: ListChoice.orderText(column.key, isDescending: true),
          words: column.label + ListWords.turned
        ),
      ]
    }
    return PageField(
      ListChoice.orderName, ListWords.order,
      .choice([(value: "", words: ListWords.ownOrder)] + orders), value: choice.orderText)
  }

  private func standing(_ part: Part, _ choice: ListChoice, _ language: Language) -> HTML {
    element("p", ["class": "list-standing", "role": "status"]) {
      ListWords.standing(part.total, of: part.all).text(in: language)
      if !choice.filters.isEmpty || !choice.unclear.isEmpty {
        " "
        element("a", ["href": choice.plainAddress(path)]) {
          ListWords.withoutFilters.text(in: language)
        }
      }
    }
  }
}
