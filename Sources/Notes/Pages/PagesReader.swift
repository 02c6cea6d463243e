public import Diagnostics
import Languages
public import Partnership

/// Reads the pages that the committee writes, under the same guard as its notes.
public struct PagesReader: Sendable {
  let compact: Compact

  public init(compact: Compact) { self.compact = compact }

  /// - Returns: pages in the order of their names.
  public func read(_ sources: [PageSource], into findings: inout Findings) -> [ContentPage] {
    let vocabularies = Localized<NoteVocabulary>.each { NoteVocabulary(compact, language: $0) }
    let read = inParallel(sources.sorted { $0.name < $1.name }) { source in
      var found = Findings()
      let page = PageReader(vocabularies: vocabularies, source: source).read(into: &found)
      return (page: page, findings: found)
    }
    for each in read { findings.add(contentsOf: each.findings.all) }
    return read.compactMap(\.page)
  }
}

/// One page: two languages, one set of facts.
private struct PageReader {
  let vocabularies: Localized<NoteVocabulary>
  let source: PageSource

  func read(into findings: inout Findings) -> ContentPage? {
    var documents = Localized<NoteDocument?>(both: nil)
    for language in Language.allCases {
      guard let note = source.notes[language] else { continue }
      PageFrontMatter(front: note.frontMatter, file: note.source.file).check(&findings)
      var reader = DocumentReader(vocabularies[language], source: note.source, statesFacts: false)
      documents[language] = reader.read()
      findings.add(contentsOf: reader.findings.all)
      note.frontMatter.checkWords(
        vocabularies[language].guardWords, in: note.source.file, &findings)
    }
    guard let main = source.notes[.english] ?? source.notes[.french] else { return nil }
    Parity(
      notes: source.notes, documents: documents, statements: documents.map { $0.map { _ in [] } },
      hasBrokenTwin: source.hasBrokenTwin
    ).check(&findings)
    func words(_ key: String) -> Localized<String> {
      Localized<String>.each { language in
        (source.notes[language] ?? main).frontMatter.text(key) ?? ""
      }
    }
    return ContentPage(
      name: source.name, title: words("title"), summary: words("summary"),
      slug: words("slug").map { $0.isEmpty ? source.name : $0 },
      isDemonstration: Language.allCases.contains {
        source.notes[$0]?.frontMatter.isDemonstration == true
      },
      status: TranslationStatus.each(of: source.notes), documents: documents,
      closedPassages: NoteSource.closedPassages(in: source.notes),
      overrulings: Overruling.all(in: source.notes), file: main.source.file)
  }
}

/// The front matter of a page: a title, a summary, the word of its address.
private struct PageFrontMatter {
  let front: FrontMatter
  let file: String

  static let required = ["title", "summary"]
  static let known = required + ["slug", "demonstration", "translation", "translates"]

  func check(_ findings: inout Findings) {
    let start = Place(file: file, line: 1, column: 1)
    front.checkKeys(required: Self.required, known: Self.known, in: file, &findings)
    front.checkTranslation(file, &findings)
    if let slug = front.text("slug"), !slug.utf8.allSatisfy(Self.isPlain) {
      findings.add(.slugNotPlain, at: front.places["slug"] ?? start)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }
}
