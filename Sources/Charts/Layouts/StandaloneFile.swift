import Languages

/// A chart as a file of its own.
extension Chart {
  /// The same chart with its title and subtitle above it and its style inside, light and dark: to
  /// be saved, opened or printed without the page.
  public func standalone() -> String {
    let side = 160
    let inner = (viewWidth ?? width.pixels * 10)
    let title = FittedText.fit(title, width: inner * 10 / 12, size: 15, most: 5)
    let subtitle = FittedText.fit(subtitle, width: inner, size: Drawing.textSize, most: 4)
    let head = side + title.lines.count * 200 + subtitle.lines.count * 160 + 120
    let (fullWidth, fullHeight) = (inner + 2 * side, head + height * 10 + side)

    var out = SVGWriter(capacity: svg.count + 9_000)
    out.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.put("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"")
    out.put(bytes: svg[classes])
    out.put(" chart-file\" width=\"")
    out.put(tenths: fullWidth)
    out.put("\" height=\"")
    out.put(tenths: fullHeight)
    out.put("\" viewBox=\"0 0 ")
    out.point(fullWidth, fullHeight)
    out.put("\" role=\"img\" lang=\"")
    out.put(raw: language.tag)
    out.put("\" aria-labelledby=\"")
    out.put(raw: id)
    out.put("-t\" aria-describedby=\"")
    out.put(raw: id)
    out.put("-d\"><title id=\"")
    out.put(raw: id)
    out.put("-t\">")
    out.put(text: self.title)
    out.put("</title><desc id=\"")
    out.put(raw: id)
    out.put("-d\">")
    out.put(text: description)
    out.put("</desc><style>\n")
    out.put(raw: ChartStyle.tokens)
    out.put(raw: ChartStyle.sheet)
    out.put(raw: Self.fileRules)
    out.put("</style><path class=\"page\" d=\"")
    out.box(0, 0, fullWidth, fullHeight)
    out.put("\"/>")
    var y = side + 100
    for line in title.lines {
      out.openText("headline", side, y)
      out.put(text: line)
      out.closeText()
      y += 200
    }
    for line in subtitle.lines {
      out.openText(side, y)
      out.put(text: line)
      out.closeText()
      y += 160
    }
    out.put("<g transform=\"translate(")
    out.point(side, head)
    out.put(")\">")
    out.put(bytes: svg[drawing])
    out.put("</g></svg>\n")
    return out.string()
  }

  /// A file shows the layout that it is, at every width.
  private static let fileRules = """
    .chart.chart-file { display: block; width: auto; max-width: 100%; height: auto; }
    .chart.chart-file .page { fill: var(--ground); }
    .chart.chart-file .headline { font-size: 15px; font-weight: 600; }

    """
}
