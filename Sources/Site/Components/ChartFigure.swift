import Charts
import Languages

/// A chart with all that belongs to it: the finding in words, the drawing, the same figures as a
/// table, source and files.
struct ChartFigure {
  let chart: any ChartKind
  /// Unique on the page.
  let id: String
  var table: Markup = ""
  var notes: Markup = ""
  /// Places for the same figures: CSV, SVG.
  var files: Markup = ""
}

extension Edition {
  func figure(_ figure: ChartFigure) -> Markup {
    let drawn = figure.chart.figure(in: language, id: figure.id)
    var html: Markup =
      """
      <figure class="charted" id="\(figure.id)">
      <figcaption><p class="finding">\(drawn.wide.title)</p>
      <p class="about">\(drawn.wide.subtitle)</p></figcaption>
      <div class="drawing">\(Markup(safe: drawn.markup))</div>

      """
    if !figure.notes.isEmpty { html += "<div class=\"notes\">\(figure.notes)</div>\n" }
    if !figure.files.isEmpty { html += "<p class=\"files\">\(figure.files)</p>\n" }
    if !figure.table.isEmpty {
      html +=
        """
        <details><summary>\(self[.chartAsTable])</summary>
        \(figure.table)</details>

        """
    }
    html += "</figure>\n"
    return html
  }
}
