/// A file of a theme, read by someone else: this room does no input.
public struct ThemeFile: Sendable, Hashable {
  /// From the theme’s folder: `templates/layout.mustache`, `styles/base.css`. A file replaces an
  /// earlier one of the same path: hand over the theme that is extended first.
  public var path: String
  /// The path as the reader would type it, for findings.
  public var place: String
  public var text: String

  public init(path: String, place: String, text: String) {
    self.path = path
    self.place = place
    self.text = text
  }
}
