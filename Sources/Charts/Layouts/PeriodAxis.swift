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
        periodName(name, bands, index, top: top)
      }
      return top + 160
    }
    // `Year 1`, then 2, 3, 4: what all names begin with is said once. A name that is no number
    // (`Baseline year`) keeps it, and so does the first that is one.
    let opening = Self.commonWords(names)
    let rests = names.map { String($0.dropFirst(opening.count)) }
    let widestRest = rests.reduce(0) { max($0, textWidth($1)) }
    if !opening.isEmpty {
      let firstNumber = rests.firstIndex(where: Self.isNumber)
      let short = names.indices.map { index in
        let isNamed =
          index == 0 || index == firstNumber
          || (firstNumber != nil && !Self.isNumber(rests[index]))
        return isNamed ? names[index] : rests[index]
      }
      let isClear = short.indices.dropLast().allSatisfy { index in
        (textWidth(short[index]) + textWidth(short[index + 1])) / 2 + (index == 0 ? 40 : 50)
          <= bands.step
      }
      if isClear {
        for (index, name) in short.enumerated() { periodName(name, bands, index, top: top) }
        return top + 160
      }
    }
    // `1`, `2`, `3` over `Partnership year …, from October to October`.
    if !opening.isEmpty, let (own, ending) = Self.commonEnding(rests),
      own.reduce(0, { max($0, textWidth($1)) }) + 50 <= bands.step
    {
      for (index, name) in own.enumerated() { periodName(name, bands, index, top: top) }
      return frame(opening + "…" + ending, bands, top: top + 160)
    }
    // So many bands that a name of two lines has room, or what is not common to all; the last one
    // keeps its name.
    let isThinned = !opening.isEmpty && widestRest + 50 < bands.step * 8
    if isThinned, bands.step < 400, widestRest <= 400 {
      return numbered(names, rests, bands, widestRest: widestRest, top: top)
    }
    let wanted = min(widest + 50, 800)
    let widestWord = names.reduce(0) { widest, name in
      name.split(separator: " ").reduce(widest) { max($0, textWidth(String($1))) }
    }
    let every =
      bands.step >= max(400, min(800, widestWord + 50))
      ? 1 : max(1, (wanted + max(1, bands.step) - 1) / max(1, bands.step))
    var lines = 1
    for index in names.indices where (names.count - 1 - index) % every == 0 {
      let cell = every * bands.step - 50
      // The first may stand right of its middle, but not beyond what is its own.
      let room = min(
        cell, bands.middle(index) + cell / 2 - bands.start + 40,
        2 * (width - bands.middle(index)))
      let fitted = FittedText.fit(names[index], width: max(200, room), size: Self.textSize, most: 4)
      let half = fitted.lines.reduce(0) { max($0, textWidth($1)) } / 2
      let middle = max(bands.middle(index), bands.start - 40 + half)
      lines = max(lines, fitted.lines.count)
      self.lines(fitted, of: names[index], middle, top + 120)
    }
    return top + 160 + (lines - 1) * Self.lineHeight
  }

  /// What all names have in common, below them.
  mutating func frame(_ words: String, _ bands: BandScale, top: Int) -> Int {
    let fitted = FittedText.fit(words, width: width, size: Self.textSize, most: 3)
    let half = fitted.lines.reduce(0) { max($0, textWidth($1)) } / 2
    let middle = min(max(bands.center, half), width - half)
    out.put("<g class=\"tick middle\">")
    self.lines(fitted, of: words, middle, top + 120)
    out.put("</g>")
    return top + 10 + fitted.lines.count * Self.lineHeight
  }

  /// `Year 1`, then 9, 17, 25, 33: every so many, the first with what all names begin with.
  private mutating func numbered(
    _ names: [String], _ rests: [String], _ bands: BandScale, widestRest: Int, top: Int
  ) -> Int {
    let first = max(
      bands.middle(0) + textWidth(names[0]) / 2, bands.start - 40 + textWidth(names[0]))
    // So many that the second one stands clear of the first, and the others as far apart.
    let gap = max(widestRest + 100, first + 60 + widestRest / 2 - bands.middle(0))
    var every = max(1, (gap + bands.step - 1) / max(1, bands.step))
    // Round steps are easier to count in.
    every = [1, 2, 4, 5, 8, 10, 16, 20].first { $0 >= every } ?? every
    for index in names.indices where index % every == 0 {
      let isFirst = index == 0
      periodName(isFirst ? names[0] : rests[index], bands, index, top: top)
    }
    return top + 160
  }

  /// Never so far left that it meets the number of the lowest tick.
  private mutating func periodName(_ name: String, _ bands: BandScale, _ index: Int, top: Int) {
    out.openText(max(bands.middle(index), bands.start - 40 + textWidth(name) / 2), top + 120)
    out.put(text: name)
    out.closeText()
  }

  /// What names have in common at their end, from a space or a comma on, and what is each one’s own;
  /// nil where they have nothing in common, or nothing of their own.
  static func commonEnding(_ names: [String]) -> (own: [String], ending: String)? {
    guard names.count > 1, let first = names.first else { return nil }
    var common = first.count
    for name in names.dropFirst() {
      common = min(common, zip(first.reversed(), name.reversed()).prefix { $0 == $1 }.count)
    }
    let ending = first.suffix(common).drop { !" ,\u{A0}(".contains($0) }
    guard !ending.isEmpty else { return nil }
    let own = names.map { String($0.dropLast(ending.count)) }
    return own.contains { $0.isEmpty } ? nil : (own, String(ending))
  }

  /// `4`, `33`, `2025–26`: what begins with a digit.
  private static func isNumber(_ name: String) -> Bool {
    name.utf8.first.map { (0x30...0x39).contains($0) } ?? false
  }

  /// The words that all names begin with, and the space after them; empty where one has no more.
  static func commonWords(_ names: [String]) -> String {
    guard names.count > 1, let first = names.first else { return "" }
    var common = first[...]
    for name in names.dropFirst() {
      common =
        common[
          ..<common.index(common.startIndex, offsetBy: zip(common, name).prefix { $0 == $1 }.count)]
    }
    guard let space = common.lastIndex(where: { $0 == " " || $0 == "\u{A0}" }) else { return "" }
    let words = String(first[...space])
    return names.allSatisfy { $0.count > words.count } ? words : ""
  }
}
