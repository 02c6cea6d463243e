public import Languages
import Partnership
import Publication

extension DistrictMap {
  public func draw(in language: Language, id: String, width: ChartWidth) -> Chart {
    var drawing = Drawing(language, id: id, width, measure: subject.measure)
    let readings = districts.map { Reading(figures[$0.code]) }
    let words = wording(readings, language)
    drawing.willWrite(readings)
    guard !districts.isEmpty else { return drawing.empty("chart-map", subject.objective, words) }
    let rows = districts.map(\.row)
    let columns = districts.map(\.column)
    let (firstRow, firstColumn) = (rows.min() ?? 0, columns.min() ?? 0)
    let wide = min(40, max(1, (columns.max() ?? 0) - firstColumn + 1))
    let pitch = min(drawing.isNarrow ? 900 : 1_300, drawing.width / wide)
    // On a telephone names are set a little smaller, as near to the tile's edge as they may come.
    let room = drawing.isNarrow ? (pitch - 40) * 120 / 115 : pitch - 80
    let names = districts.map {
      FittedText.fit($0.name, width: room, size: Drawing.textSize, most: 3)
    }
    let lines = names.map(\.lines.count).max() ?? 1
    // Letters take a line of their own.
    let extra = readings.contains { $0.isSoft } ? Drawing.lineHeight : 0
    let tall = lines * Drawing.lineHeight + 340 + extra
    // Where one number would touch the edges of its tile, all are set lighter.
    let isTight = readings.contains {
      $0.quantity.map { drawing.numberWidth($0) * AdvanceWidths.bold / 100 > pitch - 110 } ?? false
    }
    let left = (drawing.width - pitch * wide) / 2
    let classes = Shades(readings)
    var bottom = 0
    for (index, district) in districts.enumerated() {
      let x = left + (district.column - firstColumn) * pitch
      let y = (district.row - firstRow) * tall
      bottom = max(bottom, y + tall)
      tile(
        district.name, names[index], readings[index], &drawing, classes, isTight: isTight,
        (x: x + 15, y: y + 15, width: pitch - 30, height: tall - 30))
    }
    var y = shadeKey(classes, readings, &drawing, top: bottom + 60)
    y = drawing.signKey(top: y)
    return drawing.finish("chart-map", height: y, objective: subject.objective, words)
  }

  private func tile(
    _ full: String, _ name: FittedText, _ reading: Reading, _ drawing: inout Drawing,
    _ shades: Shades, isTight: Bool, _ box: (x: Int, y: Int, width: Int, height: Int)
  ) {
    drawing.out.put("<path class=\"district")
    // Zero of a count has no shade at all.
    if let value = reading.value, value != 0 || shades.hasNegative {
      shade(shades.shade(of: value), shades, &drawing)
    }
    drawing.out.put(reading.isSoft ? " soft\" d=\"" : "\" d=\"")
    drawing.out.box(box.x, box.y, box.width, box.height)
    drawing.out.put(drawing.isNarrow ? "\"/><g class=\"middle tiny\">" : "\"/><g class=\"middle\">")
    let middle = box.x + box.width / 2
    drawing.lines(name, of: full, middle, box.y + 140)
    let foot = box.y + box.height - 60
    if let quantity = reading.quantity {
      let y = foot - (reading.isSoft ? Drawing.lineHeight : 0)
      if isTight {
        drawing.out.openText(middle, y)
      } else {
        drawing.out.openText("label", middle, y)
      }
      drawing.number(quantity)
      drawing.out.closeText()
    }
    if reading.isSoft {
      drawing.out.openText(middle, foot)
      drawing.letters(reading.letters, isAlone: true)
      drawing.out.closeText()
    }
    drawing.out.put("</g>")
    if let sign = reading.sign {
      drawing.sign(sign, x: middle - Drawing.signWidth / 2, middle: foot - 45)
    }
  }

  private func shadeKey(
    _ shades: Shades, _ readings: [Reading], _ drawing: inout Drawing, top: Int
  ) -> Int {
    guard !shades.bounds.isEmpty else { return top - 40 }
    let isWhole = readings.allSatisfy { ($0.quantity?.decimals ?? 0) == 0 }
    var (x, y) = (0, top)
    let hasZero = !shades.hasNegative && readings.contains { $0.value == 0 }
    if hasZero {
      drawing.out.put("<path class=\"district\" d=\"")
      drawing.out.box(x + 10, y, 180, 130)
      drawing.out.put("\"/>")
      drawing.out.openText(x + 240, y + 115)
      drawing.number(Quantity(0))
      drawing.out.closeText()
      x += 260 + drawing.numberWidth(Quantity(0)) + 200
    }
    for (index, bound) in shades.bounds.enumerated() {
      let next = shades.bounds.indices.contains(index + 1) ? shades.bounds[index + 1] : nil
      // Zero has a place of its own; the next class begins where this one ends.
      let low = hasZero && index == 0 && bound.units == 0 ? (isWhole ? Quantity(1) : nil) : bound
      let high = next.map { isWhole && $0.decimals == 0 ? Quantity($0.units - 1) : $0 }
      let joint = isWhole && !shades.hasNegative ? " – " : Terms.between(drawing.language)
      let width =
        240 + (low.map { drawing.numberWidth($0) } ?? 0)
        + (high.map { drawing.numberWidth($0) } ?? 0)
        + (low != nil && high != nil ? drawing.textWidth(joint) : 130)
      if x > 0, x + width > drawing.width { (x, y) = (0, y + 200) }
      drawing.out.put("<path class=\"district")
      shade(index, shades, &drawing)
      drawing.out.put("\" d=\"")
      drawing.out.box(x + 10, y, 180, 130)
      drawing.out.put("\"/>")
      drawing.out.openText(x + 240, y + 115)
      if let high {
        if let low {
          drawing.number(low)
          drawing.out.put(raw: joint)
        } else {
          drawing.out.put("&lt;\u{202F}")
        }
        drawing.number(high)
      } else {
        drawing.out.put("≥\u{202F}")
        drawing.number(bound)
      }
      drawing.out.closeText()
      x += width + 200
    }
    return y + 200
  }

  /// Classes on either side of zero have two hues, each darker the farther from it.
  private func shade(_ index: Int, _ shades: Shades, _ drawing: inout Drawing) {
    let below = shades.below
    drawing.out.put(index < below ? " n" : " q")
    drawing.out.put(count: index < below ? below - 1 - index : index - below)
    // Two hues need fewer steps, farther apart.
    if shades.hasNegative { drawing.out.put(" far") }
  }

  private func wording(_ readings: [Reading], _ language: Language) -> Wording {
    var prose = Prose(language, subject)
    var signs = SignCount()
    var extremes = Extremes()
    for (district, reading) in zip(districts, readings) {
      signs.count(reading, of: district.name)
      extremes.include(reading, district.name)
    }
    let period = period?[language]
    let title =
      subject.title?[language]
      ?? prose.titleOfRange(extremes, signs, period: period, direction: subject.direction)
    let subtitle = prose.subtitle(subject, period: period)
    prose.add(
      districts.count == 1 ? .oneDistrict : .districtMap, (.total, .count(districts.count)),
      (.name, .text(subject.name[language])))
    for (district, reading) in zip(districts, readings) {
      if let quantity = reading.quantity {
        prose.add(.rowFigure, (.name, .text(district.name)), (.figure, .number(quantity)))
      }
    }
    signs.tell(&prose)
    return Wording(title: title, subtitle: subtitle, description: prose.take())
  }
}
