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
      let full = row.name[language]
      let name = FittedText.fit(
        full, width: drawing.width, size: Drawing.textSize, most: 3, isBold: true)
      y = drawing.lines(name, of: full, 0, y + 120, classes: "label") - 120
      y += 40
      tiles(row.tiles, &drawing, columns: columns, pitch: pitch, top: y)
      y += ((row.tiles.count + columns - 1) / columns) * (pitch + 150) + 60
      drawing.out.put("</g>")
    }
    y = statusKey(&drawing, top: y, language)
    return drawing.finish("chart-grid", height: y, objective: nil, words)
  }

  /// One path a status, and the numbers below the tiles.
  private func tiles(
    _ tiles: [Tile], _ drawing: inout Drawing, columns: Int, pitch: Int, top: Int
  ) {
    let size = pitch - 40
    let place = { (index: Int) in
      (x: index % columns * pitch + 10, y: top + index / columns * (pitch + 150))
    }
    for status in ActivityStatus.allCases {
      let places = tiles.indices.filter { tiles[$0].status == status }.map(place)
      shape(status, &drawing, places, size: size)
    }
    drawing.out.put("<g class=\"middle tick\">")
    for (index, tile) in tiles.enumerated() {
      let (x, y) = place(index)
      drawing.out.openText(x + size / 2, y + size + 120)
      // The number within its objective: the objective stands above.
      drawing.out.put(text: tile.code.split(separator: ".").last.map(String.init) ?? tile.code)
      drawing.out.closeText()
    }
    drawing.out.put("</g>")
  }

  /// One shape a status; colour only repeats it.
  private func shape(
    _ status: ActivityStatus, _ drawing: inout Drawing, _ places: [(x: Int, y: Int)], size: Int
  ) {
    guard !places.isEmpty else { return }
    drawing.out.put("<path class=\"tile ")
    drawing.out.put(raw: status.rawValue)
    drawing.out.put("\" d=\"")
    for place in places { drawing.out.box(place.x, place.y, size, size) }
    drawing.out.put("\"/>")
    guard status != .notStarted else { return }
    drawing.out.put("<path class=\"glyph ")
    drawing.out.put(raw: status.rawValue)
    drawing.out.put("\" d=\"")
    for place in places { glyph(status, &drawing, x: place.x, y: place.y, size: size) }
    drawing.out.put("\"/>")
  }

  private func glyph(
    _ status: ActivityStatus, _ drawing: inout Drawing, x: Int, y: Int, size: Int
  ) {
    let middle = (x: x + size / 2, y: y + size / 2)
    let half = size * 3 / 10
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
      drawing.out.step(half - half / 4, half * 2 / 3)
      drawing.out.step(half + half / 4, -half * 4 / 3)
    case .continuing:
      for shift in [-half * 2 / 3, half / 3] {
        drawing.out.move(middle.x + shift - half / 4, middle.y - half * 2 / 3)
        drawing.out.step(half * 2 / 3 + half / 4, half * 2 / 3)
        drawing.out.step(-half * 2 / 3 - half / 4, half * 2 / 3)
      }
    case .suspended:
      for shift in [-half / 2, half / 2] {
        drawing.out.move(middle.x + shift, middle.y - half * 3 / 4)
        drawing.out.step(0, half * 3 / 2)
      }
    case .withdrawn:
      drawing.out.move(middle.x - half, middle.y - half)
      drawing.out.step(2 * half, 2 * half)
      drawing.out.move(middle.x + half, middle.y - half)
      drawing.out.step(-2 * half, 2 * half)
    case .noInformation:
      drawing.out.move(middle.x - half * 2 / 3, middle.y)
      drawing.out.step(half * 4 / 3, 0)
    }
  }

  /// Each status that is there, its shape and how many.
  private func statusKey(_ drawing: inout Drawing, top: Int, _ language: Language) -> Int {
    var (x, y) = (0, top)
    // Of no objective’s colour: it serves all.
    drawing.out.put("<g class=\"neutral\">")
    defer { drawing.out.put("</g>") }
    for (status, count) in counts() {
      let text = Terms.activities(count, status, in: language)
      let width = 260 + drawing.textWidth(text)
      if x > 0, x + width > drawing.width { (x, y) = (0, y + 220) }
      shape(status, &drawing, [(x + 10, y)], size: 160)
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
