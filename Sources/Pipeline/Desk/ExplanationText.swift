public import Diagnostics
import Disclosure
import Foundation
public import Languages

/// Why cells are hidden, for the committee's own desk: their codes, no values. It says which cells are
/// unsafe, and so it is never published.
public struct ExplanationText: Sendable {
  let cells: [CellExplanation]

  /// One line a cell of the tables asked for, in order; the first line says that it is confidential.
  ///
  /// - Parameter table: a table's code; all where nil.
  public func lines(of table: String?, in language: Language) -> [String] {
    let mark = Localized(
      english: "CONFIDENTIAL: says which cells are unsafe; not for publication",
      french: "CONFIDENTIEL : dit quelles cellules sont à risque ; ne pas publier")
    return [mark[language]]
      + cells.filter { table == nil || $0.codes.first == table }.map { cell in
        cell.codes.joined(separator: "/") + "  " + cell.reason.words[language]
      }
  }

  /// Whether any table of that code has a hidden cell.
  public func knows(_ table: String) -> Bool { cells.contains { $0.codes.first == table } }

  /// Writes to a file that its owner alone may read.
  ///
  /// - Parameter public: folders that are shared or published, such as the content.
  /// - Returns: false where the machine refuses.
  /// - Throws: `BuildStopped` where the file would lie in a site, or in one of those folders.
  public static func write(
    _ lines: [String], to path: String, apartFrom shared: [String]
  ) throws(BuildStopped) -> Bool {
    var findings = Findings()
    if let folder = folder(holding: path, among: shared) {
      findings.add(.confidentialInsideContent(path, folder))
    } else if isInsideSite(path) {
      findings.add(.confidentialInsideSite(path))
    }
    try findings.close()
    return PrivateFile.write(
      Array((lines.joined(separator: "\n") + "\n").utf8), to: path, over: true)
  }

  private static func place(_ path: String) -> URL {
    URL(fileURLWithPath: path).deletingLastPathComponent().standardizedFileURL
      .resolvingSymlinksInPath()
  }

  /// The one of some folders that a file would lie in.
  private static func folder(holding path: String, among folders: [String]) -> String? {
    let parts = place(path).pathComponents
    return folders.first { folder in
      let root = URL(fileURLWithPath: folder, isDirectory: true).standardizedFileURL
        .resolvingSymlinksInPath().pathComponents
      return parts.starts(with: root)
    }
  }

  /// Whether a file would lie in a folder that is, or is about to be, a published site.
  private static func isInsideSite(_ path: String) -> Bool {
    var folder = place(path)
    while true {
      let isSite = FileManager.default.fileExists(
        atPath: folder.appendingPathComponent(".vitrine-site").path)
      if isSite || folder.lastPathComponent == "_site" { return true }
      guard folder.pathComponents.count > 1 else { return false }
      folder.deleteLastPathComponent()
    }
  }
}

extension CellExplanation.Reason {
  /// For the committee, in words of the rules.
  var words: Localized<String> {
    switch self {
    case .unsafe(let rules):
      let named = rules.map(Self.words)
      return Localized(
        english: "unsafe: " + named.map(\.english).joined(separator: ", "),
        french: "à risque : " + named.map(\.french).joined(separator: ", "))
    case .complementary:
      return Localized(
        english: "hidden to protect another", french: "masquée pour en protéger une autre")
    case .awaitingRevision:
      return Localized(
        english: "awaiting revision: the change since an earlier release would tell too much",
        french: "en attente de révision : l’écart avec une version antérieure en dirait trop")
    }
  }

  private static func words(_ rule: String) -> Localized<String> {
    switch rule {
    case "frequency": Localized(english: "below the threshold", french: "sous le seuil")
    case "sensitive-zeros":
      Localized(
        english: "below the threshold, zero included", french: "sous le seuil, zéro compris")
    case "dominance":
      Localized(
        english: "few contributors give most of it",
        french: "quelques contributeurs en apportent l’essentiel")
    case "p-percent":
      Localized(
        english: "one contributor could be estimated",
        french: "le montant d’un contributeur pourrait être estimé")
    case "all-in-one-category":
      Localized(
        english: "all are in one category", french: "tous sont dans une même modalité")
    default: Localized(both: rule)
    }
  }
}

extension Finding.Message {
  static func confidentialInsideSite(_ path: String) -> Self {
    Self(
      .error, "confidential-inside-site",
      en: "‘\(path)’ lies inside a published site, and what explain writes is confidential",
      fr: "« \(path) » se trouve dans un site publié, et ce qu’écrit explain est confidentiel",
      fix: Localized(
        english: "name a file outside the site", french: "indiquez un fichier hors du site"))
  }

  static func confidentialInsideContent(_ path: String, _ folder: String) -> Self {
    Self(
      .error, "confidential-inside-content",
      en:
        "‘\(path)’ lies in ‘\(folder)’, which others share, and what explain writes is confidential",
      fr:
        "« \(path) » se trouve dans « \(folder) », que d’autres partagent, et ce qu’écrit explain "
        + "est confidentiel",
      fix: Localized(
        english: "name a file of your own, outside the content and the theme",
        french: "indiquez un fichier à vous, hors du contenu et du thème"))
  }

  /// - Parameter table: as it was typed.
  public static func nothingHidden(_ table: String) -> Self {
    Self(
      .note, "nothing-hidden", en: "table ‘\(table)’ is not there, or hides nothing",
      fr: "le tableau « \(table) » n’existe pas, ou ne masque rien",
      fix: Localized(
        english: "give the code of a table, such as I2.4-sex",
        french: "donnez le code d’un tableau, tel que I2.4-sex"))
  }
}
