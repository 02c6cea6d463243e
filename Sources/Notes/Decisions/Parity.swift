import Diagnostics
import Languages

/// Both languages of a note must state the same facts: sections, decisions, references, tables.
struct Parity {
  let notes: TwinNotes
  let documents: Localized<NoteDocument?>
  let statements: Localized<[Statement]?>
  /// Whether one of the two is there and could not be read, which has its own finding.
  let hasBrokenTwin: Bool

  func check(_ findings: inout Findings) {
    guard let english = documents[.english], let french = documents[.french],
      let stated = statements[.english], let dits = statements[.french],
      let file = notes[.french]?.source.file
    else { return pending(&findings) }
    let start = Place(file: file, line: 1, column: 1)
    checkStaleness(&findings)
    if english.headingLevels != french.headingLevels {
      findings.add(.headingsDiffer, at: start)
    }
    let facts = Dictionary(grouping: stated) { $0.code }
    let faits = Dictionary(grouping: dits) { $0.code }
    for (code, list) in facts.sorted(by: { $0.key < $1.key }) {
      guard let other = faits[code], other.count == list.count else {
        findings.add(.statementInOneLanguage(code), at: list.first?.place ?? start)
        continue
      }
      for (one, two) in zip(list, other) where one.kind != two.kind {
        findings.add(.statementsDiffer(code), at: two.place)
      }
    }
    for (code, list) in faits.sorted(by: { $0.key < $1.key }) where facts[code] == nil {
      findings.add(.statementInOneLanguage(code), at: list.first?.place ?? start)
    }
    if english.references.map(\.meaning).sorted() != french.references.map(\.meaning).sorted() {
      findings.add(.referencesDiffer, at: start)
    }
    if english.closedPassages != french.closedPassages {
      findings.add(.closedPassagesDiffer, at: start)
    }
    if english.tableSizes != french.tableSizes { findings.add(.tablesDiffer, at: start) }
  }

  /// A note that says which text it translates is asked whether that text is still the same.
  private func checkStaleness(_ findings: inout Findings) {
    for language in Language.allCases {
      let other: Language = language == .english ? .french : .english
      guard let note = notes[language], let original = notes[other],
        note.frontMatter.values["translates"] != nil
      else { continue }
      let stale = note.source.segments.stale(
        recorded: note.frontMatter.list("translates"), source: original.source.segments)
      for segment in stale {
        findings.add(
          .translationStale(language),
          at: Place(
            file: note.source.file, line: note.source.bodyOffset + segment.line + 1, column: 1))
      }
    }
  }

  private func pending(_ findings: inout Findings) {
    guard !hasBrokenTwin, let note = notes[.english] ?? notes[.french] else { return }
    let missing: Language = notes[.english] == nil ? .english : .french
    findings.add(.translationPending(missing), at: Place(file: note.source.file))
  }
}

extension NoteDocument {
  var headingLevels: [Int] {
    blocks.compactMap { if case .heading(let level, _, _) = $0 { level } else { nil } }
  }

  /// Rows and columns of each table, in order.
  var tableSizes: [[Int]] {
    blocks.compactMap {
      if case .table(let header, let rows) = $0 { [rows.count, header.count] } else { nil }
    }
  }
}

extension FigureReference {
  /// What it refers to, whatever the language.
  fileprivate var meaning: String {
    ([series, period, wantsChange ? "change" : ""]
      + filters.map { "\($0.dimension)=\($0.category)" }.sorted()).joined(separator: " ")
  }
}
