/// A template as its author wrote it, and the tags in it.
struct TemplateText {
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
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var rest = line[...]
      while let open = rest.firstRange(of: "{{") {
        var inside = rest[open.upperBound...]
        let column = line.distance(from: line.startIndex, to: open.lowerBound) + 1
        let isTriple = inside.first == "{"
        if isTriple { inside = inside.dropFirst() }
        guard let close = inside.firstRange(of: isTriple ? "}}}" : "}}") else { break }
        let content = inside[..<close.lowerBound]
        rest = inside[close.upperBound...]
        if let tag = tag(content, isTriple: isTriple, line: number + 1, column: column) {
          tags.append(tag)
        }
      }
    }
    return tags
  }

  private static func tag(
    _ content: Substring, isTriple: Bool, line: Int, column: Int
  ) -> TemplateTag? {
    func trimmed(_ text: Substring) -> String {
      String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
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
