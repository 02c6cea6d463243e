extension Drawing {
  /// Writes the lines of a name one under another; where it is shortened, its first line carries the whole
  /// of it as a title.
  ///
  /// - Parameters:
  ///   - full: the name as it is.
  ///   - y: the base line of the first.
  ///   - classes: of each line; none where it has those of its group.
  /// - Returns: the base line of what comes under it.
  @discardableResult
  mutating func lines(
    _ name: FittedText, of full: String, _ x: Int, _ y: Int, classes: StaticString? = nil
  ) -> Int {
    var y = y
    for (number, line) in name.lines.enumerated() {
      if let classes { out.openText(classes, x, y) } else { out.openText(x, y) }
      if number == 0, name.isShortened {
        out.put("<title>")
        out.put(text: full)
        out.put("</title>")
      }
      out.put(text: line)
      out.closeText()
      y += Self.lineHeight
    }
    return y
  }
}
