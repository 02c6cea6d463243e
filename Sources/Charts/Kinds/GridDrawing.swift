public import Languages
import Partnership
import Publication

extension ActivityGrid {
  public func draw(in language: Language, id: String, width: ChartWidth) -> Chart {
    var drawing = Drawing(language, id: id, width, measure: .count)
    let words = wording(language)
    let rows = rows.filter { !$0.tiles.isEmpty }
    guard !rows.isEmpty else { return drawing.empty("chart-grid", nil, words) }
    // Twenty tiles a line when wide, ten when narrow, so that a column keeps its number.
    let columns = drawing.isNarrow ? 10 : 20
    let pitch = drawing.width / columns
    var y = 0
    for row in rows {
      drawing.out.put("<g class=\"objective-")
      drawing.out.put(count: row.objective)
      drawing.out.put("\">")
      drawing.out.openText("label", 0, y + 120)
      drawing.out.put(
        text: FittedText.fit(
          row.name[language], width: drawing.width, size: Drawing.textSize, most: 1, isBold: true
        ).lines[0])
      drawing.out.closeText()
      y += 190
      for (index, tile) in row.tiles.enumerated() {
        self.tile(
          tile, &drawing, x: index % columns * pitch + 10, y: y + index / columns * (pitch + 150),
          size: pitch - 40, language)
      }
      y += ((row.tiles.count + columns - 1) / columns) * (pitch + 150) + 60
      drawing.out.put("</g>")
    }
    y = statusKey(&drawing, top: y, language)
    return drawing.finish("chart-grid", height: y, objective: nil, words)
  }

  private func tile(
    _ tile: Tile, _ drawing: inout Drawing, x: Int, y: Int, size: Int, _ language: Language
  ) {
    drawing.out.put("<g><title>")
    drawing.out.put(
      text: "\(tile.code)\(language == .english ? ":" : "\u{A0}:") \(tile.status.word[language])")
    drawing.out.put("</title>")
    shape(tile.status, &drawing, x: x, y: y, size: size)
    drawing.out.openText("middle tick", x + size / 2, y + size + 120)
    // The number within its objective: the objective stands above.
    drawing.out.put(text: tile.code.split(separator: ".").last.map(String.init) ?? tile.code)
    drawing.out.closeText()
    drawing.out.put("</g>")
  }

  /// One shape a status; colour only repeats it.
  private func shape(
    _ status: ActivityStatus, _ drawing: inout Drawing, x: Int, y: Int, size: Int
  ) {
    drawing.out.put("<path class=\"tile ")
    drawing.out.put(raw: status.rawValue)
    drawing.out.put("\" d=\"")
    drawing.out.box(x, y, size, size)
    drawing.out.put("\"/>")
    guard status != .notStarted else { return }
    let middle = (x: x + size / 2, y: y + size / 2)
    let half = size * 3 / 10
    drawing.out.put("<path class=\"glyph ")
    drawing.out.put(raw: status.rawValue)
    drawing.out.put("\" d=\"")
    switch status {
    case .notStarted: break
    case .planned:
      // A dot to come.
      drawing.out.box(middle.x - 20, middle.y - 20, 40, 40)
    case .underWay:
      // Its lower half is full.
      drawing.out.box(x, middle.y, size, size / 2)
    case .completed:
      drawing.out.move(middle.x - half, middle.y)
      drawing.out.line(middle.x - half / 4, middle.y + half * 2 / 3)
      drawing.out.line(middle.x + half, middle.y - half * 2 / 3)
    case .continuing:
      for shift in [-half * 2 / 3, half / 3] {
        drawing.out.move(middle.x + shift - half / 4, middle.y - half * 2 / 3)
        drawing.out.line(middle.x + shift + half * 2 / 3, middle.y)
        drawing.out.line(middle.x + shift - half / 4, middle.y + half * 2 / 3)
      }
    case .suspended:
      for shift in [-half / 2, half / 2] {
        drawing.out.move(middle.x + shift, middle.y - half * 3 / 4)
        drawing.out.vertical(to: middle.y + half * 3 / 4)
      }
    case .withdrawn:
      drawing.out.move(middle.x - half, middle.y - half)
      drawing.out.line(middle.x + half, middle.y + half)
      drawing.out.move(middle.x + half, middle.y - half)
      drawing.out.line(middle.x - half, middle.y + half)
    case .noInformation:
      drawing.out.move(middle.x - half * 2 / 3, middle.y)
      drawing.out.horizontal(to: middle.x + half * 2 / 3)
    }
    drawing.out.put("\"/>")
  }

  /// Each status that is there, its shape and how many.
  private func statusKey(_ drawing: inout Drawing, top: Int, _ language: Language) -> Int {
    var (x, y) = (0, top)
    for (status, count) in counts() {
      let text = Terms.activities(count, status, in: language)
      let width = 260 + drawing.textWidth(text)
      if x > 0, x + width > drawing.width { (x, y) = (0, y + 220) }
      shape(status, &drawing, x: x + 10, y: y, size: 160)
      drawing.out.openText(x + 240, y + 125)
      drawing.out.put(text: text)
      drawing.out.closeText()
      x += width + 160
    }
    return y + 220
  }

  /// In the order of the enumeration, those that occur.
  private func counts() -> [(ActivityStatus, Int)] {
    ActivityStatus.allCases.compactMap { status in
      let count = rows.reduce(0) { $0 + $1.tiles.count { $0.status == status } }
      return count > 0 ? (status, count) : nil
    }
  }

  private func wording(_ language: Language) -> Wording {
    var prose = Prose(language)
    let counts = counts()
    let total = counts.reduce(0) { $0 + $1.1 }
    let order: [ActivityStatus] = [
      .completed, .underWay, .continuing, .planned, .notStarted, .suspended, .withdrawn,
      .noInformation,
    ]
    let parts = order.compactMap { status in
      counts.first { $0.0 == status }.map { Terms.activities($0.1, status, in: language) }
    }
    if total == 0 {
      prose.say(.noActivity)
    } else {
      prose.say(
        total == 1 ? .oneActivity : .activities, (.total, .count(total)),
        (.name, .text(parts.joined(separator: ", "))))
    }
    let generated = prose.take()
    prose.add(.activityGrid)
    for row in rows where !row.tiles.isEmpty {
      let each = order.compactMap { status in
        let count = row.tiles.count { $0.status == status }
        return count > 0 ? Terms.activities(count, status, in: language) : nil
      }
      prose.add(
        .rowSign, (.name, .text(row.name[language])),
        (.other, .text(each.joined(separator: ", "))))
    }
    return Wording(
      title: title?[language] ?? generated, subtitle: Terms.of(language).gridSubtitle,
      description: prose.take())
  }
}
