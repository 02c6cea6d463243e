import Publication

/// A label beside the end of a line: its value and its name, moved apart from its neighbours.
struct EndLabel {
  /// The series, for its class; nil for a target or a baseline.
  var series: Int?
  var quantity: Quantity?
  var letters: UInt8 = 0
  var name: String
  /// After the number: ` (Year 3)`.
  var remark = ""
  /// Of its point: the place in its series, and the height.
  var period = 0
  var value: Double
}

/// Labels laid out in the column right of a plot.
struct EndLabels {
  private var labels: [(label: EndLabel, name: FittedText, isJoined: Bool)] = []
  private(set) var width = 0
  private(set) var height = 0

  private static let line = Drawing.lineHeight

  /// - Parameter most: how wide the column may become.
  init(_ labels: [EndLabel], most: Int, _ drawing: borrowing Drawing) {
    for label in labels {
      var label = label
      var value =
        (label.quantity.map { drawing.numberWidth($0) } ?? 0)
        + label.letters.nonzeroBitCount * 220
      if !label.remark.isEmpty {
        let longer = value + drawing.textWidth(label.remark)
        if longer <= most {
          value = longer
        } else {
          // Where it has no room beside the number, it goes with the name.
          label.name += label.remark
          label.remark = ""
        }
      }
      let full = drawing.textWidth(label.name)
      let gap = label.name.isEmpty || value == 0 ? 0 : 40
      let isJoined = value + gap + full <= most
      let name =
        isJoined
        ? FittedText(lines: [])
        : FittedText.fit(label.name, width: most, size: Drawing.textSize, most: 3)
      self.labels.append((label, name, isJoined))
      let lines = isJoined ? 1 : name.lines.count + (value > 0 ? 1 : 0)
      height += lines * Self.line
      width = max(
        width,
        isJoined
          ? value + gap + full
          : max(value, name.lines.reduce(0) { max($0, drawing.textWidth($1)) }))
    }
  }

  /// - Parameters:
  ///   - x: where the column begins.
  ///   - place: where the line of a label ends.
  func draw(
    _ drawing: inout Drawing, x: Int, top: Int, bottom: Int,
    place: (EndLabel) -> (x: Int, y: Int)
  ) {
    guard !labels.isEmpty else { return }
    let places = labels.map { place($0.label) }
    let heights = labels.map { Self.line * lines($0.name, $0.isJoined, $0.label) }
    let middles = SpreadLabels.spread(
      places.map(\.y), heights: heights, top: top, bottom: bottom)
    leaders(&drawing, x: x, places, middles)
    for (index, (label, name, isJoined)) in labels.enumerated() {
      var y = middles[index] - heights[index] / 2 + 115
      if isJoined {
        open(&drawing, label, x, y)
        if let quantity = label.quantity {
          // The name of a target or a baseline comes first: `target 1,000`.
          if label.series == nil { put(label.name, &drawing) }
          if label.series == nil, !label.name.isEmpty { drawing.out.put(byte: 0x20) }
          drawing.number(quantity, letters: label.letters)
          drawing.out.put(text: label.remark)
          if label.series != nil, !label.name.isEmpty { drawing.out.put(byte: 0x20) }
        }
        if label.series != nil || label.quantity == nil { put(label.name, &drawing) }
        drawing.out.closeText()
        continue
      }
      if label.series != nil, let quantity = label.quantity {
        open(&drawing, label, x, y)
        drawing.number(quantity, letters: label.letters)
        drawing.out.closeText()
        y += Self.line
      }
      for (number, line) in name.lines.enumerated() {
        open(&drawing, label, x, y)
        if number == 0, name.isShortened {
          drawing.out.put("<title>")
          drawing.out.put(text: label.name)
          drawing.out.put("</title>")
        }
        drawing.out.put(text: line)
        drawing.out.closeText()
        y += Self.line
      }
      if label.series == nil, let quantity = label.quantity {
        open(&drawing, label, x, y)
        drawing.number(quantity, letters: label.letters)
        drawing.out.put(text: label.remark)
        drawing.out.closeText()
      }
    }
  }

  private func lines(_ name: FittedText, _ isJoined: Bool, _ label: EndLabel) -> Int {
    isJoined ? 1 : name.lines.count + (label.quantity == nil ? 0 : 1)
  }

  private func put(_ name: String, _ drawing: inout Drawing) { drawing.out.put(text: name) }

  private func open(_ drawing: inout Drawing, _ label: EndLabel, _ x: Int, _ y: Int) {
    if let series = label.series {
      drawing.out.put("<text class=\"near s")
      drawing.out.put(count: series % 6 + 1)
      drawing.out.put("\" x=\"")
      drawing.out.put(tenths: x)
      drawing.out.put("\" y=\"")
      drawing.out.put(tenths: y)
      drawing.out.put("\">")
    } else {
      drawing.out.openText(x, y)
    }
  }

  /// Thin lines to labels that had to move, or whose line ends early.
  private func leaders(
    _ drawing: inout Drawing, x: Int, _ places: [(x: Int, y: Int)], _ middles: [Int]
  ) {
    var isOpen = false
    for (index, middle) in middles.enumerated() {
      let label = places[index]
      // A dot keeps its distance; a target or a baseline has none.
      let gap = labels[index].label.series == nil ? 20 : 60
      guard (middle - label.y).magnitude > 50 || x - label.x > 500, x - label.x > gap + 30 else {
        continue
      }
      if !isOpen { drawing.out.put("<path class=\"leader\" d=\"") }
      isOpen = true
      drawing.out.move(label.x + gap, label.y)
      drawing.out.line(x - 30, middle)
    }
    if isOpen { drawing.out.put("\"/>") }
  }
}
