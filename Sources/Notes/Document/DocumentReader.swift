import Diagnostics
import Languages
import Partnership

/// Turns the body of a note into a checked document, and its list items into statements.
struct DocumentReader {
  let vocabulary: NoteVocabulary
  let source: NoteSource
  /// Whether list items may state decisions, follow-ups and activity reports: only a meeting's may.
  let statesFacts: Bool
  private(set) var findings = Findings()
  private(set) var statements: [Statement] = []
  /// In small letters, canonically decomposed.
  private(set) var headings: [String] = []
  /// What the author overruled, by line of the comment.
  private let permissions: [Int: [NoteSource.Permission]]
  /// Lines of the comments that overruled something.
  private var overruling: Set<Int> = []
  private var anchors: [String: Int] = [:]
  /// How many marks are open around the words that are read: emphasis, links.
  private var markDepth = 0
  /// How many words are still looked up for “did you mean …?”: nobody reads a thousand of them.
  private var proposals = 100
  /// How many list items are open around the block that is read.
  private var itemDepth = 0
  private var typedNumbers: [TypedNumber] = []
  private var references: [FigureReference] = []

  init(_ vocabulary: NoteVocabulary, source: NoteSource, statesFacts: Bool = true) {
    self.vocabulary = vocabulary
    self.source = source
    self.statesFacts = statesFacts
    permissions = Dictionary(grouping: source.permissions, by: \.line)
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
      language: vocabulary.language, blocks: blocks, closedPassages: source.closedPassages,
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
    guard let line = place.line else { return false }
    for line in [line, line - 1] {
      guard permissions[line]?.contains(where: { $0.code == code }) == true else { continue }
      overruling.insert(line)
      return true
    }
    return false
  }

  // MARK: Blocks

  private mutating func blocks(_ nodes: [MarkdownNode]) -> [NoteBlock] {
    nodes.compactMap { block($0) }
  }

  private mutating func block(_ node: MarkdownNode) -> NoteBlock? {
    switch node.kind {
    case .heading(let level):
      let passage = passage(node)
      let folded = passage.plain.lowercased().decomposed
      headings.append(folded)
      // The page has its own first heading.
      return .heading(
        level: min(6, max(2, level)), anchor: anchor(folded), text: passage.inlines)
    case .paragraph:
      let passage = passage(node)
      if statesFacts, itemDepth == 0, StatementParser.isStatement(passage.plain, vocabulary) {
        add(.statementOutsideList, at: place(node))
      }
      return .paragraph(passage.inlines)
    case .blockQuote: return .quote(blocks(node.children))
    case .code(let text):
      for message in vocabulary.guardWords.findings(in: text) { add(message, at: place(node)) }
      return .code(text)
    case .thematicBreak: return .rule
    case .list(let isOrdered, let start):
      return .list(isOrdered: isOrdered, start: start, items: node.children.map { item($0) })
    case .table:
      let rows = node.children.map { row in row.children.map { passage($0, countsNumbers: false) } }
      addTypedNumbers(in: rows.map { $0.map(\.plain) }, of: node)
      let cells = rows.map { $0.map(\.inlines) }
      return .table(header: cells.first ?? [], rows: Array(cells.dropFirst()))
    case .footnoteDefinition:
      return .footnote(label: "", blocks: blocks(node.children))
    case .html:
      add(.rawHTML, at: place(node))
      return nil
    default: return nil
    }
  }

  private mutating func item(_ node: MarkdownNode) -> NoteItem {
    itemDepth += 1
    let blocks = self.blocks(node.children)
    itemDepth -= 1
    var isDone: Bool?
    if case .taskItem(let done) = node.kind { isDone = done }
    var decision: String?
    if case .paragraph(let text)? = blocks.first {
      var parser = StatementParser(vocabulary, place: place(node), proposes: proposals > 0)
      let statement = parser.parse(text.plain)
      proposals -= parser.findings.all.count
      if statesFacts {
        if let statement {
          statements.append(statement)
          if case .decision(let code, _) = statement.kind { decision = code }
        }
        for finding in parser.findings.all {
          add(finding.message, at: finding.place ?? place(node))
        }
      } else if statement != nil {
        add(.statementOutsideMeeting, at: place(node))
      }
    }
    return NoteItem(isDone: isDone, blocks: blocks, decision: decision)
  }

