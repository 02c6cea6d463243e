import Testing

@testable import Languages

@Suite("Words are found by their bytes")
struct WordSearchTests {
  @Test(
    "as they would be letter by letter",
    arguments: [
      ("children", "child"), ("enfants", "enfant"), ("x", ""), ("", "x"), ("", ""), ("aab", "ab"),
      ("référées", "référées"), ("re\u{301}fe\u{301}re\u{301}es", "référées"), ("refer", "référ"),
      ("I2.4 and I2.40", "I2.40"), ("I2.4", "I2.40"), ("ababac", "abac"),
    ])
  func sameAsLetters(_ text: String, _ words: String) {
    #expect(text.holds(words) == (words.isEmpty || text.contains(words)))
    #expect(text.dropFirst(0).holds(words) == text.holds(words))
  }

  @Test("paths are sorted by their bytes, whatever they spell")
  func byBytes() {
    let paths = ["a-b/x", "a/b", "a", "", "é", "e\u{301}", "Z", "a/b/c", "a.b", "日", "a/b"]
    for one in paths {
      for other in paths {
        #expect(
          one.precedesInBytes(other) == one.utf8.lexicographicallyPrecedes(other.utf8),
          "\(one) \(other)")
      }
    }
  }
}
