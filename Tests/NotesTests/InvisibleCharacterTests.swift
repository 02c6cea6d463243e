import Diagnostics
import Testing

@testable import Notes

@Suite("One character that nobody sees never costs a page")
struct InvisibleCharacterTests {
  static let unseen: [UInt32] = [
    0x00AD, 0x034F, 0x061C, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x202A, 0x202E,
    0x2060, 0x2066, 0xFE0F, 0xFEFF, 0xFFF9, 0xFFFE, 0xE0001, 0xE0061, 0x01, 0x08, 0x0B, 0x1B,
    0x7F, 0x80,
  ]

  @Test("links, headings, identifiers and dates are what they are without it", arguments: unseen)
  func leftOut(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    func body(_ mark: String) throws -> String {
      let text = """
        ## Head\(mark)ing

        See [the\(mark) page](https://example.org/a\(mark)b#c\(mark)d), A1\(mark).03.

        - D-2024-\(mark)01 Go\(mark) on. (owner: CNS; due: 2025-\(mark)03-31)
        """
      var findings = Findings()
      let source = NoteSource(bytes: Array(text.utf8), file: "en.md", into: &findings)
      #expect(findings.all.isEmpty)
      return try #require(source).body
    }
    #expect(try body(String(scalar)) == body(""))
  }

  @Test(
    "what means something stays",
    arguments: [
      "é e\u{301} «\u{A0}a\u{A0}» 1\u{202F}000 l’œuf", "👩‍👧 ☑️", "a\tb", "Ünïcödé — “x”…", "日本",
    ])
  func stays(_ text: String) { #expect(InvisibleCharacters.removed(from: text) == text) }

  @Test("separators of lines become spaces")
  func separators() {
    #expect(InvisibleCharacters.removed(from: "a\u{2028}b\u{2029}c\u{85}d") == "a b c d")
  }
}
