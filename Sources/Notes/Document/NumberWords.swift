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
  /// - Parameter units: the words for many of what is counted, in small letters.
  static func numbers(in text: String, units: [String]) -> [Number] {
    let (hasDigits, hasWords) = held(in: text)
    return (hasDigits ? digits(in: text) : []) + (hasWords ? words(in: text, units) : [])
  }

  // MARK: Digits

  private static func digits(in text: String) -> [Number] {
    var found: [Number] = []
    let characters = Array(text)
    func character(_ index: Int) -> Character {
      characters.indices.contains(index) ? characters[index] : " "
    }
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
          spaces.contains(characters[index]) || characters[index] == ",",
          isGroup(characters, from: index + 1)
        {
          // A thousands separator.
        } else {
          break
        }
        index += 1
      }
      let before = character(start - 1)
      let isPartOfMore = before.isLetter || "-/.–_".contains(before)
      if let percent = percentage(whole: digits, at: index, character) {
        index = percent.end
        if !isPartOfMore { found.append(percent.number) }
        continue
      }
      let after = character(index)
      let isLongerAfter =
        after.isLetter || "-/–_".contains(after)
        || (".,".contains(after) && character(index + 1).isASCIIDigit)
      if !isPartOfMore, !isLongerAfter, let number = Int(digits), !(1900...2100).contains(number),
        !(number <= 31 && isMonth(characters[index...]))
      {
        found.append(Number(number: number))
      }
    }
    return found
  }

  /// Whether a space and a month follow.
  private static func isMonth(_ rest: ArraySlice<Character>) -> Bool {
    guard let first = rest.first, spaces.contains(first) else { return false }
    let word = String(rest.dropFirst().prefix { $0.isLetter }).lowercased()
    return word.count > 2 && months.contains { $0 == word || word.count < 5 && $0.hasPrefix(word) }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october",
    "november", "december", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
    "septembre", "octobre", "novembre", "décembre",
  ]

  private static let spaces: [Character] = [" ", "\u{A0}", "\u{202F}"]

  /// `12 %`, `12.5%`, `12,5 pour cent`: after the digits before the decimal sign.
  private static func percentage(
    whole: String, at start: Int, _ character: (Int) -> Character
  ) -> (number: Number, end: Int)? {
    var digits = whole
    var index = start
    if ".,".contains(character(index)), character(index + 1).isASCIIDigit {
      index += 1
      while character(index).isASCIIDigit {
        digits.append(character(index))
        index += 1
      }
    }
    let decimals = digits.count - whole.count
    while spaces.contains(character(index)), index - start < 12 { index += 1 }
    let isSign =
      character(index) == "%"
      || ["percent", "per cent", "pour cent", "pourcent"].contains { word in
        word.enumerated().allSatisfy { offset, letter in
          let there = character(index + offset)
          return spaces.contains(letter)
            ? spaces.contains(there) : there.lowercased() == "\(letter)"
        }
      }
    guard isSign, decimals <= 3, let number = Int(digits) else { return nil }
    return (Number(number: number, decimals: decimals, isPercent: true), index + 1)
  }

  /// Exactly three digits, then none.
  private static func isGroup(_ characters: [Character], from index: Int) -> Bool {
    guard index + 3 <= characters.count,
      characters[index..<(index + 3)].allSatisfy(\.isASCIIDigit)
    else { return false }
    return index + 3 == characters.count || !characters[index + 3].isASCIIDigit
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

  // MARK: From the bytes alone

  /// Whether a text holds a digit, and whether it may hold a number in words: nearly none needs a
  /// closer look.
  private static func held(in text: String) -> (digits: Bool, words: Bool) {
    var hasDigits = false
    var hasWords = false
    // A run of letters as a number of up to eight of them, base 256.
    var run: UInt64 = 0
    var length = 0
    func end() {
      if length > 1, !hasWords { hasWords = runs[min(length, 8)].contains(run) }
      (run, length) = (0, 0)
    }
    _ = text.holdsByte { byte in
      let small = byte | 0x20
      if (0x61...0x7A).contains(small) {
        if length < 8 { run = run << 8 | UInt64(small) }
        length += 1
      } else {
        if length > 0 { end() }
        if (0x30...0x39).contains(byte) { hasDigits = true }
      }
      return hasDigits && hasWords
    }
    end()
    return (hasDigits, hasWords)
  }

  /// By length, up to eight, the words that are numbers by themselves or begin one, by their first eight
  /// letters.
  private static let runs: [[UInt64]] = (0...8).map { length in
    values.filter { $0.value > 1 && min($0.key.utf8.count, 8) == length }.keys
      .map { $0.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }.sorted()
  }
}
