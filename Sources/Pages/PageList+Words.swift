import FieldWork

extension PageList {
  /// What the filters ask for, one text each, in the order of their fields; empty for everything.
  ///
  /// What cannot be read, such as a day, leaves nothing out and is not told.
  package func filterWords(_ choice: ListChoice) -> [BilingualText] {
    filters.compactMap { filter in
      let label = filter.field.label + BilingualText(same: ": ")
      guard let value = choice.filters[filter.field.name], filter.problem(value) == nil else {
        return filter.unset.map { label + $0 }
      }
      return label + filter.words(of: value)
    }
  }

  /// What is asked for, as an address has it, without typed text, which may name somebody; nil for all
  /// rows.
  package func namelessQuery(_ choice: ListChoice) -> String? {
    choice.asked(without: Set(filters.filter(\.isOfText).map(\.field.name)))
  }

  /// What the rows are ordered by; nil for their own order.
  package func orderWords(_ choice: ListChoice) -> BilingualText? {
    columns.first { $0.key == choice.order }.map { column in
      choice.isDescending ? column.label + ListWords.turned : column.label
    }
  }
}

extension PageList.Filter {
  /// What was chosen, in the words of the choice; what was typed as it is.
  fileprivate func words(of value: String) -> BilingualText {
    choices?.words(of: value) ?? BilingualText(same: "“\(value)”")
  }
}