  /// - Parameter words: in small letters, canonically decomposed.
  private mutating func anchor(_ words: String) -> String {
    let slug = words.unicodeScalars.reduce(into: "") { slug, scalar in
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

  /// Running text, and its words alone.
  private struct Passage {
    var inlines: [NoteInline] = []
    var plain = ""
  }

  /// - Parameter countsNumbers: whether typed numbers are looked for here, not by the caller.
  private mutating func passage(_ node: MarkdownNode, countsNumbers: Bool = true) -> Passage {
    var scanner = InlineScanner(vocabulary, place: place(node))
    var passage = Passage()
    add(node.children, to: &passage.inlines, &scanner)
    passage.plain = passage.inlines.plain
    for finding in scanner.findings.all { add(finding.message, at: finding.place ?? place(node)) }
    references += scanner.references
    // One text was scanned as a whole.
    var traits: PassageTraits?
    if passage.inlines.count < 2, passage.inlines.first?.isPlainText != false {
      traits = scanner.traits
    } else {
      // A name or a number may be divided by marks: `Mme **Exemple**`, or stand in code.
      let all = PassageTraits(passage.plain)
      let seen = Set(scanner.findings.all.map(\.message.code))
      for message in vocabulary.guardWords.findings(in: passage.plain, all, besides: seen) {
        add(message, at: place(node))
      }
      traits = all
    }
    if countsNumbers {
      addTypedNumbers(in: passage.plain, traits, context: passage.plain, at: place(node))
    }
    return passage
  }

  // MARK: Typed numbers

  /// Numbers beside the words of an indicator: whether one reveals a hidden figure is asked of the
  /// gate.
  private mutating func addTypedNumbers(
    in text: String, _ traits: PassageTraits? = nil, context: String, at place: Place
  ) {
    let numbers = NumberWords.numbers(in: text, units: vocabulary.unitWords, traits: traits)
    if numbers.isEmpty { return }
    let series = vocabulary.indicators(namedIn: context)
    if series.isEmpty || isOverruled("typed-number", at: place) { return }
    typedNumbers += numbers.map {
      TypedNumber(
        number: $0.number, decimals: $0.decimals, isPercent: $0.isPercent, series: series,
        place: place)
    }
  }

  /// In a table the words stand at the head of the column or elsewhere in the row.
  private mutating func addTypedNumbers(in rows: [[String]], of table: MarkdownNode) {
    let header = (rows.first ?? []).joined(separator: " ")
    for (row, node) in zip(rows, table.children).dropFirst() {
      let text = row.joined(separator: " | ")
      addTypedNumbers(in: text, context: header + " " + text, at: place(node))
    }
  }

  private mutating func add(
    _ nodes: [MarkdownNode], to passage: inout [NoteInline], _ scanner: inout InlineScanner
  ) {
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
        scanner.scan(text, at: textPlace ?? scanner.place, into: &passage)
        text = ""
        textPlace = nil
        if let inline = inline(node, &scanner) { passage.append(inline) }
      }
    }
    scanner.scan(text, at: textPlace ?? scanner.place, into: &passage)
  }

  private mutating func inlines(
    _ nodes: [MarkdownNode], _ scanner: inout InlineScanner
  ) -> [NoteInline] {
    var result: [NoteInline] = []
    add(nodes, to: &result, &scanner)
    return result
  }

  private mutating func inline(
    _ node: MarkdownNode, _ scanner: inout InlineScanner
  ) -> NoteInline? {
    markDepth += 1
    defer { markDepth -= 1 }
    guard markDepth <= NoteLimits.nesting else {
      findings.add(.marksTooDeep, at: scanner.place)
      return nil
    }
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

extension NoteInline {
  /// Whether it is text, a mention or a figure, all of which were read where they stand.
  fileprivate var isPlainText: Bool {
    switch self {
    case .text, .mention, .figure: true
    default: false
    }
  }
}

extension [NoteInline] {
  /// The words alone; a figure is its reference, so that no value is needed to read a statement.
  var plain: String {
    if count == 1, case .text(let text)? = first { return text }
    var words = ""
    add(to: &words)
    return words
  }

  private func add(to words: inout String) {
    for inline in self {
      switch inline {
      case .text(let text), .code(let text), .mention(let text): words += text
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner):
        inner.add(to: &words)
      case .lineBreak: words += " "
      case .figure, .footnoteReference: break
      }
    }
  }
}

extension String {
  /// Canonically decomposed: letters apart from their accents.
  var decomposed: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      text += Self.base[scalar].map(String.init) ?? String(scalar)
    }
  }

  private static let base: [Unicode.Scalar: Character] = [
    "à": "a", "â": "a", "ä": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i",
    "ï": "i", "ô": "o", "ö": "o", "ù": "u", "û": "u", "ü": "u", "ÿ": "y", "œ": "o", "æ": "a",
  ]
}
