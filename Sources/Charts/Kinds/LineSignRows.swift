import Languages
import Publication

/// Rows below a line chart: what stands in the place of values, and letters that no value bears.
extension LineChart {
  /// What the names beside rows of signs take up.
  func signNames(
    _ readings: [[Reading]], _ drawing: borrowing Drawing, most: Int, hasLetters: Bool,
    _ language: Language
  ) -> Int {
    guard readings.count > 1 else { return 0 }
    var widest = 0
    for (number, row) in readings.enumerated() where hasRow(row, hasLetters) {
      widest = max(widest, drawing.textWidth(series[number].name[language]))
    }
    return min(widest, most)
  }

  /// Whether a series has a row below the plot: for its signs, or for letters that no value bears.
  private func hasRow(_ row: [Reading], _ hasLetters: Bool) -> Bool {
    row.contains { $0.sign != nil || (hasLetters && $0.isSoft) }
  }

  /// Signs stand in rows of their own below the plot, where no height can be read from them; with
  /// them the letters of lighter dots whose values are not written.
  func signRows(
    _ readings: [[Reading]], _ drawing: inout Drawing, _ bands: BandScale, top: Int, nameX: Int,
    most: Int, hasLetters: Bool, _ language: Language
  ) -> Int {
    // Apart from the label of the lowest line.
    var y = readings.count > 1 && readings.contains { hasRow($0, hasLetters) } ? top + 30 : top
    let isLabelled = bands.step >= Drawing.signWidth + 20
    if !isLabelled { drawing.signBoxWidth = max(30, min(180, bands.step - 20)) }
    let width = isLabelled ? Drawing.signWidth : drawing.signBoxWidth
    for (number, row) in readings.enumerated() where hasRow(row, hasLetters) {
      var lines = 1
      for (index, reading) in row.enumerated() {
        if hasLetters, reading.isSoft, bands.step >= 200 {
          lines = max(lines, letters(reading.letters, &drawing, bands, index, top: y))
        }
        guard let sign = reading.sign else { continue }
        drawing.sign(
          sign, x: bands.middle(index) - width / 2, middle: y + 80, isLabelled: isLabelled)
      }
      if readings.count > 1 {
        let name = FittedText.fit(
          series[number].name[language], width: min(most, drawing.width - nameX),
          size: Drawing.textSize, most: 1)
        drawing.out.put("<text class=\"near s")
        drawing.out.put(count: number % 6 + 1)
        drawing.out.put("\" x=\"")
        drawing.out.put(tenths: nameX)
        drawing.out.put("\" y=\"")
        drawing.out.put(tenths: y + 120)
        drawing.out.put("\">")
        if name.isShortened {
          drawing.out.put("<title>")
          drawing.out.put(text: series[number].name[language])
          drawing.out.put("</title>")
        }
        drawing.out.put(text: name.lines[0])
        drawing.out.closeText()
      }
      y += 40 + 130 * lines
    }
    return y
  }

  /// Beside one another where there is room, otherwise one below the other.
  ///
  /// - Returns: on how many lines.
  private func letters(
    _ letters: UInt8, _ drawing: inout Drawing, _ bands: BandScale, _ index: Int, top: Int
  ) -> Int {
    let x = bands.middle(index)
    var y = top + 120
    if bands.step >= letters.nonzeroBitCount * 220 + 40 {
      drawing.out.openText("middle", x, y)
      drawing.letters(letters, isAlone: true)
      drawing.out.closeText()
      return 1
    }
    for bit: UInt8 in [1, 2, 4, 8] where letters & bit != 0 {
      drawing.out.openText("middle", x, y)
      drawing.letters(bit, isAlone: true)
      drawing.out.closeText()
      y += 130
    }
    return letters.nonzeroBitCount
  }
}
