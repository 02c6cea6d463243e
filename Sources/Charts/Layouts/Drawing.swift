import Languages
import Publication

/// A chart on its way: the bytes drawn so far, and what every mark needs to know. Lengths are in
/// tenths of a pixel; y grows downward.
struct Drawing: ~Copyable {
  var out: SVGWriter
  let language: Language
  let layout: ChartWidth
  var numbers: NumberWriter
  let id: String
  /// Signs in the place of values, drawn together at the end.
  private var signs: [(sign: Sign, x: Int, y: Int, isLabelled: Bool)] = []

  init(_ language: Language, id: String, _ layout: ChartWidth, measure: PublishedMeasure) {
    out = SVGWriter()
    self.language = language
    self.layout = layout
    self.id = Self.safe(id)
    numbers = NumberWriter(language, measure)
  }

  var isNarrow: Bool { layout == .narrow }
  var width: Int { layout.pixels * 10 }

  static let textSize = 12
  static let lineHeight = 150

  func textWidth(_ text: String) -> Int { AdvanceWidths.tenths(of: text, size: Self.textSize) }

  func boldWidth(_ text: String) -> Int { textWidth(text) * AdvanceWidths.bold / 100 }

  func numberWidth(_ quantity: Quantity) -> Int {
    (numbers.width(quantity) * Self.textSize + 9) / 10
  }

  /// What `valueLabel` takes up.
  func labelWidth(_ reading: Reading) -> Int {
    switch reading.cell {
    case .value(let quantity, _):
      numberWidth(quantity) + reading.letters.nonzeroBitCount * 220
    case .sign: Self.signWidth
    }
  }

  /// Numbers that the chart will bear: from a thousand million on they would be longer than they
  /// are legible, and all of the chart are written with powers of ten.
  mutating func willWrite(_ readings: some Sequence<Reading>) {
    for reading in readings { willWrite(reading.value) }
  }

  @inline(__always)
  mutating func willWrite(_ value: Double?) {
    if let value, value.magnitude >= 1e9 { numbers.usesPowers = true }
  }

  mutating func willWrite(_ quantities: [Quantity?]) {
    for quantity in quantities { willWrite(quantity.flatMap(Reading.drawable)) }
  }

  /// `1,240`, `1,240 [p]`.
  mutating func number(_ quantity: Quantity, letters: UInt8 = 0) {
    numbers.writeShort(quantity, into: &out)
    self.letters(letters)
  }

  /// The label of a tick.
  mutating func tick(_ ticks: Ticks, _ index: Int) {
    if let label = ticks.quantity(index) {
      number(Quantity(label.units, decimals: label.decimals))
    } else {
      numbers.write(
        units: ticks.first + index * ticks.step, exponent: ticks.exponent, into: &out)
    }
  }

  func tickWidth(_ ticks: Ticks, _ index: Int) -> Int {
    if let label = ticks.quantity(index) {
      return numberWidth(Quantity(label.units, decimals: label.decimals))
    }
    return (NumberWriter.powerWidth * Self.textSize + 9) / 10
  }

  /// - Parameter isAlone: no number stands before them.
  mutating func letters(_ letters: UInt8, isAlone: Bool = false) {
    guard letters != 0 else { return }
    lettersSeen |= letters
    var isFirst = isAlone
    for (bit, mark) in Self.letterMarks where letters & bit != 0 {
      if !isFirst { out.put("\u{A0}") }
      out.put(mark)
      isFirst = false
    }
  }

  private static let letterMarks: [(UInt8, StaticString)] = [
    (1, "[e]"), (2, "[p]"), (4, "[r]"), (8, "[a]"),
  ]

  // MARK: Signs

  /// The box of a sign, its gap and its letters: the same for every sign.
  static let signWidth = 420
  static let signBox = (width: 180, height: 110)
  /// Narrower where many periods leave no room; the same for all signs of a chart.
  var signBoxWidth = 180

  /// A sign that begins at `x`, its middle at `y`.
  mutating func sign(_ sign: Sign, x: Int, middle y: Int, isLabelled: Bool = true) {
    signs.append((sign, x, y, isLabelled))
    signsSeen.insert(sign)
  }

  /// Every sign placed so far: boxes of one size, and their letters.
  mutating func flushSigns() {
    guard !signs.isEmpty else { return }
    let (width, height) = (signBoxWidth, Self.signBox.height)
    if signs.contains(where: { $0.sign == .hidden }) {
      out.put("<path class=\"hidden\" d=\"")
      for sign in signs where sign.sign == .hidden {
        out.box(sign.x, sign.y - height / 2, width, height)
        hatch(sign.x, sign.y + height / 2, width, height)
      }
      out.put("\"/>")
    }
    if signs.contains(where: { $0.sign != .hidden }) {
      out.put("<path class=\"sign\" d=\"")
      for sign in signs { outline(sign.sign, sign.x, sign.y) }
      out.put("\"/>")
    }
    if signs.contains(where: { $0.isLabelled }) {
      out.put("<g class=\"letters\">")
      for sign in signs where sign.isLabelled {
        out.openText(sign.x + width + 30, sign.y + 40)
        out.put(sign.sign.mark)
        out.closeText()
      }
      out.put("</g>")
    }
    signs.removeAll()
  }

