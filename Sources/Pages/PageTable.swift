import FieldWork
import Web

/// A table that a screen reader can follow: a caption, a scope on every heading, figures aligned.
///
/// Without rows it says why there are none, because "nothing" has more than one meaning.
package struct PageTable {
  /// A column.
  package struct Column {
    /// Its heading.
    package let label: BilingualText
    /// Whether it holds figures, which stand right under each other.
    package let isNumber: Bool

    /// A column of text.
    package static func text(_ label: BilingualText) -> Column {
      Column(label: label, isNumber: false)
    }

    /// A column of figures.
    package static func number(_ label: BilingualText) -> Column {
      Column(label: label, isNumber: true)
    }
  }

  /// A row; its first cell is its heading.
  package struct Row {
    /// One cell for each column.
    package let cells: [HTML]
    /// A class of the stylesheet such as `row-missing`; the words in the row say the same.
    package let style: String?

    /// A row of cells.
    package init(_ cells: [HTML], style: String? = nil) {
      self.cells = cells
      self.style = style
    }
  }

  /// What the table shows.
  package var caption: BilingualText
  /// Its columns.
  package var columns: [Column]
  /// Its rows.
  package var rows: [Row]
  /// The row of totals below.
  package var total: Row?
  /// What stands there when there are no rows.
  package var empty: BilingualText
  /// What a reader must know about the figures.
  package var note: BilingualText?

  /// A table; every row has as many cells as there are columns.
  package init(
    _ caption: BilingualText, columns: [Column], rows: [Row], total: Row? = nil,
    empty: BilingualText, note: BilingualText? = nil
  ) {
    precondition(
      (rows + [total].compactMap { $0 }).allSatisfy { $0.cells.count == columns.count },
      "a cell for every column")
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.total = total
    self.empty = empty
    self.note = note
  }

  /// Whether it is kept from the width of the page: few columns of which one holds figures.
  private var isNarrow: Bool { columns.count <= 3 && columns.contains(where: \.isNumber) }

  /// The table in one language.
  package func html(_ language: Language) -> HTML {
    let caption = caption.text(in: language)
    return HTML.group {
      if rows.isEmpty {
        element("h2") { caption }
        element("p", ["class": "empty"]) { empty.text(in: language) }
      } else {
        // The region can be scrolled by keyboard where a narrow window cuts it.
        element(
          "div",
          ["class": "table-scroll", "role": "region", "tabindex": "0", "aria-label": caption]
        ) {
          element("table", ["class": isNarrow ? "few-columns" : nil]) {
            element("caption") { caption }
            element("thead") {
              element("tr") {
                for column in columns {
                  element("th", ["scope": "col", "class": column.isNumber ? "number" : nil]) {
                    column.label.text(in: language)
                  }
                }
              }
            }
            element("tbody") { for row in rows { html(row) } }
            if let total { element("tfoot") { html(total) } }
          }
        }
        if let note { element("p", ["class": "table-note"]) { note.text(in: language) } }
      }
    }
  }

  private func html(_ row: Row) -> HTML {
    element("tr", ["class": row.style]) {
      for (index, (column, cell)) in zip(columns, row.cells).enumerated() {
        let style = column.isNumber ? "number" : nil
        if index == 0 {
          element("th", ["scope": "row", "class": style]) { cell }
        } else {
          element("td", ["class": style]) { cell }
        }
      }
    }
  }
}

extension PageTable {
  /// A figure with its thousands parted; a dash where there is no such number, which is not 0.
  package static func number(_ value: Int?, _ language: Language) -> HTML {
    HTML.text(value.map { Format.integer(Int64($0), language) } ?? "—")
  }

  /// A figure as the way to exactly its records; nothing leads to nothing.
  package static func number(_ value: Int, to address: String?, _ language: Language) -> HTML {
    guard value > 0, let address else { return number(value, language) }
    return element("a", ["href": address]) { number(value, language) }
  }

  /// A cell with a second, quieter line.
  package static func cell(_ text: String, detail: String?) -> HTML {
    HTML.group {
      text
      if let detail { element("span", ["class": "detail"]) { detail } }
    }
  }
}
