import Languages

/// What a line of a key shows beside its words.
enum KeyItem {
  case sign(Sign)
  /// A bit of `Reading.letters`.
  case letter(UInt8)
  case swatch(series: Int, name: String)
  case dot(series: Int, name: String)
  case seriesBreak
  case actual
  case target
  case baseline
}

extension Drawing {
  /// The meanings of the signs that the chart has, in one or more lines below it.
  ///
  /// - Returns: where the next thing may begin.
  mutating func signKey(top: Int, hasBreak: Bool = false) -> Int {
    var items = Sign.allCases.filter { signsSeen.contains($0) }.map { KeyItem.sign($0) }
    for bit: UInt8 in [1, 2, 4, 8] where lettersSeen & bit != 0 { items.append(.letter(bit)) }
    if hasBreak { items.append(.seriesBreak) }
    guard !items.isEmpty else { return top }
    return key(items, top: top + 60)
  }

  /// - Returns: where the next thing may begin.
  mutating func key(_ items: [KeyItem], top: Int) -> Int {
    var (x, y) = (0, top)
    for item in items {
      let text = words(of: item)
      // A letter is its own mark.
      let glyphWidth = if case .letter = item { 0 } else { 230 }
      let fitted = FittedText.fit(text, width: width - 240, size: Self.textSize, most: 1)
      let name = fitted.lines[0]
      let length = glyphWidth + textWidth(name)
      if x > 0, x + length > width { (x, y) = (0, y + 180) }
      glyph(of: item, x: x, middle: y + 80)
      out.openText(x + glyphWidth, y + 120)
      if fitted.isShortened {
        out.put("<title>")
        out.put(text: text)
        out.put("</title>")
      }
      out.put(text: name)
      out.closeText()
      x += length + 160
    }
    return y + 200
  }

  /// What the items take up on one line.
  func keyWidth(_ items: [KeyItem]) -> Int {
    items.reduce(0) { $0 + 390 + textWidth(words(of: $1)) } - 160
  }

  private func words(of item: KeyItem) -> String {
    switch item {
    // Mark and letters first, as on the chart.
    case .sign(let sign):
      "\(sign.mark) "
        + Terms.meaning(of: sign, in: language).dropLast(sign.mark.utf8CodeUnitCount + 1)
    case .letter(let bit): Terms.meaning(ofLetter: bit, in: language)
    case .swatch(_, let name), .dot(_, let name): name
    case .seriesBreak: Terms.of(language).seriesBreak
    case .actual: Terms.of(language).actual
    case .target: Terms.of(language).target
    case .baseline: Terms.of(language).baseline
    }
  }

  private mutating func glyph(of item: KeyItem, x: Int, middle: Int) {
    switch item {
    case .sign(let sign):
      self.sign(sign, x: x, middle: middle, isLabelled: false)
    case .letter: break
    case .swatch(let series, _):
      out.put("<path class=\"bar s")
      out.put(count: series % 6 + 1)
      out.put("\" d=\"")
      out.box(x + 10, middle - 50, 160, 100)
      out.put("\"/>")
    case .dot(let series, _):
      openSeries(series)
      dots(series, [(x + 90, middle)])
      out.put("</g>")
    case .actual:
      out.put("<path class=\"bar s1\" d=\"")
      out.box(x + 10, middle - 45, 160, 90)
      out.put("\"/>")
    case .seriesBreak: upright("break", x: x, middle: middle)
    case .target: upright("target", x: x, middle: middle)
    case .baseline: upright("baseline", x: x, middle: middle)
    }
  }

  private mutating func upright(_ kind: StaticString, x: Int, middle: Int) {
    out.put("<path class=\"")
    out.put(kind)
    out.put("\" d=\"")
    out.move(x + 90, middle - 70)
    out.vertical(to: middle + 70)
    out.put("\"/>")
  }
}
