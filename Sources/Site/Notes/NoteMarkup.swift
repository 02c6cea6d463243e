import Languages
import Notes
import Partnership
import Publication

/// A note as HTML: everything escaped, codes linked, figures put in from what is published.
extension Edition {
  func markup(of document: NoteDocument) -> Markup {
    var writer = NoteWriter(edition: self)
    writer.add(document.blocks)
    return writer.html
  }

  /// The published figure that a reference names, or its mark, linked to its indicator.
  func quoted(_ reference: FigureReference) -> Markup {
    let names = Set(reference.filters.map(\.dimension))
    let tables = book.record.tables.filter {
      $0.series == reference.series && Set($0.dimensions.dropFirst().map(\.code)) == names
    }
    let table =
      tables.first { ($0.measure == .percentChange) == reference.wantsChange } ?? tables.first
    guard let table else { return "[x]" }
    let codes = table.dimensions.map { dimension in
      reference.filters.first { $0.dimension == dimension.code }?.category ?? reference.period
    }
    guard let figure = table.figure(codes) else { return "[x]" }
    return link(.indicator(reference.series), self.figure(figure, table.measure))
  }
}

extension Edition {
  /// A note writes days as `2025-06-30`; a reader reads them in words. Codes that begin with a day,
  /// such as those of meetings, stay as they are.
  func dating(_ text: String) -> String {
    guard text.holdsByte({ $0 == 0x2D }) else { return text }
    var result = ""
    // Up to where the text is written, and from where it is looked at.
    var written = text.startIndex
    var rest = text.utf8[...]
    while let hyphen = rest.firstIndex(of: 0x2D) {
      rest = text.utf8[hyphen...].dropFirst()
      guard let start = text.utf8.index(hyphen, offsetBy: -4, limitedBy: written),
        let end = text.utf8.index(hyphen, offsetBy: 6, limitedBy: text.endIndex),
        let day = CalendarDate(iso: text[start..<end]),
        start == text.startIndex || !text[text.index(before: start)].isPartOfName,
        end == text.endIndex || !text[end].isPartOfName
      else { continue }
      result += text[written..<start] + say.date(day)
      written = end
      rest = text.utf8[end...]
    }
    return written == text.startIndex ? text : result + text[written...]
  }

  /// A note names bodies by their codes; a reader knows them by their acronyms and names.
  fileprivate func naming(bodiesIn text: String) -> String {
    book.bodyCodes.reduce(text) { text, code in
      guard text.holds(code) else { return text }
      let name = bodyName(code)
      guard name != code else { return text }
      var result = ""
      var rest = text[...]
      while let found = rest.firstRange(of: code) {
        let before =
          found.lowerBound > text.startIndex
          ? text[text.index(before: found.lowerBound)] : " "
        let after = found.upperBound < text.endIndex ? text[found.upperBound] : " "
        let isWord = !before.isLetter && before != "-" && !after.isLetter && after != "-"
        result += rest[..<found.lowerBound] + (isWord ? name : code)
        rest = rest[found.upperBound...]
      }
      return result + rest
    }
  }
}

extension Character {
  /// Whether a day beside it would be part of a longer word, such as a code or a name of a file.
  fileprivate var isPartOfName: Bool { isLetter || isNumber || self == "_" || self == "-" }
}

/// Writes the blocks of one note.
private struct NoteWriter {
  let edition: Edition
  private(set) var html = Markup()
  private var footnotes = 0
  /// The heading that stands over what is written, and how many tables stood under it: a table of a
  /// note has no caption of its own.
  private var heading = ""
  private var tables = 0

  init(edition: Edition) { self.edition = edition }

