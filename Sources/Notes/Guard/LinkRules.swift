/// Which addresses a note may link to.
enum LinkRules {
  /// `https`, `http`, `mailto`, a place on the page, or a relative address; nothing that runs or
  /// carries its own content. Letters that hide a scheme (spaces, controls) are seen through.
  static func isHarmless(_ address: String) -> Bool {
    let visible = address.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    let text = String(String.UnicodeScalarView(visible)).lowercased()
    guard let colon = text.firstIndex(of: ":") else { return !text.hasPrefix("//") }
    let scheme = text[..<colon]
    if scheme.contains(where: { "/?#".contains($0) }) { return !text.hasPrefix("//") }
    return ["https", "http", "mailto"].contains(String(scheme))
  }
}
