/// A table with its caption, in a region of its own that scrolls when it must.
///
/// Of style `stacks`, the cells of a row stand one below another on a narrow screen. The roles say again
/// what the elements mean, since some browsers forget it once the style sheet lays them out otherwise.
struct Table {
  struct Column {
    let title: Markup
    var isNumber = false
    /// What stands before its cells when they are stacked; none where they speak for themselves.
    var label: String?
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

  private var stacks: Bool { style.contains("stacks") }

  /// A role, for a table that may be laid out as something else.
  private func role(_ name: String) -> Markup { stacks ? #" role="\#(name)""# : "" }

  var markup: Markup {
    var html: Markup =
      """
      <div class="table\(style.isEmpty ? "" : " " + style)" role="region" \
      aria-labelledby="\(id)-caption" tabindex="0">
      <table id="\(id)"\(role("table"))><caption id="\(id)-caption">\(caption)</caption>
      <thead\(role("rowgroup"))><tr\(role("row"))>
      """
    for column in columns {
      html +=
        column.isNumber
        ? #"<th scope="col" class="n"\#(role("columnheader"))>\#(column.title)</th>"#
        : #"<th scope="col"\#(role("columnheader"))>\#(column.title)</th>"#
    }
    html += "</tr></thead>\n"
    for group in groups { html += body(of: group) }
    html += "</table></div>\n"
    return html
  }

  private func body(of group: Group) -> Markup {
    var html: Markup = "<tbody\(role("rowgroup"))>"
    if let title = group.title {
      html +=
        """
        <tr class="group"><th scope="rowgroup" colspan="\(columns.count)">\(title)</th></tr>

        """
    }
    for row in group.rows {
      html += row.isTotal ? #"<tr class="total""# : "<tr"
      if let id = row.id { html += #" id="\#(id)""# }
      html += "\(role("row"))>"
      for (index, cell) in row.cells.enumerated() {
        if index == 0 {
          html += #"<th scope="row"\#(role("rowheader"))>\#(cell)</th>"#
          continue
        }
        html += "<td"
        if columns.indices.contains(index) {
          if columns[index].isNumber { html += #" class="n""# }
          if let label = columns[index].label { html += #" data-label="\#(label)""# }
        }
        html += "\(role("cell"))>\(cell)</td>"
      }
      html += "</tr>\n"
    }
    html += "</tbody>\n"
    return html
  }
}
