import CCmarkGFM
import Glibc
import Languages

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
/// With ``ParseMemory`` the only unsafe code of this room. Two extensions of this library, strikethrough and bare
/// addresses, switch tables that all parsers share while one parses. So a text is parsed without them
/// first, on any number of cores; where it turns out to hold what they look for, it is parsed once
/// more with them, alone (Documentation/Decisions/0033).
enum MarkdownTree {
  private static let turns = Turns()

  static func parse(_ text: String) -> MarkdownNode {
    let plain = turns.together { read(text, extensions: ["table", "tasklist"]) }
    return plain.mayHoldMore ? parseAlone(text) : plain
  }

  /// With all extensions, and nothing else being parsed.
  static func parseAlone(_ text: String) -> MarkdownNode {
    turns.alone { read(text, extensions: ["table", "strikethrough", "autolink", "tasklist"]) }
  }

  private static func read(_ text: String, extensions: [String]) -> MarkdownNode {
    let empty = MarkdownNode(kind: .document, children: [], line: 1, column: 1)
    defer { ParseMemory.takeBack() }
    guard
      let parser = unsafe cmark_parser_new_with_mem(
        CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8,
        ParseMemory.allocator)
    else { return empty }
    defer { unsafe cmark_parser_free(parser) }
    for name in extensions {
      if let syntax = unsafe cmark_find_syntax_extension(name) {
        _ = unsafe cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    unsafe cmark_parser_feed(parser, text, text.utf8.count)
    guard let root = unsafe cmark_parser_finish(parser) else { return empty }
    defer { unsafe cmark_node_free(root) }
    return unsafe node(root, depth: 0)
  }

  /// Blocks are bounded by ``NoteLimits`` before anything is parsed, marks in each other while the
  /// document is read. Below the depth at which that refuses a note nothing is asked for.
  private static let deepest = 300

  private static func node(_ pointer: OpaquePointer, depth: Int) -> MarkdownNode {
    var children: [MarkdownNode] = []
    var next = depth < deepest ? unsafe cmark_node_first_child(pointer) : nil
    var count = 0
    var counted = unsafe next
    while let child = unsafe counted {
      count += 1
      unsafe counted = cmark_node_next(child)
    }
    children.reserveCapacity(count)
    while let child = unsafe next {
      children.append(unsafe node(child, depth: depth + 1))
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
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: return .text(unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .inlineCode(unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: return .inlineHTML
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK: return .link(address: unsafe string(cmark_node_get_url(node)))
    case CMARK_NODE_IMAGE: return .image(address: unsafe string(cmark_node_get_url(node)))
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return .footnoteReference(unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
    case CMARK_NODE_LIST:
      return .list(
        isOrdered: unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
        start: Int(unsafe cmark_node_get_list_start(node)))
    case CMARK_NODE_ITEM:
      // A task is an item with an extension, of which only its name tells.
      return unsafe string(cmark_node_get_type_string(node)) == "tasklist"
        ? .taskItem(isDone: unsafe cmark_gfm_extensions_get_tasklist_item_checked(node)) : .item
    case CMARK_NODE_CODE_BLOCK: return .code(unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_BLOCK: return .html
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING:
      return .heading(level: Int(unsafe cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
    default: break
    }
    // Those of the extensions have numbers that are given as they register.
    switch unsafe string(cmark_node_get_type_string(node)) {
    case "tasklist":
      return .taskItem(isDone: unsafe cmark_gfm_extensions_get_tasklist_item_checked(node))
    case "strikethrough": return .strikethrough
    case "table": return .table
    case "table_header": return .tableRow(isHeader: true)
    case "table_row": return .tableRow(isHeader: false)
    case "table_cell": return .tableCell
    default: return .other
    }
  }
}

extension MarkdownNode {
  /// Whether any text holds what strikethrough or bare addresses are made of: `~`, `@`, `://` or
  /// `www.`. Up to the first of them both kinds of parse do the same, and what they take for text
  /// stays text; so where there is none, the second parse would give the same tree.
  fileprivate var mayHoldMore: Bool {
    // Runs of text are cut at any place, so that `://` may stand in two of them.
    var run = BareAddressSigns()
    for child in children {
      if case .text(let text) = child.kind {
        if run.isIn(text) { return true }
      } else {
        if child.mayHoldMore { return true }
        run = BareAddressSigns()
      }
    }
    return false
  }
}

/// Looks for `~`, `@`, `://` and `www.` in texts that follow each other.
private struct BareAddressSigns {
  /// How much of `:/` and of `www` stands before the next byte.
  private var address = 0
  private var letters = 0

  mutating func isIn(_ text: String) -> Bool {
    var (address, letters) = (self.address, self.letters)
    let isThere = text.holdsByte { byte in
      switch byte {
      case 0x7E, 0x40: return true
      case 0x3A: (address, letters) = (1, 0)
      case 0x2F:
        if address == 2 { return true }
        (address, letters) = (address == 1 ? 2 : 0, 0)
      case 0x77: (address, letters) = (0, letters + 1)
      case 0x2E:
        if letters >= 3 { return true }
        (address, letters) = (0, 0)
      default: (address, letters) = (0, 0)
      }
      return false
    }
    (self.address, self.letters) = (address, letters)
    return isThere
  }
}

/// Parses that may go on together, and those that must be alone.
@safe private final class Turns: Sendable {
  /// Made once and never freed: there is one for the whole program.
  private nonisolated(unsafe) let lock: UnsafeMutablePointer<pthread_rwlock_t>

  init() {
    unsafe lock = .allocate(capacity: 1)
    _ = unsafe pthread_rwlock_init(lock, nil)
    cmark_gfm_core_extensions_ensure_registered()
  }

  func together<Result>(_ work: () -> Result) -> Result {
    _ = unsafe pthread_rwlock_rdlock(lock)
    defer { _ = unsafe pthread_rwlock_unlock(lock) }
    return work()
  }

  func alone<Result>(_ work: () -> Result) -> Result {
    _ = unsafe pthread_rwlock_wrlock(lock)
    defer { _ = unsafe pthread_rwlock_unlock(lock) }
    return work()
  }
}
