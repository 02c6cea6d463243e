/// Names of rows: in a column at the left on a wide chart, above each row on a narrow one.
struct NameColumn {
  /// Nil where the whole name has room on its line; empty where all have.
  private let fitted: [FittedText?]
  let full: [String]
  /// Where the plot may begin.
  let plotStart: Int
  /// Whether names stand above their rows, not at their left.
  let isAbove: Bool

  init(_ full: [String], _ drawing: borrowing Drawing) {
    self.full = full
    var fittedNames: [FittedText?] = []
    var widest = 0
    let most = drawing.isNarrow ? drawing.width : 2_200
    for (index, name) in full.enumerated() {
      let width = drawing.textWidth(name)
      if width <= most {
        if !fittedNames.isEmpty { fittedNames.append(nil) }
        widest = max(widest, width)
      } else {
        let fitted = FittedText.fit(name, width: most, size: Drawing.textSize, most: 3)
        if fittedNames.isEmpty { fittedNames = Array(repeating: nil, count: index) }
        fittedNames.append(fitted)
        widest = most
      }
    }
    fitted = fittedNames
    plotStart = drawing.isNarrow ? 0 : widest + 100
    isAbove = drawing.isNarrow
  }

  /// The height of the name above a row; 0 where it stands at its left.
  func above(_ index: Int) -> Int { isAbove ? 10 + lines(index) * Drawing.lineHeight : 0 }

  private func lines(_ index: Int) -> Int {
    fitted.isEmpty ? 1 : fitted[index]?.lines.count ?? 1
  }

  /// Where lines may run up a plot: all along it, or only beside the marks where names stand above
  /// them.
  ///
  /// - Parameters:
  ///   - marks: where those of a row begin.
  ///   - height: what they take up.
  func spans(from top: Int, to bottom: Int, marks: (Int) -> Int, height: Int) -> [Range<Int>] {
    guard isAbove else { return [top..<max(top, bottom)] }
    return full.indices.map { marks($0) - 25..<marks($0) + height + 25 }
  }

  /// The least that a row takes up beside its names.
  func leastHeight(_ index: Int) -> Int {
    isAbove ? 0 : lines(index) * Drawing.lineHeight
  }

  /// - Parameters:
  ///   - top: of a row, from which its names begin.
  ///   - height: of the row’s marks.
  func draw(_ drawing: inout Drawing, row: (Int) -> (top: Int, height: Int)) {
    drawing.out.put(isAbove ? "<g class=\"name\">" : "<g class=\"name end\">")
    let x = isAbove ? 0 : plotStart - 80
    for index in full.indices {
      let (top, height) = row(index)
      guard !fitted.isEmpty, let name = fitted[index] else {
        drawing.out.openText(
          x,
          isAbove
            ? top + above(index) - Drawing.lineHeight + 105
            : top + (height - Drawing.lineHeight) / 2 + 115)
        drawing.out.put(text: full[index])
        drawing.out.closeText()
        continue
      }
      let block = name.lines.count * Drawing.lineHeight
      let y = isAbove ? top + above(index) - block + 105 : top + (height - block) / 2 + 115
      drawing.lines(name, of: full[index], x, y)
    }
    drawing.out.put("</g>")
  }
}
