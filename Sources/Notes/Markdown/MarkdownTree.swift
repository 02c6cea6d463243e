import CCmarkGFM
import Synchronization

/// A node of a Markdown document, as libcmark-gfm read it: a Swift value, its memory freed.
struct MarkdownNode {
  enum Kind: Equatable {
    case document, blockQuote, item, paragraph, thematicBreak, html, inlineHTML
    case list(isOrdered: Bool, start: Int)
    case taskItem(isDone: Bool)
    case heading(level: Int)
    case code(String)
    case inlineCode(String)
    case text(String)
    case softBreak, lineBreak, emphasis, strong, strikethrough
    case link(address: String)
    case image(address: String)
    case table
    case tableRow(isHeader: Bool)
    case tableCell
    case footnoteReference(String)
    case footnoteDefinition
    case other
  }

  let kind: Kind
  let children: [MarkdownNode]
  /// From 1, in the text that was parsed.
  let line: Int
  let column: Int
}

/// Reads Markdown with libcmark-gfm and the extensions of GitHub.
///
/// The only unsafe code of this room. Two extensions of this library switch tables that all parsers
/// share while one parses, so that parses go one after the other (Documentation/Decisions/0003).
enum MarkdownTree {
  private static let turn = Mutex<Bool>(false)

  static func parse(_ text: String) -> MarkdownNode {
    turn.withLock { isRegistered in
      if !isRegistered {
        cmark_gfm_core_extensions_ensure_registered()
        isRegistered = true
      }
      return read(text)
    }
  }

  private static func read(_ text: String) -> MarkdownNode {
    let empty = MarkdownNode(kind: .document, children: [], line: 1, column: 1)
    guard
      let parser = unsafe cmark_parser_new(
        CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8)
    else { return empty }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      if let syntax = unsafe cmark_find_syntax_extension(name) {
        _ = unsafe cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    unsafe cmark_parser_feed(parser, text, text.utf8.count)
    guard let root = unsafe cmark_parser_finish(parser) else { return empty }
    defer { unsafe cmark_node_free(root) }
    return unsafe node(root)
  }

  /// Depth is bounded by ``NoteLimits`` before anything is parsed.
  private static func node(_ pointer: OpaquePointer) -> MarkdownNode {
    var children: [MarkdownNode] = []
    var next = unsafe cmark_node_first_child(pointer)
    while let child = unsafe next {
      children.append(unsafe node(child))
      unsafe next = cmark_node_next(child)
    }
    return MarkdownNode(
      kind: unsafe kind(pointer), children: children,
      line: Int(unsafe cmark_node_get_start_line(pointer)),
      column: Int(unsafe cmark_node_get_start_column(pointer)))
  }

  private static func kind(_ node: OpaquePointer) -> MarkdownNode.Kind {
    func string(_ pointer: UnsafePointer<CChar>?) -> String {
      guard let pointer = unsafe pointer else { return "" }
      return unsafe String(cString: pointer)
    }
    // This version of the library has no name for these two.
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return .footnoteReference(unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
    default: break
    }
    let name = unsafe string(cmark_node_get_type_string(node))
    switch name {
    case "document": return .document
    case "block_quote": return .blockQuote
    case "list":
      return .list(
        isOrdered: unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
        start: Int(unsafe cmark_node_get_list_start(node)))
    case "item": return .item
    case "tasklist":
      return .taskItem(isDone: unsafe cmark_gfm_extensions_get_tasklist_item_checked(node))
    case "code_block": return .code(unsafe string(cmark_node_get_literal(node)))
    case "html_block": return .html
    case "html_inline": return .inlineHTML
    case "paragraph": return .paragraph
    case "heading": return .heading(level: Int(unsafe cmark_node_get_heading_level(node)))
    case "thematic_break": return .thematicBreak
    case "text": return .text(unsafe string(cmark_node_get_literal(node)))
    case "softbreak": return .softBreak
    case "linebreak": return .lineBreak
    case "code": return .inlineCode(unsafe string(cmark_node_get_literal(node)))
    case "emph": return .emphasis
    case "strong": return .strong
    case "strikethrough": return .strikethrough
    case "link": return .link(address: unsafe string(cmark_node_get_url(node)))
    case "image": return .image(address: unsafe string(cmark_node_get_url(node)))
    case "table": return .table
    case "table_header": return .tableRow(isHeader: true)
    case "table_row": return .tableRow(isHeader: false)
    case "table_cell": return .tableCell
    default: return .other
    }
  }
}
