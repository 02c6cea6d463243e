import Languages
import Synchronization

/// Pieces that are the same on all pages of a folder, such as the navigation: drawn once for each.
final class Frames: Sendable {
  private let drawn = Mutex<[String: Markup]>([:])

  /// - Parameters:
  ///   - name: the piece, with everything it depends on beside the language and the folder.
  ///   - page: from the root; links are relative to its folder.
  func markup(
    _ name: String, _ language: Language, from page: String, _ draw: () -> Markup
  ) -> Markup {
    let folder = page[..<(page.utf8.lastIndex(of: 0x2F) ?? page.startIndex)]
    let key = "\(language.rawValue) \(folder) \(name)"
    if let known = drawn.withLock({ $0[key] }) { return known }
    let markup = draw()
    drawn.withLock { $0[key] = markup }
    return markup
  }
}
