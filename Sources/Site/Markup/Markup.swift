import Languages

/// HTML that is safe to place in a page. In a literal, what is written is markup; what is
/// interpolated is text, and escaped, unless it is markup itself.
///
/// `"<b>\(name)</b>"` cannot be broken by a name with `<` in it; there is no way to put raw text in
/// but `Markup(safe:)`, which is searchable.
struct Markup: Sendable, Hashable, ExpressibleByStringInterpolation {
  private(set) var html: String

  init() { html = "" }

  init(stringLiteral value: String) { html = value }

  /// Text that is markup already: from the drawing room or the notes, never from a reader’s file.
  init(safe html: String) { self.html = html }

  /// Text as a reader reads it.
  init(text: some StringProtocol) {
    html = ""
    html.appendEscaped(text)
  }

  init(stringInterpolation: StringInterpolation) { html = stringInterpolation.html }

  struct StringInterpolation: StringInterpolationProtocol {
    var html = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: String) { html += literal }
    mutating func appendInterpolation(_ text: some StringProtocol) { html.appendEscaped(text) }
    mutating func appendInterpolation(_ number: Int) { html += String(number) }
    mutating func appendInterpolation(_ markup: Markup) { html += markup.html }
    mutating func appendInterpolation(_ markup: Markup?) { html += markup?.html ?? "" }
  }

  var isEmpty: Bool { html.isEmpty }

  /// Adds text as a reader reads it.
  mutating func append(text: some StringProtocol) { html.appendEscaped(text) }

  static func += (one: inout Markup, other: Markup) { one.html += other.html }

  static func + (one: Markup, other: Markup) -> Markup { Markup(safe: one.html + other.html) }
}

extension Sequence<Markup> {
  /// All of them, one after the other.
  func joined(by separator: Markup = "") -> Markup {
    var all = Markup()
    var isFirst = true
    for each in self {
      if !isFirst { all += separator }
      all += each
      isFirst = false
    }
    return all
  }
}

extension String {
  /// The five characters that mean something to HTML, in text and in quoted attributes.
  mutating func appendEscaped(_ text: some StringProtocol) {
    guard text.holdsByte({ $0 < 0x3F && Self.escape(for: $0) != nil }) else {
      self += text
      return
    }
    var written = text.startIndex
    for index in text.utf8.indices {
      guard let escape = Self.escape(for: text.utf8[index]) else { continue }
      self += text[written..<index]
      self += escape
      written = text.utf8.index(after: index)
    }
    self += text[written...]
  }

  private static func escape(for byte: UInt8) -> String? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    case 0x27: "&#39;"
    default: nil
    }
  }
}
