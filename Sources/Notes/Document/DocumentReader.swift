import Diagnostics
import Languages
import Partnership

/// Turns the body of a note into a checked document, and its list items into statements.
struct DocumentReader {
  let compact: Compact
  let language: Language
  let source: NoteSource
  private let vocabulary: NoteVocabulary
  private(set) var findings = Findings()
  private(set) var statements: [Statement] = []
  private(set) var headings: [String] = []
  /// Lines of the comments that overruled something.
  private var overruling: Set<Int> = []
  private var anchors: [String: Int] = [:]
  private var typedNumbers: [TypedNumber] = []
  private var references: [FigureReference] = []

  init(compact: Compact, vocabulary: NoteVocabulary, source: NoteSource) {
    self.compact = compact
    self.language = vocabulary.language
    self.source = source
    self.vocabulary = vocabulary
  }

  mutating func read() -> NoteDocument {
    let tree = MarkdownTree.parse(source.body)
    let blocks = self.blocks(tree.children)
    for permission in source.permissions where !overruling.contains(permission.line) {
      findings.add(
        .allowanceUnused(permission.code),
        at: Place(file: source.file, line: permission.line, column: 1))
    }
    return NoteDocument(
      language: language, blocks: blocks, closedPassages: source.closedPassages,
      typedNumbers: typedNumbers, references: references)
  }

  func place(_ node: MarkdownNode) -> Place {
    Place(file: source.file, line: source.bodyOffset + node.line, column: max(1, node.column))
  }

  /// A finding, unless the author overruled it on its line or the line before.
  mutating func add(_ message: Finding.Message, at place: Place) {
    if !isOverruled(message.code, at: place) { findings.add(message, at: place) }
  }

  /// Whether the author overruled findings of this code on this line or the line before.
  private mutating func isOverruled(_ code: String, at place: Place) -> Bool {
    let line = place.line ?? 0
    let permission = source.permissions.first {
      $0.code == code && ($0.line == line || $0.line + 1 == line)
    }
    if let permission { overruling.insert(permission.line) }
    return permission != nil
  }

  // MARK: Blocks

  private mutating func blocks(_ nodes: [MarkdownNode]) -> [NoteBlock] {
    nodes.compactMap { block($0) }
  }

  private mutating func block(_ node: MarkdownNode) -> NoteBlock? {
    switch node.kind {
    case .heading(let level):
      let text = inlines(node)
      let words = text.plain
      headings.append(words)
      // The page has its own first heading.
      return .heading(level: min(6, max(2, level)), anchor: anchor(words), text: text)
    case .paragraph: return .paragraph(inlines(node))
    case .blockQuote: return .quote(blocks(node.children))
    case .code(let text): return .code(text)
    case .thematicBreak: return .rule
    case .list(let isOrdered, let start):
      return .list(isOrdered: isOrdered, start: start, items: node.children.map { item($0) })
    case .table:
      let rows = node.children.map { row in row.children.map { inlines($0) } }
      return .table(header: rows.first ?? [], rows: Array(rows.dropFirst()))
    case .footnoteDefinition:
      return .footnote(label: "", blocks: blocks(node.children))
    case .html:
      add(.rawHTML, at: place(node))
      return nil
    default: return nil
    }
  }

  private mutating func item(_ node: MarkdownNode) -> NoteItem {
    let blocks = self.blocks(node.children)
    var isDone: Bool?
    if case .taskItem(let done) = node.kind { isDone = done }
    var decision: String?
    if case .paragraph(let text)? = blocks.first {
      var parser = StatementParser(compact: compact, vocabulary, place: place(node))
      if let statement = parser.parse(text.plain) {
        statements.append(statement)
        if case .decision(let code, _) = statement.kind { decision = code }
      }
      for finding in parser.findings.all {
        add(finding.message, at: finding.place ?? place(node))
      }
    }
    return NoteItem(isDone: isDone, blocks: blocks, decision: decision)
  }

  private mutating func anchor(_ words: String) -> String {
    let slug = words.lowercased().decomposed.unicodeScalars.reduce(into: "") { slug, scalar in
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, !slug.hasSuffix("-"), !scalar.properties.isDiacritic {
        slug += "-"
      }
    }
    let stem = slug.hasSuffix("-") ? String(slug.dropLast()) : slug
    let base = stem.isEmpty ? "section" : stem
    anchors[base, default: 0] += 1
    let count = anchors[base, default: 1]
    return count == 1 ? base : "\(base)-\(count)"
  }

  // MARK: Inlines

  private mutating func inlines(_ node: MarkdownNode) -> [NoteInline] {
    var scanner = InlineScanner(vocabulary, place: place(node))
    let result = inlines(node.children, &scanner)
    for finding in scanner.findings.all { add(finding.message, at: finding.place ?? place(node)) }
    references += scanner.references
    for number in scanner.typedNumbers(in: result.plain)
    where !isOverruled("typed-number", at: number.place) {
      typedNumbers.append(number)
    }
    return result
  }

  private mutating func inlines(
    _ nodes: [MarkdownNode], _ scanner: inout InlineScanner
  ) -> [NoteInline] {
    var result: [NoteInline] = []
    var text = ""
    var textPlace: Place?
    for node in nodes {
      switch node.kind {
      case .text(let literal):
        if textPlace == nil { textPlace = place(node) }
        text += literal
      case .softBreak:
        text += " "
      default:
        result += scanner.scan(text, at: textPlace ?? scanner.place)
        text = ""
        textPlace = nil
        if let inline = inline(node, &scanner) { result.append(inline) }
      }
    }
    return result + scanner.scan(text, at: textPlace ?? scanner.place)
  }

  private mutating func inline(
    _ node: MarkdownNode, _ scanner: inout InlineScanner
  ) -> NoteInline? {
    switch node.kind {
    case .emphasis: return .emphasis(inlines(node.children, &scanner))
    case .strong: return .strong(inlines(node.children, &scanner))
    case .strikethrough: return .strikethrough(inlines(node.children, &scanner))
    case .inlineCode(let text): return .code(text)
    case .lineBreak: return .lineBreak
    case .footnoteReference(let label): return .footnoteReference(label: label)
    case .link(let address):
      guard LinkRules.isHarmless(address) else {
        add(.dangerousLink, at: place(node))
        return nil
      }
      if address.hasPrefix("mailto:") { scanner.checkContact(address, at: place(node)) }
      return .link(address: address, text: inlines(node.children, &scanner))
    case .image:
      add(.imageRefused, at: place(node))
      return nil
    case .inlineHTML:
      add(.rawHTML, at: place(node))
      return nil
    default: return nil
    }
  }
}

extension [NoteInline] {
  /// The words alone; a figure is its reference, so that no value is needed to read a statement.
  var plain: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text), .mention(let text): text
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): inner.plain
      case .link(_, let inner): inner.plain
      case .lineBreak: " "
      case .figure, .footnoteReference: ""
      }
    }.joined()
  }
}

extension String {
  /// Canonically decomposed: letters apart from their accents.
  var decomposed: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      text += Self.base[scalar].map(String.init) ?? String(scalar)
    }
  }

  private static let base: [Unicode.Scalar: Character] = [
    "à": "a", "â": "a", "ä": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i",
    "ï": "i", "ô": "o", "ö": "o", "ù": "u", "û": "u", "ü": "u", "ÿ": "y", "œ": "o", "æ": "a",
  ]
}
