public import Languages

/// A chart drawn from published figures: its words, and an SVG that bears classes and no style.
public struct Chart: Sendable, Hashable {
  /// The finding in words: plain text, for the figure’s caption.
  public let title: String
  /// What is counted, in which unit, over which periods: plain text.
  public let subtitle: String
  /// Trend, extremes, comparison with the target, what is hidden and why: plain text, the same
  /// that the SVG holds as `<desc>`.
  public let description: String
  public let width: ChartWidth
  /// One `<svg>` element in UTF-8, to be placed inline in a page that has `charts.css`.
  public let svg: [UInt8]
  let language: Language
  /// Of the view box in tenths of a pixel, where it is not that of the layout.
  let viewWidth: Int?
  /// In pixels of the view box.
  let height: Int
  /// Where the drawing stands in `svg`, without the element’s own tags and words.
  let drawing: Range<Int>
  /// Where its classes stand there.
  let classes: Range<Int>
  let id: String

  /// The `<svg>` element as text.
  public var markup: String { String(decoding: svg, as: UTF8.self) }
}

/// For which width a chart is laid out. `charts.css` shows one of the two.
public enum ChartWidth: String, Sendable, Hashable, CaseIterable {
  /// A view box 340 wide, for a telephone.
  case narrow
  /// A view box 680 wide, for a column of text and for paper.
  case wide

  var pixels: Int { self == .narrow ? 340 : 680 }
}

/// What can be drawn: each kind of chart is a value that holds figures and words.
public protocol ChartKind: Sendable {
  /// - Parameter id: unique on the page; ids inside the SVG begin with it.
  func draw(in language: Language, id: String, width: ChartWidth) -> Chart
}

extension ChartKind {
  /// Both layouts, one after the other, of which the style sheet shows one: the mark-up for a
  /// page, and the wide chart with its words.
  public func figure(in language: Language, id: String) -> (markup: String, wide: Chart) {
    let wide = draw(in: language, id: id + "-w", width: .wide)
    let narrow = draw(in: language, id: id + "-n", width: .narrow)
    return (String(decoding: wide.svg + narrow.svg, as: UTF8.self), wide)
  }
}
