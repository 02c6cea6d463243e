public import Diagnostics
public import Languages

public struct Theme: Sendable {
  public static func load(
    files: [ThemeFile], strings: Localized<[String: String]>, findings: inout Findings
  ) -> Theme { Theme() }
}

public struct SiteBuilder: Sendable {
  public init(theme: Theme) {}
  public func build(_ input: SiteInput, into findings: inout Findings) -> [SiteFile] { [] }
}
