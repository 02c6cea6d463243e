import Diagnostics
import Languages
import Partnership

/// Finds in running text what is more than text: figure references, codes, and what must not be
/// there.
struct InlineScanner {
  let vocabulary: NoteVocabulary
  let place: Place
  private(set) var findings = Findings()
  private(set) var references: [FigureReference] = []
  /// Of the text that was scanned last.
  private(set) var traits: PassageTraits?

  init(_ vocabulary: NoteVocabulary, place: Place) {
    self.vocabulary = vocabulary
    self.place = place
  }

  /// Adds what a text holds to the passage it is part of.
  mutating func scan(_ text: String, at place: Place, into passage: inout [NoteInline]) {
    if text.isEmpty { return }
    let traits = PassageTraits(text)
    self.traits = traits
    for message in vocabulary.guardWords.findings(in: text, traits) {
      findings.add(message, at: place)
    }
    for own in vocabulary.terms.own(forThoseIn: text) {
      findings.add(.termOfOtherLanguage(own), at: place)
    }
    let mayMention = traits.hasDigits || !vocabulary.codesHaveDigits
    if !mayMention, !traits.hasBraces {
      passage.append(.text(text))
      return
    }
    guard traits.hasBraces else { return addMentions(in: Substring(text), to: &passage) }
    var rest = Substring(text)
    while let open = rest.firstRange(of: "{{") {
      addMentions(in: rest[..<open.lowerBound], to: &passage)
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
        findings.add(.referenceUnclosed, at: place)
        return addMentions(in: rest[open.lowerBound...], to: &passage)
      }
      if let reference = reference(rest[open.upperBound..<close.lowerBound], at: place) {
        references.append(reference)
        passage.append(.figure(reference))
      }
      rest = rest[close.upperBound...]
    }
    addMentions(in: rest, to: &passage)
  }

  mutating func checkContact(_ address: String, at place: Place) {
    if !vocabulary.guardWords.isKnown(contact: String(address.dropFirst("mailto:".count))) {
      findings.add(.contactInProse, at: place)
    }
  }

  // MARK: References

  /// `I2.4 2024 sex=F`, `I3.1 2025 change`.
  private mutating func reference(_ text: Substring, at place: Place) -> FigureReference? {
    let words = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }.map(String.init)
    guard words.count >= 2 else {
      findings.add(.referenceMalformed, at: place)
      return nil
    }
    guard vocabulary.series.contains(words[0]) else {
      findings.add(
        .referenceUnknownSeries(
          nearest: nearestWord(to: words[0], among: vocabulary.series)),
        at: place)
      return nil
    }
    guard
      let period = vocabulary.clock.periods.first(where: {
        $0.code == words[1] || String($0.calendarYear) == words[1]
      })?.code ?? (words[1] == "Y0" ? "Y0" : nil)
    else {
      findings.add(.referenceUnknownPeriod, at: place)
      return nil
    }
    var filters: [FigureReference.Filter] = []
    var wantsChange = false
    for word in words.dropFirst(2) {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false)
      if ["change", "variation"].contains(word) {
        wantsChange = true
      } else if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty {
        filters.append(.init(dimension: String(parts[0]), category: String(parts[1])))
      } else {
        findings.add(.referenceMalformed, at: place)
        return nil
      }
    }
    return FigureReference(
      series: words[0], period: period, filters: filters, wantsChange: wantsChange, place: place)
  }

  // MARK: Mentions

  /// Codes of the catalogue and of decisions become mentions; the rest stays text.
  private func addMentions(in text: Substring, to passage: inout [NoteInline]) {
    if text.isEmpty { return }
    guard vocabulary.mayMention(text) else { return passage.append(.text(String(text))) }
    var plain = ""
    var index = text.startIndex
    while index < text.endIndex {
      let isStart =
        index == text.startIndex || !text[text.index(before: index)].isPartOfCode
      if isStart, vocabulary.initials.contains(text[index]), let end = codeEnd(text, from: index) {
        if !plain.isEmpty { passage.append(.text(plain)) }
        plain = ""
        passage.append(.mention(code: String(text[index..<end])))
        index = end
      } else {
        plain.append(text[index])
        index = text.index(after: index)
      }
    }
    if !plain.isEmpty { passage.append(.text(plain)) }
  }

  private func codeEnd(_ text: Substring, from start: Substring.Index) -> Substring.Index? {
    var end = text.index(after: start)
    while end < text.endIndex, text[end].isASCIIDigit || ".-".contains(text[end]) {
      end = text.index(after: end)
    }
    while end > start, ".-".contains(text[text.index(before: end)]) {
      end = text.index(before: end)
    }
    if end < text.endIndex, text[end].isPartOfCode { return nil }
    let code = String(text[start..<end])
    return vocabulary.codes.contains(code) || DecisionCode.isOne(code) ? end : nil
  }
}

/// The shape of a decision's identifier.
enum DecisionCode {
  /// `D-2024-03`.
  static func isOne(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0] == "D" && parts[1].count == 4
      && (2...3).contains(parts[2].count)
      && (parts[1] + parts[2]).allSatisfy(\.isASCIIDigit)
  }

  /// The identifier that a word was meant for: `D2025-05`, `D-2026-2`, `D–2025–03` with the dashes
  /// of a word processor. Nil for an identifier, and for any other word.
  static func meant(by word: String) -> String? {
    guard word.count <= 16, word.first == "D" || word.first == "d", !isOne(word) else { return nil }
    let parts = word.dropFirst().split { "-‐‑–—./_".contains($0) }
    let digits = parts.joined()
    guard (1...2).contains(parts.count), digits.allSatisfy(\.isASCIIDigit),
      (5...7).contains(digits.count), digits.hasPrefix("20"),
      parts.count == 1 || parts.first?.count == 4
    else { return nil }
    let number = digits.dropFirst(4)
    return "D-\(digits.prefix(4))-" + (number.count < 2 ? "0" : "") + number
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }

  /// Whether it would make a code part of a longer word.
  var isPartOfCode: Bool { isLetter || isNumber || self == "-" || self == "_" }
}
