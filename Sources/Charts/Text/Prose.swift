import Languages
import Partnership
import Publication

/// Sentences under way: fills templates with figures and names, each in its language’s form.
struct Prose: ~Copyable {
  var out = SVGWriter(capacity: 512)
  let language: Language
  let numbers: NumberWriter
  private let unit: UnitName
  private let measure: PublishedMeasure

  /// What stands in a place of a template.
  enum Word {
    case text(String)
    /// The name of a period: small within a French sentence.
    case time(String)
    /// The number with its unit: `1,240 people`.
    case figure(Quantity)
    /// The number alone.
    case number(Quantity)
    case count(Int)
  }

  init(_ language: Language, _ subject: Subject) {
    self.language = language
    unit = subject.unit
    measure = subject.measure
    numbers = NumberWriter(language, subject.measure)
  }

  init(_ language: Language) {
    self.language = language
    unit = UnitName(
      one: Localized(both: ""), many: Localized(both: ""), isFeminineInFrench: false)
    measure = .stage
    numbers = NumberWriter(language, .stage)
  }

  mutating func say(_ template: Localized<Template>, _ words: (Slot, Word)...) {
    fill(template[language].bytes, words)
  }

  /// A sentence after others.
  mutating func add(_ template: Localized<Template>, _ words: (Slot, Word)...) {
    if out.count > 0 { out.put(" ") }
    fill(template[language].bytes, words)
  }

  private mutating func fill(_ template: [UInt8], _ words: [(Slot, Word)]) {
    var start = 0
    for index in template.indices where template[index] < Slot.end {
      out.put(bytes: template[start..<index])
      start = index + 1
      for word in words where word.0.rawValue == template[index] {
        put(word.1)
        break
      }
    }
    out.put(bytes: template[start...])
  }

  private mutating func put(_ word: Word) {
    switch word {
    case .text(let text): put(isolating: text)
    case .time(let name):
      put(isolating: out.count == 0 || out.endsSentence ? name : Self.small(name, language))
    case .figure(let quantity):
      numbers.write(quantity, into: &out)
      putUnit(after: quantity)
    case .number(let quantity): numbers.write(quantity, into: &out)
    case .count(let count):
      // So many targets or categories: never a percentage, whatever the figures are.
      NumberWriter(language, .count).write(Quantity(count), into: &out)
    }
  }

  /// `Année 2` within a French sentence is `année 2`; `T2 2026` stays as it is, and English names
  /// its years with a capital.
  static func small(_ name: String, _ language: Language) -> String {
    // Years in figures are most; the letters are looked at only where the first byte may be a
    // great one: A to Z, or the first of É and its neighbours.
    guard language == .french, let byte = name.utf8.first,
      (0x41...0x5A).contains(byte) || byte == 0xC3, let first = name.first, first.isUppercase,
      name.dropFirst().first?.isLowercase == true
    else { return name }
    return first.lowercased() + name.dropFirst()
  }

  /// A name in letters that run from right to left stands apart, so that it turns nothing else; what
  /// would turn the rest of the sentence on purpose, or control a terminal, is left out.
  private mutating func put(isolating text: String) {
    guard SVGWriter.mayTurn(text) || text.utf8.contains(where: { $0 < 0x20 }) else {
      return out.put(raw: text)
    }
    var kept = String.UnicodeScalarView()
    var isTurning = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F, 0x202A...0x202E, 0x2066...0x2069: continue
      case 0x590...0x8FF, 0xFB1D...0xFEFC: isTurning = true
      default: break
      }
      kept.append(scalar)
    }
    guard isTurning else { return out.put(raw: String(kept)) }
    out.put("\u{200F}")
    out.put(raw: String(kept))
    out.put("\u{200E}")
  }

  private mutating func putUnit(after quantity: Quantity) {
    switch measure {
    case .percentChange, .stage: return
    case .amount(let code):
      out.put("\u{A0}")
      out.put(raw: code)
    case .count, .cumulative:
      let noun = UnitPhrase.noun(unit, after: quantity, in: language)
      guard !noun.isEmpty else { return }
      out.put(byte: 0x20)
      out.put(raw: noun)
    }
  }

  mutating func take() -> String {
    let text = out.string()
    out.removeAll()
    return text
  }
}
