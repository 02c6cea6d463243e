import Languages
import Synchronization

/// Pieces that are the same on all pages of a folder, such as the navigation: drawn once for each.
final class Frames: Sendable {
  private struct Piece {
    let markup: Markup
    /// What of the theme it was made with, which whoever shows it was made with too.
    let use: ThemeUse
  }

  private let drawn = Mutex<[String: Piece]>([:])

  /// - Parameters:
  ///   - name: the piece, with everything it depends on beside the language and the folder.
  ///   - page: where it stands; links are relative to its folder.
  func markup(_ name: String, on page: Edition, _ draw: (Edition) -> Markup) -> Markup {
    let folder = page.here[..<(page.here.utf8.lastIndex(of: 0x2F) ?? page.here.startIndex)]
    let key = "\(page.language.rawValue) \(folder) \(name)"
    let piece = drawn.withLock { $0[key] } ?? made(key, on: page, draw)
    page.watch.note(piece.use)
    return piece.markup
  }

  private func made(_ key: String, on page: Edition, _ draw: (Edition) -> Markup) -> Piece {
    let watch = ThemeWatch()
    let markup = draw(page.seen(by: watch))
    let piece = Piece(markup: markup, use: watch.use)
    drawn.withLock { $0[key] = piece }
    return piece
  }
}
