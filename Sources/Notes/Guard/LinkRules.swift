/// Which addresses a note may link to.
enum LinkRules {
  /// `https`, `http`, `mailto`, a place on the page, or a relative address; nothing that runs or
  /// carries its own content. Letters that hide a scheme (spaces, controls) are seen through.
  static func isHarmless(_ address: String) -> Bool {
    let visible = address.utf8.filter { $0 > 0x20 && $0 != 0x7F }
    let end = visible.firstIndex { ":/?#".utf8.contains($0) }
    guard let end, visible[end] == 0x3A else { return !visible.starts(with: "//".utf8) }
    let scheme = visible[..<end].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return schemes.contains { $0.utf8.elementsEqual(scheme) }
  }

  private static let schemes = ["https", "http", "mailto"]
}
