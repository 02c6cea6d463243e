import Languages
import Publication

extension BarChart {
  /// Parts end to end. A hidden part stands after the bar, where it adds nothing to its length.
  func drawStacked(_ rows: Rows, _ drawing: inout Drawing, _ language: Language) -> Int {
    let names = NameColumn(rows.names, drawing)
    let items = series.enumerated().map { KeyItem.swatch(series: $0, name: $1.name[language]) }
    let top = drawing.key(items, top: 0)
    let stacks = (0..<rows.count).map { stack(rows, $0) }
    for stack in stacks { drawing.willWrite(stack.total?.value) }
    let tail = tail(stacks, drawing)
    var extent = Extent()
    for stack in stacks where stack.starts.contains(where: { $0 != nil }) {
      extent.include(stack.end)
    }
    let whole = rows.readings.allSatisfy { ($0.quantity?.decimals ?? 0) == 0 }
    let axis = ValueAxis(extent, wanted: drawing.isNarrow ? 3 : 5, whole: whole)
    let plotEnd = max(
      names.plotStart + 400, drawing.width - max(tail + axis.labelWidth(drawing) / 2, 200))
    let scale = LinearScale(
      low: 0, high: axis.high, start: names.plotStart + max(10, axis.labelWidth(drawing) / 2),
      end: plotEnd)
    let bar = 180
    var tops: [Int] = []
    var y = top
    for index in 0..<rows.count {
      tops.append(y)
      y += names.above(index) + max(bar, names.leastHeight(index)) + 70
    }
    let bottom = y - 20
    let marksTop = { (index: Int) in
      tops[index] + names.above(index) + max(0, names.leastHeight(index) - bar) / 2
    }
    let spans = names.spans(from: top, to: bottom, marks: marksTop, height: bar)
    drawing.verticalGrid(axis, scale, along: spans, to: bottom)
    drawing.zeroLine(verticalAt: scale.place(0), along: spans)
    names.draw(&drawing) { (tops[$0], max(bar, names.leastHeight($0))) }
    ground(stacks, &drawing, scale, thickness: bar, top: marksTop)
    for number in series.indices {
      for isSoft in [false, true] {
        segments(number, stacks, &drawing, scale, isSoft: isSoft, thickness: bar, top: marksTop)
      }
    }
    inside(stacks, &drawing, scale) { marksTop($0) + bar / 2 }
    // Right of the last number of the axis, whose line the word “total” shares.
    let column = scale.end + 80 + axis.labelWidth(drawing) / 2
    after(stacks, &drawing, x: column) { marksTop($0) + bar / 2 }
    if stacks.contains(where: { $0.total?.quantity != nil }) {
      // Above its column, where the key leaves it room.
      let word = Terms.of(language).total
      let isAbove = top == 200 && drawing.keyWidth(items) + 100 < column
      let numbers = column + totalWidth(stacks, drawing)
      drawing.out.openText(
        isAbove ? "tick end" : "tick",
        isAbove ? max(numbers, column + drawing.textWidth(word)) : column,
        isAbove ? 120 : bottom + 150)
      drawing.out.put(raw: word)
      drawing.out.closeText()
    }
    return drawing.signKey(top: bottom + 190)
  }

  struct Stack {
    /// Where each part begins, nil where it has no value.
    var starts: [Double?] = []
    var readings: [Reading] = []
    var end = 0.0
    /// Published, or the sum where every part has a value.
    var total: Reading?
    var signs: [Sign] = []
  }

  func stack(_ rows: Rows, _ row: Int) -> Stack {
    var stack = Stack(readings: (0..<rows.series).map { rows[row, $0] })
    // Exact as long as all parts have the same decimals.
    let decimals = stack.readings.first?.quantity?.decimals ?? 0
    var sum: Int? = 0
    for reading in stack.readings {
      if let value = reading.value, value >= 0 {
        stack.starts.append(stack.end)
        stack.end += value
      } else {
        stack.starts.append(nil)
        stack.signs.append(reading.sign ?? .undrawable)
      }
      if let before = sum, let quantity = reading.quantity, quantity.decimals == decimals {
        let (result, overflow) = before.addingReportingOverflow(quantity.units)
        sum = overflow ? nil : result
      } else {
        sum = nil
      }
    }
    if totals.indices.contains(rows.places[row]) {
      stack.total = Reading(totals[rows.places[row]])
    } else if let sum, stack.signs.isEmpty {
      stack.total = Reading(
        sum: Quantity(sum, decimals: decimals),
        letters: stack.readings.reduce(0) { $0 | $1.letters })
    }
    return stack
  }

  /// The widest number of a total, without its letters.
  private func totalWidth(_ stacks: [Stack], _ drawing: borrowing Drawing) -> Int {
    stacks.reduce(0) { widest, stack in
      max(widest, stack.total?.quantity.map { drawing.numberWidth($0) } ?? 0)
    }
  }