  mutating func add(_ blocks: [NoteBlock]) {
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: NoteBlock) {
    switch block {
    case .heading(let level, let anchor, let text):
      heading = text.plainText
      tables = 0
      html += "<h\(level) id=\"n-\(anchor)\">"
      add(text)
      html += "</h\(level)>\n"
    case .paragraph(let text):
      html += "<p>"
      add(text)
      html += "</p>\n"
    case .list(let isOrdered, let start, let items):
      html += isOrdered ? (start == 1 ? "<ol>" : "<ol start=\"\(start)\">") : "<ul>"
      for item in items { add(item) }
      html += isOrdered ? "</ol>\n" : "</ul>\n"
    case .quote(let inner):
      html += "<blockquote>"
      add(inner)
      html += "</blockquote>\n"
    case .code(let text): html += "<pre><code>\(text)</code></pre>\n"
    case .rule: html += "<hr>\n"
    case .table(let header, let rows): addTable(header, rows)
    case .footnote(_, let inner):
      footnotes += 1
      let number = footnotes
      html +=
        """
        <div class="footnote" role="note" id="note-\(number)" aria-label="\(edition[.meetingFootnotes])">\
        <span class="meta">\(number)</span>\u{20}
        """
      add(inner)
      html += "</div>\n"
    }
  }

  private mutating func add(_ item: NoteItem) {
    html += "<li"
    if let code = item.decision { html += " id=\"\(slug(code))\"" }
    html += ">"
    if let isDone = item.isDone {
      let word = edition[isDone ? .taskDone : .taskOpen]
      html +=
        "<span class=\"task\" role=\"img\" aria-label=\"\(word)\">\(isDone ? "☑" : "☐")</span> "
    }
    // A tight item is one paragraph, whose tags a list does without.
    if item.blocks.count == 1, case .paragraph(let text)? = item.blocks.first {
      add(text)
    } else {
      add(item.blocks)
    }
    html += "</li>\n"
  }

  private mutating func addTable(_ header: [[NoteInline]], _ rows: [[[NoteInline]]]) {
    tables += 1
    let columns = header.map(\.plainText).joined(separator: ", ")
    let caption =
      (heading.isEmpty ? columns : "\(heading) (\(columns))") + (tables > 1 ? " \(tables)" : "")
    html +=
      """
      <div class="table words" role="region" tabindex="0" aria-label="\(caption)"><table>
      <caption class="unseen">\(caption)</caption>
      <thead><tr>
      """
    for cell in header {
      html += "<th scope=\"col\">"
      add(cell)
      html += "</th>"
    }
    html += "</tr></thead>\n<tbody>"
    for row in rows {
      html += "<tr>"
      for (index, cell) in row.enumerated() {
        html += index == 0 ? "<th scope=\"row\">" : "<td>"
        add(cell)
        html += index == 0 ? "</th>" : "</td>"
      }
      html += "</tr>\n"
    }
    html += "</tbody></table></div>\n"
  }

  private mutating func add(_ inlines: [NoteInline]) {
    for inline in inlines { add(inline) }
  }

  private mutating func add(_ inline: NoteInline) {
    switch inline {
    case .text(let text):
      html.append(text: edition.set(edition.dating(edition.naming(bodiesIn: text))))
    case .emphasis(let inner): add(inner, in: "<em>", "</em>")
    case .strong(let inner): add(inner, in: "<strong>", "</strong>")
    case .strikethrough(let inner): add(inner, in: "<s>", "</s>")
    case .code(let text): html += "<code>\(text)</code>"
    case .lineBreak: html += "<br>"
    case .link(let address, let inner):
      add(inner, in: "<a href=\"\(address)\" rel=\"external nofollow\">", "</a>")
    case .figure(let reference): html += edition.quoted(reference)
    case .mention(let code): html += edition.reference(code)
    case .footnoteReference(let label):
      html += "<sup><a href=\"#note-\(label)\">\(label)</a></sup>"
    }
  }

  private mutating func add(_ inlines: [NoteInline], in opening: Markup, _ closing: Markup) {
    html += opening
    add(inlines)
    html += closing
  }
}

extension [NoteInline] {
  /// The words alone, for a label.
  fileprivate var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text), .mention(let text): text
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, let inner):
        inner.plainText
      default: ""
      }
    }.joined()
  }
}
