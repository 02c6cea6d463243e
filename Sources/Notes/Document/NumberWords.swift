import Languages

/// Numbers typed in prose: counts in digits or in words, and percentages.
enum NumberWords {
  struct Number: Hashable {
    /// Without its decimal sign: 12.5 is 125 with one decimal.
    let number: Int
    var decimals = 0
    var isPercent = false
  }

  /// Codes, dates and years are not figures: a run of digits beside a letter, hyphen, slash or
  /// point is passed over, and so is the day before a month and a year from 1900 to 2100. In words, from
  /// two to ninety-nine in either language: “one” is mostly no number, and “the three” is what was
  /// spoken of before, unless the word for what is counted follows.
  ///
  /// - Parameters:
  ///   - units: the words for many of what is counted, in small letters.
  ///   - traits: of the text, where they are known.
  static func numbers(
    in text: String, units: [String], traits: PassageTraits? = nil
  ) -> [Number] {
    let traits = traits ?? PassageTraits(text)
    return (traits.hasDigits ? digits(in: text) : [])
      + (traits.mayHoldNumberWords ? words(in: text, units) : [])
  }

  // MARK: Digits

  /// Letter by letter of Unicode, not character by character: no accent stands on a digit.
  private static func digits(in text: String) -> [Number] {
    let line = Line(scalars: Array(text.unicodeScalars))
    var found: [Number] = []
    var index = 0
    while index < line.scalars.count {
      guard line.scalars[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      var number: Int? = 0
      while line[index].isDigit || line.isThousandsSeparator(at: index) {
        if let digit = line[index].digit { number = number?.appending(digit) }
        index += 1
      }
      let before = line[start - 1]
      let isPartOfMore = before.isLetter || "-/.–_".unicodeScalars.contains(before)
      if let percent = line.percentage(of: number, at: index) {
        index = percent.end
        if !isPartOfMore { found.append(percent.number) }
        continue
      }
      let after = line[index]
      let isLongerAfter =
        after.isLetter || "-/–_".unicodeScalars.contains(after)
        || ((after == "." || after == ",") && line[index + 1].isDigit)
      if !isPartOfMore, !isLongerAfter, let number, !(1900...2100).contains(number),
        !(number <= 31 && line.isMonth(after: index))
      {
        found.append(Number(number: number))
      }
    }
    return found
  }

  // MARK: Words

  /// `three`, `dix-sept`, `quatre-vingt-douze`: words of which every part is a number.
  private static func words(in text: String, _ units: [String]) -> [Number] {
    let words = text.lowercased().split { !($0.isLetter || $0 == "-" || $0.isASCIIDigit) }
    return words.indices.compactMap { index in
      let parts = words[index].split(separator: "-", omittingEmptySubsequences: false)
      guard let value = value(of: parts) else { return nil }
      let before = index > 0 ? words[index - 1] : ""
      // The month of `12 sept.` is none.
      if parts == ["sept"], before.last?.isASCIIDigit == true { return nil }
      if definite.contains(String(before)) {
        let after = words[(index + 1)...].first ?? ""
        guard units.contains(where: { $0.hasPrefix(after) && !after.isEmpty }) else { return nil }
      }
      return Number(number: value)
    }
  }

  private static let definite: Set<String> = [
    "the", "these", "those", "all", "les", "ces", "des", "aux", "nos", "our",
  ]

  private static func value(of parts: [Substring]) -> Int? {
    var sum = 0
    for part in parts {
      guard let value = values[String(part)] else { return nil }
      sum = sum == 4 && value == 20 ? 80 : sum + value
    }
    return sum > 1 ? sum : nil
  }

  private static let values: [String: Int] = [
    "et": 0, "and": 0, "one": 1, "un": 1, "une": 1,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20,
    "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "nonante": 90, "dizaine": 10, "douzaine": 12, "quinzaine": 15,
    "vingtaine": 20, "trentaine": 30,
  ]

  /// The words that are numbers by themselves or begin one.
  static var beginnings: [String] { values.filter { $0.value > 1 }.map(\.key) }
}

/// The letters of a text, with a space before its beginning and after its end.
private struct Line {
  let scalars: [Unicode.Scalar]

  subscript(index: Int) -> Unicode.Scalar {
    index >= 0 && index < scalars.count ? scalars[index] : " "
  }

  /// A space or comma before exactly three digits.
  func isThousandsSeparator(at index: Int) -> Bool {
    (self[index].isSpace || self[index] == ",")
      && (1...3).allSatisfy { self[index + $0].isDigit } && !self[index + 4].isDigit
  }

  /// Whether a space and a month follow.
  func isMonth(after index: Int) -> Bool {
    guard self[index].isSpace else { return false }
    var word = ""
    var end = index + 1
    while self[end].isLetter, word.unicodeScalars.count < 10 {
      word.unicodeScalars.append(self[end])
      end += 1
    }
    word = word.lowercased()
    return word.count > 2
      && Self.months.contains { $0 == word || word.count < 5 && $0.hasPrefix(word) }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
  ]

  /// `12 %`, `12.5%`, `12,5 pour cent`.
  ///
  /// - Parameter whole: the digits before the decimal sign at `start`; nil where they are too many.
  func percentage(of whole: Int?, at start: Int) -> (number: NumberWords.Number, end: Int)? {
    var number = whole
    var index = start
    var decimals = 0
    if self[index] == "." || self[index] == ",", self[index + 1].isDigit {
      index += 1
      while let digit = self[index].digit {
        number = number?.appending(digit)
        decimals += 1
        index += 1
      }
    }
    while self[index].isSpace, index < scalars.count { index += 1 }
    guard let number, decimals <= 3,
      self[index] == "%" || Self.percent.contains(where: { isWord($0, at: index) })
    else { return nil }
    return (NumberWords.Number(number: number, decimals: decimals, isPercent: true), index + 1)
  }

  private static let percent = ["percent", "per cent", "pour cent", "pourcent"].map {
    Array($0.unicodeScalars)
  }

  private func isWord(_ word: [Unicode.Scalar], at index: Int) -> Bool {
    word.enumerated().allSatisfy { offset, letter in
      let there = self[index + offset]
      return letter == " " ? there.isSpace : there.value | 0x20 == letter.value
    }
  }
}

extension Unicode.Scalar {
  fileprivate var digit: Int? { isDigit ? Int(value) - 0x30 : nil }
  fileprivate var isDigit: Bool { (0x30...0x39).contains(value) }
  fileprivate var isSpace: Bool { value == 0x20 || value == 0xA0 || value == 0x202F }
  fileprivate var isLetter: Bool {
    value < 0x80 ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic
  }
}

extension Int {
  /// With one more decimal digit; nil where it is too large.
  fileprivate func appending(_ digit: Int) -> Int? {
    let (tens, isTooMuch) = multipliedReportingOverflow(by: 10)
    let (sum, isMore) = tens.addingReportingOverflow(digit)
    return isTooMuch || isMore ? nil : sum
  }
}
