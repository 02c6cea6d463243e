import Testing

@testable import Notes

@Suite("Parses go on together, and say what they would say alone")
struct ParallelParseTests {
  @Test(
    "strikethrough and bare addresses are found wherever they stand",
    arguments: [
      "~gone~ and ~~gone~~", "a ~ b ~~ c", "*~x~*", "www.example.org", "see https://a.org/b.",
      "[a](https://a.org) https://b.org", "![www.x](y) www.a.org", "<https://a.org>", "a@b.org",
      "`www.a.org` ~`x`~", "](https://a.org)", "[x https://a.org](y)", "http&#58;//a.org",
      "http\\://a.org", "| ~a~ | www.a.org |\n| --- | --- |\n| a@b.org | ~~b~~ |",
      "- [x] www.a.org\n- [ ] ~b~", "a[^1]\n\n[^1]: https://a.org ~b~", "wwww.a.org  \nb",
      "ftp://a.b", "*a*~b~*c*", "w w:  \nx", "\u{7E}é\u{7E}",
    ])
  func sameAsAlone(_ text: String) {
    #expect(Shape(MarkdownTree.parse(text)) == Shape(MarkdownTree.parseAlone(text)))
  }

  @Test("so do texts put together at random")
  func sameAtRandom() {
    let parts = [
      "~", "~~", "http", "https://", "://", "www.", "a.b", "@", "*", "**", "_", "[", "](", ")",
      "`", "\\", "&#126;", "\n", "\n\n", " ", "  \n", "|", "\n| --- |\n", "- ", "<", ">", "!", "é",
      "[^1]", "[^1]: ", "w", ":", "/", "x", "# ", "\t",
    ]
    for seed in UInt64(1)...3000 {
      var random = Numbers(state: seed)
      let count = 1 + Int(random.next() % 24)
      let text = (0..<count).map { _ in parts[Int(random.next() % UInt64(parts.count))] }.joined()
      #expect(
        Shape(MarkdownTree.parse(text)) == Shape(MarkdownTree.parseAlone(text)),
        "seed \(seed): \(text)")
    }
  }

  @Test("many at once are what they are one after the other")
  func sameTogether() {
    let texts = (0..<600).map { index in
      index % 3 == 0
        ? "*a* ~b~ https://a.org/\(index) c@d.org" : "*a \(index)* [b](https://a.org) `c`\n\n- d"
    }
    let together = inParallel(texts) { Shape(MarkdownTree.parse($0)) }
    let alone = texts.map { Shape(MarkdownTree.parseAlone($0)) }
    #expect(together == alone)
  }
}

/// A tree without places, runs of text in one piece.
private struct Shape: Equatable, Sendable {
  let text: String

  init(_ node: MarkdownNode) {
    var text = "\(node.kind)("
    var run = ""
    for child in node.children {
      if case .text(let part) = child.kind {
        run += part
        continue
      }
      text += run.isEmpty ? "" : "‹\(run)›"
      run = ""
      text += Shape(child).text
    }
    self.text = text + (run.isEmpty ? "" : "‹\(run)›") + ")"
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers from the same seed.
struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
