import Testing

@testable import Notes

@Suite("Footnotes")
struct FootnoteTests {
  @Test(
    "a footnote keeps its reference and its words, in a paragraph as in a table",
    arguments: [
      "Ordered[^a].\n\n[^a]: The order is part of the plan.",
      "| A |\n| - |\n| Ordered[^a] |\n\n[^a]: The order is part of the plan.",
    ])
  func kept(_ text: String) {
    let kinds = Self.kinds(MarkdownTree.parse(text))
    #expect(kinds.contains(.footnoteReference("1")))
    #expect(kinds.contains(.footnoteDefinition))
    #expect(kinds.contains(.text("The order is part of the plan.")))
    #expect(!kinds.contains(.other))
  }

  private static func kinds(_ node: MarkdownNode) -> [MarkdownNode.Kind] {
    [node.kind] + node.children.flatMap(kinds)
  }
}