  /// The paper under the bars: no line of the axis shows through a light part and its figure.
  private func ground(
    _ stacks: [Stack], _ drawing: inout Drawing, _ scale: LinearScale, thickness: Int,
    top: (Int) -> Int
  ) {
    let start = scale.place(0)
    guard stacks.contains(where: { scale.place($0.end) > start }) else { return }
    drawing.out.put("<path class=\"under\" d=\"")
    for (index, stack) in stacks.enumerated() {
      let length = scale.place(stack.end) - start
      if length > 0 { drawing.out.box(start, top(index), length, thickness) }
    }
    drawing.out.put("\"/>")
  }

  /// What the columns of totals and signs take up.
  private func tail(_ stacks: [Stack], _ drawing: borrowing Drawing) -> Int {
    let totals = totalWidth(stacks, drawing) + lettersWidth(stacks) + 60
    return stacks.reduce(0) { widest, stack in
      let signs = stack.signs.isEmpty && stack.total?.sign != nil ? 1 : stack.signs.count
      return max(
        widest,
        signs * (Drawing.signWidth + 40) + 100 + (stack.total?.quantity == nil ? 0 : totals))
    }
  }

  private func lettersWidth(_ stacks: [Stack]) -> Int {
    stacks.reduce(0) { max($0, ($1.total?.letters ?? 0).nonzeroBitCount) } * 220
  }

  private func segments(
    _ number: Int, _ stacks: [Stack], _ drawing: inout Drawing, _ scale: LinearScale,
    isSoft: Bool, thickness: Int, top: (Int) -> Int
  ) {
    var isOpen = false
    for (index, stack) in stacks.enumerated() {
      guard let start = stack.starts[number], stack.readings[number].isSoft == isSoft,
        let value = stack.readings[number].value
      else { continue }
      if !isOpen {
        drawing.out.put(isSoft ? "<path class=\"bar soft s" : "<path class=\"bar s")
        drawing.out.put(count: number % 6 + 1)
        drawing.out.put("\" d=\"")
        isOpen = true
      }
      let from = scale.place(start)
      drawing.out.box(
        from, top(index), max(value == 0 ? 0 : 10, scale.place(start + value) - from), thickness)
    }
    if isOpen { drawing.out.put("\"/>") }
  }

  /// Values in the segments that have room for them.
  private func inside(
    _ stacks: [Stack], _ drawing: inout Drawing, _ scale: LinearScale, middle: (Int) -> Int
  ) {
    for (number, isSoft) in series.indices.flatMap({ [($0, false), ($0, true)] }) {
      var isOpen = false
      for (index, stack) in stacks.enumerated() {
        guard let start = stack.starts[number], stack.readings[number].isSoft == isSoft,
          case .value(let quantity, let value) = stack.readings[number].cell
        else { continue }
        let (from, to) = (scale.place(start), scale.place(start + value))
        guard drawing.labelWidth(stack.readings[number]) + 80 <= to - from else { continue }
        if !isOpen {
          drawing.out.put("<g class=\"inside middle")
          // A lighter fill leaves the ink dark.
          if !isSoft {
            drawing.out.put(" s")
            drawing.out.put(count: number % 6 + 1)
          }
          drawing.out.put("\">")
          isOpen = true
        }
        drawing.out.openText((from + to) / 2, middle(index) + 43)
        drawing.number(quantity, letters: stack.readings[number].letters)
        drawing.out.closeText()
      }
      if isOpen { drawing.out.put("</g>") }
    }
  }

  private func after(
    _ stacks: [Stack], _ drawing: inout Drawing, x start: Int, middle: (Int) -> Int
  ) {
    // Signs and totals stand in columns of their own: no bar’s length moves them. Numbers end
    // below one another, as in a table.
    let numbers = start + totalWidth(stacks, drawing)
    let signs = numbers + (numbers > start ? 60 + lettersWidth(stacks) : 0)
    drawing.out.put("<g class=\"value total end\">")
    for (index, stack) in stacks.enumerated() {
      guard let total = stack.total, case .value(let quantity, _) = total.cell else { continue }
      drawing.out.openText(numbers, middle(index) + 43)
      drawing.number(quantity)
      drawing.out.closeText()
      guard total.isSoft else { continue }
      drawing.out.openText("inner", numbers + 40, middle(index) + 43)
      drawing.letters(total.letters, isAlone: true)
      drawing.out.closeText()
    }
    drawing.out.put("</g>")
    for (index, stack) in stacks.enumerated() {
      if let sign = stack.total?.sign, stack.signs.isEmpty {
        drawing.sign(sign, x: start, middle: middle(index))
      }
      var x = stack.total?.quantity == nil ? start : signs
      for sign in stack.signs {
        drawing.sign(sign, x: x, middle: middle(index))
        x += Drawing.signWidth + 40
      }
    }
  }
}
