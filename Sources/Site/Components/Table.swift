/// A table with its caption, in a region of its own that scrolls when it must.
struct Table {
  struct Column {
    let title: Markup
    var isNumber = false
  }

  struct Row {
    /// The header of the row, then its cells.
    let cells: [Markup]
    var isTotal = false
    var id: String?
  }

  /// Rows under a heading of their own.
  struct Group {
    var title: Markup?
    let rows: [Row]
  }

  /// Unique on its page; the caption’s id derives from it.
  let id: String
  let caption: Markup
  let columns: [Column]
  let groups: [Group]
  var style = ""

  init(
    id: String, caption: Markup, columns: [Column], groups: [Group], style: String = ""
  ) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.groups = groups
    self.style = style
  }

  init(id: String, caption: Markup, columns: [Column], rows: [Row], style: String = "") {
    self.init(
      id: id, caption: caption, columns: columns, groups: [Group(rows: rows)], style: style)
  }

  var markup: Markup {
    var html: Markup =
      """
      <div class="table\(style.isEmpty ? "" : " " + style)" role="region" \
      aria-labelledby="\(id)-caption" tabindex="0">
      <table id="\(id)"><caption id="\(id)-caption">\(caption)</caption>
      <thead><tr>
      """
    for column in columns {
      html +=
        column.isNumber
        ? #"<th scope="col" class="n">\#(column.title)</th>"#
        : #"<th scope="col">\#(column.title)</th>"#
    }
    html += "</tr></thead>\n"
    for group in groups { html += body(of: group) }
    html += "</table></div>\n"
    return html
  }

  private func body(of group: Group) -> Markup {
    var html: Markup = "<tbody>"
    if let title = group.title {
      html +=
        """
        <tr class="group"><th scope="rowgroup" colspan="\(columns.count)">\(title)</th></tr>

        """
    }
    for row in group.rows {
      html += row.isTotal ? #"<tr class="total""# : "<tr"
      if let id = row.id { html += #" id="\#(id)""# }
      html += ">"
      for (index, cell) in row.cells.enumerated() {
        let isNumber = columns.indices.contains(index) && columns[index].isNumber
        if index == 0 {
          html += #"<th scope="row">\#(cell)</th>"#
        } else {
          html += isNumber ? #"<td class="n">\#(cell)</td>"# : "<td>\(cell)</td>"
        }
      }
      html += "</tr>\n"
    }
    html += "</tbody>\n"
    return html
  }
}
