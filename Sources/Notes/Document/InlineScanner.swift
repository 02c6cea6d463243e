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

  init(_ vocabulary: NoteVocabulary, place: Place) {
    self.vocabulary = vocabulary
    self.place = place
  }

  mutating func scan(_ text: String, at place: Place) -> [NoteInline] {
    guard !text.isEmpty else { return [] }
    for message in vocabulary.guardWords.findings(in: text) { findings.add(message, at: place) }
    for own in vocabulary.terms.own(forThoseIn: text) {
      findings.add(.termOfOtherLanguage(own), at: place)
    }
    guard text.holdsByte({ $0 == 0x7B }) else { return mentions(in: Substring(text)) }
    var result: [NoteInline] = []
    var rest = Substring(text)
    while let open = rest.firstRange(of: "{{") {
      result += mentions(in: rest[..<open.lowerBound])
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
        findings.add(.referenceUnclosed, at: place)
        return result + mentions(in: rest[open.lowerBound...])
      }
      if let reference = reference(rest[open.upperBound..<close.lowerBound], at: place) {
        references.append(reference)
        result.append(.figure(reference))
      }
      rest = rest[close.upperBound...]
    }
    return result + mentions(in: rest)
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
  private func mentions(in text: Substring) -> [NoteInline] {
    if text.isEmpty { return [] }
    if !vocabulary.mayMention(text) { return [.text(String(text))] }
    if vocabulary.codesHaveDigits, !text.holdsByte(NoteVocabulary.isDigit) {
      return [.text(String(text))]
    }
    var result: [NoteInline] = []
    var plain = ""
    var index = text.startIndex
    while index < text.endIndex {
      let isStart =
        index == text.startIndex || !text[text.index(before: index)].isPartOfCode
      if isStart, vocabulary.initials.contains(text[index]), let end = codeEnd(text, from: index) {
        if !plain.isEmpty { result.append(.text(plain)) }
        plain = ""
        result.append(.mention(code: String(text[index..<end])))
        index = end
      } else {
        plain.append(text[index])
        index = text.index(after: index)
      }
    }
    if !plain.isEmpty { result.append(.text(plain)) }
    return result
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

/// Whole numbers typed in prose.
enum NumberWords {
  /// Codes, dates and years are not figures: a run of digits beside a letter, hyphen, slash or
  /// point is passed over, and so is a year from 1900 to 2100.
  static func numbers(in text: String) -> [Int] {
    guard text.holdsByte({ (0x30...0x39).contains($0) }) else { return [] }
    return text.utf8.allSatisfy({ $0 < 0x80 })
      ? numbers(inLettersOfASCII: Array(text.utf8)) : numbers(inLetters: Array(text))
  }

  /// The same on bytes, each of which is a letter: a tenth of the time.
  private static func numbers(inLettersOfASCII bytes: [UInt8]) -> [Int] {
    func isDigit(_ index: Int) -> Bool {
      index < bytes.count && (0x30...0x39).contains(bytes[index])
    }
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    func isOne(_ byte: UInt8, of letters: StaticString) -> Bool {
      // A static string of ASCII: as many bytes as it says.
      unsafe UnsafeBufferPointer(start: letters.utf8Start, count: letters.utf8CodeUnitCount)
        .contains(byte)
    }
    var found: [Int] = []
    var index = 0
    while index < bytes.count {
      guard isDigit(index) else {
        index += 1
        continue
      }
      let start = index
      var number: Int? = 0
      while index < bytes.count {
        if isDigit(index) {
          let (tens, isTooMuch) = (number ?? 0).multipliedReportingOverflow(by: 10)
          let (sum, isMore) = tens.addingReportingOverflow(Int(bytes[index] - 0x30))
          number = number == nil || isTooMuch || isMore ? nil : sum
        } else if isDigit(index + 1), bytes[index] == 0x20 || bytes[index] == 0x2C,
          isDigit(index + 2), isDigit(index + 3), !isDigit(index + 4)
        {
          // A thousands separator.
        } else {
          break
        }
        index += 1
      }
      let before = start > 0 ? bytes[start - 1] : 0x20
      let after = index < bytes.count ? bytes[index] : 0x20
      let isPartOfMore =
        isLetter(before) || isOne(before, of: "-/._") || isLetter(after)
        || isOne(after, of: "-/_%") || (isOne(after, of: ".,") && isDigit(index + 1))
      if !isPartOfMore, let number, !(1900...2100).contains(number) { found.append(number) }
    }
    return found
  }

  static func numbers(inLetters characters: [Character]) -> [Int] {
    var found: [Int] = []
    var index = 0
    while index < characters.count {
      guard characters[index].isASCIIDigit else {
        index += 1
        continue
      }
      let start = index
      var digits = ""
      while index < characters.count {
        if characters[index].isASCIIDigit {
          digits.append(characters[index])
        } else if index + 1 < characters.count, characters[index + 1].isASCIIDigit,
          [" ", ",", "\u{A0}", "\u{202F}"].contains(characters[index]),
          isGroup(characters, from: index + 1)
        {
          // A thousands separator.
        } else {
          break
        }
        index += 1
      }
      let before = start > 0 ? characters[start - 1] : " "
      let after = index < characters.count ? characters[index] : " "
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      let isPartOfMore =
        before.isLetter || "-/.–_".contains(before) || after.isLetter || "-/–_%".contains(after)
        || (".,".contains(after) && next.isASCIIDigit)
      if !isPartOfMore, let number = Int(digits), !(1900...2100).contains(number) {
        found.append(number)
      }
    }
    return found
  }

  /// Exactly three digits, then none.
  private static func isGroup(_ characters: [Character], from index: Int) -> Bool {
    guard index + 3 <= characters.count,
      characters[index..<(index + 3)].allSatisfy(\.isASCIIDigit)
    else { return false }
    return index + 3 == characters.count || !characters[index + 3].isASCIIDigit
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }

  /// Whether it would make a code part of a longer word.
  var isPartOfCode: Bool { isLetter || isNumber || self == "-" || self == "_" }
}
