/// Names of periods below a plot: all of them, on two lines, or every so many.
extension Drawing {
  /// - Returns: where the next thing may begin.
  mutating func periodNames(_ names: [String], _ bands: BandScale, top: Int) -> Int {
    guard !names.isEmpty else { return top }
    var widest = 0
    for name in names { widest = max(widest, textWidth(name)) }
    out.put("<g class=\"tick middle\">")
    defer { out.put("</g>") }
    if widest + 50 <= bands.step {
      for (index, name) in names.enumerated() {
        out.openText(bands.middle(index), top + 120)
        out.put(text: name)
        out.closeText()
      }
      return top + 160
    }
    // So many bands that a name of two lines has room; the last one keeps its name.
    let wanted = min(widest + 50, 800)
    let every =
      bands.step >= 400 ? 1 : max(1, (wanted + max(1, bands.step) - 1) / max(1, bands.step))
    var lines = 1
    for index in names.indices where (names.count - 1 - index) % every == 0 {
      let middle = bands.middle(index)
      let room = min(every * bands.step - 50, 2 * middle, 2 * (width - middle))
      let fitted = FittedText.fit(names[index], width: max(200, room), size: Self.textSize)
      lines = max(lines, fitted.lines.count)
      for (number, line) in fitted.lines.enumerated() {
        out.openText(middle, top + 120 + number * Self.lineHeight)
        if number == 0, fitted.isShortened {
          out.put("<title>")
          out.put(text: names[index])
          out.put("</title>")
        }
        out.put(text: line)
        out.closeText()
      }
    }
    return top + 160 + (lines - 1) * Self.lineHeight
  }
}