  /// Which signs were placed, in the order of their definition.
  private(set) var signsSeen: Set<Sign> = []
  /// Which letters were written, one bit each.
  var lettersSeen: UInt8 = 0

  /// Five strokes across a box, drawn: a pattern would need an id and could not be styled alike by
  /// every reader of SVG.
  private mutating func hatch(_ x: Int, _ foot: Int, _ width: Int, _ height: Int) {
    let slope = width * 11 / 18
    for step in 0..<3 {
      out.move(x + (width - slope) * step / 2, foot)
      out.line(x + (width - slope) * step / 2 + slope, foot - height)
    }
    out.move(x, foot - height / 2)
    out.line(x + slope / 2, foot - height)
    out.move(x + width - slope / 2, foot)
    out.line(x + width, foot - height / 2)
  }

  private mutating func outline(_ sign: Sign, _ x: Int, _ y: Int) {
    let width = signBoxWidth
    switch sign {
    case .hidden: break
    case .notAvailable:
      out.move(x + width / 4, y - 40)
      out.line(x + width * 3 / 4, y + 40)
      out.move(x + width * 3 / 4, y - 40)
      out.line(x + width / 4, y + 40)
    case .notApplicable:
      out.move(x + width / 6, y)
      out.horizontal(to: x + width * 5 / 6)
    case .notYetDue:
      // An open box, its lid up.
      out.move(x + width / 6, y - 50)
      out.vertical(to: y + 50)
      out.horizontal(to: x + width * 5 / 6)
      out.vertical(to: y - 50)
    case .undrawable:
      out.move(x + width / 2, y - 50)
      out.line(x + width * 5 / 6, y + 50)
      out.horizontal(to: x + width / 6)
      out.put("z")
    }
  }

  // MARK: The whole

  /// Only what an id may hold, so that no reference to it breaks.
  private static func safe(_ id: String) -> String {
    let isSafe = { (byte: UInt8) in
      byte == 0x2D || byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte)
    }
    if !id.isEmpty, id.utf8.allSatisfy(isSafe) { return id }
    let kept = String(decoding: id.utf8.filter(isSafe), as: UTF8.self)
    return kept.isEmpty ? "chart" : kept
  }

  /// - Parameters:
  ///   - kind: the class that tells the kind: `chart-line`.
  ///   - height: of the view box, in tenths of a pixel.
  consuming func finish(
    _ kind: StaticString, height: Int, objective: Int?, viewWidth: Int? = nil, _ words: Wording
  ) -> Chart {
    flushSigns()
    let description = words.description
    var head = SVGWriter(capacity: words.byteCount * 2 + 700)
    let height = (height + 9) / 10 * 10
    head.put("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"")
    let classes = head.count
    head.put("chart ")
    head.put(kind)
    head.put(isNarrow ? " chart-narrow" : " chart-wide")
    if let objective {
      head.put(" objective-")
      head.put(count: objective)
    }
    let classesEnd = head.count
    head.put("\" viewBox=\"0 0 ")
    head.put(tenths: viewWidth ?? width)
    head.put(byte: UInt8(ascii: " "))
    head.put(tenths: height)
    head.put("\" role=\"img\" lang=\"")
    head.put(raw: language.tag)
    head.put("\" aria-labelledby=\"")
    head.put(raw: id)
    head.put("-t\" aria-describedby=\"")
    head.put(raw: id)
    head.put("-d\"><title id=\"")
    head.put(raw: id)
    head.put("-t\">")
    head.put(text: words.title)
    head.put("</title><desc id=\"")
    head.put(raw: id)
    head.put("-d\">")
    head.put(text: description)
    head.put("</desc>")
    return Chart(
      title: words.title, subtitle: words.subtitle, description: description, width: layout,
      svg: SVGWriter.joined(head, out, "</svg>"), language: language, viewWidth: viewWidth,
      height: height / 10, drawing: head.count..<head.count + out.count,
      classes: classes..<classesEnd, id: id)
  }
}

/// The words of a chart, plain.
struct Wording {
  var title: String
  var subtitle: String
  var description: String

  var byteCount: Int { title.utf8.count + description.utf8.count }
}

extension Drawing {
  /// A chart that has nothing to draw, and says so.
  consuming func empty(_ kind: StaticString, _ objective: Int?, _ words: Wording) -> Chart {
    let text = Terms.of(language).noFigure
    // There is nothing but the title to tell.
    var words = words
    words.description = words.title + "."
    out.put("<path class=\"frame\" d=\"")
    out.box(5, 5, width - 10, 590)
    out.put("\"/><g class=\"middle\">")
    out.openText(width / 2, 340)
    out.put(text: text)
    out.closeText()
    out.put("</g>")
    return finish(kind, height: 600, objective: objective, words)
  }
}
