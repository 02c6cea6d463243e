import Languages
import Partnership
import Publication

/// A published table as a page shows it: periods across, categories down.
extension Edition {
  /// “Year 2”, by the clock where it knows the period, else by the label that came with it.
  func periodTitle(_ category: PublishedCategory) -> String {
    if category.code == "Y0" { return say.year(0) }
    return book.period(category.code).map { say.year($0.number) } ?? text(category.label)
  }

  func label(_ category: PublishedCategory) -> String {
    category.isTotal && text(category.label).isEmpty ? self[.tableTotal] : text(category.label)
  }

  func table(_ table: PublishedTable, id: String, caption: Markup) -> Table {
    guard let periods = table.dimensions.first else {
      return Table(id: id, caption: caption, columns: [], rows: [])
    }
    let others = Array(table.dimensions.dropFirst())
    var columns = [Table.Column(title: rowTitle(others))]
    columns += periods.categories.map {
      Table.Column(title: "\(periodTitle($0))", isNumber: true)
    }
    func row(_ choice: [Int], _ title: Markup, _ isTotal: Bool) -> Table.Row {
      let cells = periods.categories.indices.map { period -> Markup in
        table.figure(at: [period] + choice).map { figure($0, table.measure) } ?? ""
      }
      return Table.Row(cells: [title] + cells, isTotal: isTotal)
    }
    guard let last = others.last else {
      return Table(
        id: id, caption: caption, columns: columns, rows: [row([], "\(self[.tableAll])", false)])
    }
    let groups = crossings(others.dropLast()).map { choice -> Table.Group in
      let title = zip(choice, others).map { label($1.categories[$0]) }.joined(separator: " · ")
      return Table.Group(
        title: choice.isEmpty ? nil : "\(title)",
        rows: last.categories.indices.map { index in
          let category = last.categories[index]
          let name: Markup =
            category.parent == nil
            ? "\(label(category))" : #"<span class="part">\#(label(category))</span>"#
          return row(choice + [index], name, category.isTotal)
        })
    }
    return Table(id: id, caption: caption, columns: columns, groups: groups)
  }

  private func rowTitle(_ dimensions: [PublishedDimension]) -> Markup {
    dimensions.isEmpty
      ? "\(self[.tableSeries])"
      : "\(say.capitalized(dimensions.map { text($0.title) }.joined(separator: ", ")))"
  }

  /// Every choice of one category a dimension, the last varying fastest.
  private func crossings(_ dimensions: ArraySlice<PublishedDimension>) -> [[Int]] {
    dimensions.reduce([[]]) { choices, dimension in
      choices.flatMap { choice in dimension.categories.indices.map { choice + [$0] } }
    }
  }
}
