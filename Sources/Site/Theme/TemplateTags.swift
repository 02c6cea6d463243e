/// A template as its author wrote it, where, and the tags in it.
struct TemplateText {
  /// The file, as the reader would type it.
  let place: String
  let text: String
  let tags: [TemplateTag]
}

/// A tag of a Mustache template and where it stands.
struct TemplateTag: Hashable {
  enum Kind: Hashable {
    case text, markup, section, inverted, partial, end
    /// A tag that themes here do not use: delimiters, inheritance, dynamic names, pragmas.
    case unsupported
  }

  let kind: Kind
  let name: String
  let line: Int
  /// In characters, from 1.
  let column: Int

  /// The tags of a template in order; comments apart. Broken tags are the parser’s to report.
  static func all(in text: String) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    var rest = text[...]
    // The line that was reached, and where it begins.
    var line = 1
    var start = text.startIndex
    while let open = rest.firstRange(of: "{{") {
      // A tag may go on over lines: they are counted up to where it opens.
      while let end = text[start..<open.lowerBound].firstIndex(where: \.isNewline) {
        line += 1
        start = text.index(after: end)
      }
      let column = text.distance(from: start, to: open.lowerBound) + 1
      var inside = rest[open.upperBound...]
      let isTriple = inside.first == "{"
      if isTriple { inside = inside.dropFirst() }
      guard let close = inside.firstRange(of: isTriple ? "}}}" : "}}") else { break }
      rest = inside[close.upperBound...]
      if let tag = tag(
        inside[..<close.lowerBound], isTriple: isTriple, line: line, column: column)
      {
        tags.append(tag)
      }
    }
    return tags
  }

  private static func tag(
    _ content: Substring, isTriple: Bool, line: Int, column: Int
  ) -> TemplateTag? {
    func trimmed(_ text: Substring) -> String {
      String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    if isTriple {
      return TemplateTag(kind: .markup, name: trimmed(content), line: line, column: column)
    }
    let kind: Kind
    switch content.first {
    case "!": return nil
    case "#": kind = .section
    case "^": kind = .inverted
    case "/": kind = .end
    case ">": kind = .partial
    case "&": kind = .markup
    case "=", "<", "$", "%": kind = .unsupported
    default: return TemplateTag(kind: .text, name: trimmed(content), line: line, column: column)
    }
    let name = trimmed(content.dropFirst())
    let isDynamic = kind == .partial && name.hasPrefix("*")
    return TemplateTag(
      kind: isDynamic ? .unsupported : kind, name: name, line: line, column: column)
  }
}
