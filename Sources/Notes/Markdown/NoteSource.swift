public import Diagnostics
import Languages

/// The parts of a note's file: front matter and body, closed passages and comments already out.
public struct NoteSource: Sendable {
  /// Between the two `---` lines; nil where there is none.
  public let frontMatter: String?
  /// The line of the file on which the front matter's text begins, less one.
  public let frontMatterOffset: Int
  /// The body with every closed passage and comment blanked, line for line.
  let body: String
  /// Lines of the file before the body.
  let bodyOffset: Int
  let closedPassages: Int
  /// Findings that the author overruled, by line of the file, with the reason.
  let permissions: [Permission]
  let file: String

  /// Its sections, each with a fingerprint.
  var segments: Segments { Segments(body: body) }

  /// The marks of its sections: what a translation of it records as `translates:`.
  public var marks: [String] { segments.all.map(\.mark) }

  struct Permission: Sendable, Hashable {
    let line: Int
    let code: String
    let reason: String
  }

  /// - Parameters:
  ///   - file: as the reader would type it, for findings.
  /// - Returns: nil with a finding where the file cannot be a note.
  public init?(bytes: [UInt8], file: String, into findings: inout Findings) {
    guard NoteLimits.accept(bytes, file: file, &findings) else { return nil }
    guard let whole = String(validating: bytes, as: UTF8.self) else {
      findings.add(.noteNotUTF8, at: Place(file: file))
      return nil
    }
    var text =
      bytes.contains(0x0D)
      ? whole.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : whole
    text = InvisibleCharacters.removed(from: text)
    self.file = file
    if Self.line(of: text.utf8[...]).elementsEqual("---".utf8) {
      guard let parts = Self.parts(of: text) else {
        findings.add(.frontMatterUnclosed, at: Place(file: file, line: 1, column: 1))
        return nil
      }
      frontMatter = parts.frontMatter
      frontMatterOffset = 1
      bodyOffset = parts.lines
      text = parts.body
    } else {
      frontMatter = nil
      frontMatterOffset = 0
      bodyOffset = 0
    }
    if text.holds(":::") || text.holds("<!--") {
      let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      var veil = Veil(lines: lines, offset: bodyOffset, file: file)
      veil.draw(&findings)
      body = veil.lines.joined(separator: "\n")
      closedPassages = veil.closedPassages
      permissions = veil.permissions
    } else {
      body = text
      closedPassages = 0
      permissions = []
    }
    let parts = [(frontMatter ?? "", frontMatterOffset), (body, bodyOffset)]
    for (text, offset) in parts {
      for line in LeftToFill.lines(of: text) {
        findings.add(.leftToFill, at: Place(file: file, line: offset + line + 1, column: 1))
      }
    }
  }
}

extension NoteSource {
  private static func line(of text: Substring.UTF8View) -> Substring.UTF8View {
    text.prefix { $0 != 0x0A }
  }

  /// What stands between the first line, `---`, and the next such, and what follows; nil where there is
  /// none.
  private static func parts(
    of text: String
  ) -> (frontMatter: String, body: String, lines: Int)? {
    let start = text.utf8.index(text.startIndex, offsetBy: 4, limitedBy: text.endIndex)
    guard let start else { return nil }
    var rest = text.utf8[start...]
    var lines = 2
    while true {
      let line = line(of: rest)
      let isLast = line.endIndex == rest.endIndex
      let next = isLast ? line.endIndex : text.utf8.index(after: line.endIndex)
      if line.elementsEqual("---".utf8) {
        let end = line.startIndex == start ? start : text.utf8.index(before: line.startIndex)
        return (String(text[start..<end]), String(text[next...]), lines)
      }
      if isLast { return nil }
      rest = text.utf8[next...]
      lines += 1
    }
  }
}

/// Takes closed passages and comments out of a body before anything else reads it.
private struct Veil {
  var lines: [String]
  let offset: Int
  let file: String
  var closedPassages = 0
  var permissions: [NoteSource.Permission] = []

  mutating func draw(_ findings: inout Findings) {
    var closedSince: Int?
    var inComment = false
    for index in lines.indices {
      let trimmed = lines[index].trimmed
      if closedSince == nil, !inComment, trimmed.hasPrefix(":::") {
        // Whatever the word, what follows stays in the source: a misspelt one must not publish it.
        if !Self.opens(trimmed) {
          findings.add(
            .passageWordUnknown, at: Place(file: file, line: offset + index + 1, column: 1))
        }
        closedSince = index
        closedPassages += 1
        lines[index] = ""
      } else if closedSince != nil {
        if trimmed == ":::" { closedSince = nil }
        lines[index] = ""
      } else {
        uncomment(index, &inComment, &findings)
      }
    }
    // An unclosed passage hides everything after it: nothing closed ever leaves by mistake.
    if let closedSince {
      findings.add(
        .closedPassageUnclosed, at: Place(file: file, line: offset + closedSince + 1, column: 1))
    }
    if inComment {
      findings.add(.commentUnclosed, at: Place(file: file, line: offset + lines.count, column: 1))
    }
  }

  static func opens(_ line: String) -> Bool {
    guard line.hasPrefix(":::") else { return false }
    let word = line.dropFirst(3).drop { $0 == ":" || $0 == " " || $0 == "\u{A0}" }.lowercased()
    return ["closed", "huis-clos", "huis clos"].contains(word)
  }

  private mutating func uncomment(
    _ index: Int, _ inComment: inout Bool, _ findings: inout Findings
  ) {
    if !inComment, !lines[index].utf8.contains(0x3C) { return }
    var kept = ""
    var rest = Substring(lines[index])
    while !rest.isEmpty {
      if inComment {
        guard let end = rest.firstRange(of: "-->") else { break }
        inComment = false
        rest = rest[end.upperBound...]
      } else if let start = rest.firstRange(of: "<!--") {
        kept += rest[..<start.lowerBound]
        permit(rest[start.upperBound...], index, &findings)
        inComment = true
        rest = rest[start.upperBound...]
      } else {
        kept += rest
        break
      }
    }
    lines[index] = kept
  }

  /// `<!-- vitrine: allow typed-number because the figure is public -->`.
  private mutating func permit(_ comment: Substring, _ index: Int, _ findings: inout Findings) {
    let words = comment.split(separator: " ")
    guard words.count > 2, words[0] == "vitrine:", ["allow", "permettre"].contains(words[1]) else {
      return
    }
    let reason = words.dropFirst(4).prefix { !$0.hasPrefix("--") }.joined(separator: " ")
    guard words.count > 4, ["because", "car"].contains(words[3]), !reason.isEmpty else {
      findings.add(
        .allowanceWithoutReason, at: Place(file: file, line: offset + index + 1, column: 1))
      return
    }
    permissions.append(
      NoteSource.Permission(line: offset + index + 1, code: String(words[2]), reason: reason))
  }
}

extension String {
  /// Without spaces and no-break spaces at either end.
  var trimmed: String {
    // A letter of ASCII that is no space at both ends: nothing to take away.
    func isPlain(_ byte: UInt8?) -> Bool {
      byte.map { $0 > 0x20 && $0 < 0x80 } ?? true
    }
    if isPlain(utf8.first), isPlain(utf8.last) { return self }
    let spaces: Set<Character> = [" ", "\t", "\u{A0}", "\u{202F}"]
    var slice = Substring(self)
    while let first = slice.first, spaces.contains(first) { slice.removeFirst() }
    while let last = slice.last, spaces.contains(last) { slice.removeLast() }
    return String(slice)
  }
}
