import Languages
import Synchronization

/// A template with its words and partials put in, and blanks where values stand: what is the same on
/// all pages of a kind is worked out once (Documentation/Decisions/0036).
///
/// The template's own library fills it, once for each language and each choice of flags, with marks in
/// place of the values; so its rules about lines, partials and sections are the library's.
struct TemplateForm: Sendable {
  enum Part: Sendable, Hashable {
    case words(String)
    /// The field of that index; escaped where the template asks for text.
    case field(Int, isEscaped: Bool)
  }

  let parts: [Part]
  /// Of all words together, in bytes.
  let length: Int

  // Two scalars of the last plane for private use.
  private static let open: Unicode.Scalar = "\u{10FFF0}"
  private static let close: Unicode.Scalar = "\u{10FFF1}"

  /// What stands for a value; its `<` tells whether the template escapes it.
  static func blank(_ index: Int) -> String { "\(open)\(index)<\(close)" }

  /// Whether templates have forms, which say what they would say: none holds a mark itself, and none has an
  /// indented partial, which indents what follows the end of a line, and a value may end with one.
  static func canFill(_ templates: [TemplateText], words: [String]) -> Bool {
    (templates.map(\.text) + words).allSatisfy {
      !$0.unicodeScalars.contains { $0 == open || $0 == close }
    }
      && templates.allSatisfy { template in
        template.tags.allSatisfy { $0.kind != .partial || $0.column == 1 }
      }
  }

  /// The form with its values.
  ///
  /// - Parameter texts: one a field.
  func filled(with texts: [String]) -> String {
    var html = ""
    html.reserveCapacity(texts.reduce(length) { $0 + $1.utf8.count })
    for part in parts {
      switch part {
      case .words(let words): html += words
      case .field(let index, isEscaped: true): html.appendEscaped(texts[index])
      case .field(let index, isEscaped: false): html += texts[index]
      }
    }
    return html
  }

  /// - Parameters:
  ///   - count: of the fields.
  ///   - text: the template filled with blanks.
  /// - Returns: nil where the marks are not as they were put in.
  init?(_ count: Int, _ text: String) {
    var parts: [Part] = []
    var length = 0
    var pieces = text.unicodeScalars.split(separator: Self.open, omittingEmptySubsequences: false)
    func add(_ words: Substring.UnicodeScalarView) {
      guard !words.isEmpty else { return }
      parts.append(.words(String(Substring(words))))
      length += Substring(words).utf8.count
    }
    let start = pieces.removeFirst()
    if start.contains(Self.close) { return nil }
    add(start)
    for piece in pieces {
      let halves = piece.split(separator: Self.close, omittingEmptySubsequences: false)
      guard halves.count == 2 else { return nil }
      let mark = String(Substring(halves[0]))
      let index = mark.prefix { $0.isASCII && $0.isNumber }
      guard let field = Int(index), (0..<count).contains(field) else { return nil }
      switch mark.dropFirst(index.count) {
      case "<": parts.append(.field(field, isEscaped: false))
      case "&lt;": parts.append(.field(field, isEscaped: true))
      default: return nil
      }
      add(halves[1])
    }
    self.parts = parts
    self.length = length
  }
}

/// The forms of a theme, each made when it is first asked for.
final class TemplateForms: Sendable {
  private struct Key: Hashable {
    let template: String
    let language: Language
    let flags: UInt64
  }

  private let made = Mutex<[Key: TemplateForm?]>([:])

  /// - Returns: nil where the template has none.
  func form(
    of template: String, in language: Language, _ flags: UInt64, _ make: () -> TemplateForm?
  ) -> TemplateForm? {
    let key = Key(template: template, language: language, flags: flags)
    if let known = made.withLock({ $0[key] }) { return known }
    let form = make()
    made.withLock { $0[key] = .some(form) }
    return form
  }
}
