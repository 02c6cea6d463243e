public import Diagnostics
import Foundation
import Languages
import Suppression

/// `vitrine protect`: a table protected on its own, outside any site.
public struct TableProtection: Sendable {
  let leaves: String
  let hierarchies: String
  let output: String
  let threshold: Int
  let tables: String?

  /// - Parameters:
  ///   - leaves: a CSV file with dimension columns and `value`.
  ///   - hierarchies: a CSV file `dim,child,parent`.
  ///   - output: the CSV file to write: every cell, `value`, `status`.
  ///   - threshold: *k*.
  ///   - tables: chosen margins as `a,b;c`; nil for the full cube.
  public init(
    leaves: String, hierarchies: String, output: String, threshold: Int, tables: String?
  ) {
    self.leaves = leaves
    self.hierarchies = hierarchies
    self.output = output
    self.threshold = threshold
    self.tables = tables
  }

  /// Counts for the reader: never a value of a hidden cell.
  public struct Summary: Sendable, Hashable {
    public let cells: Int
    public let unsafe: Int
    public let complementary: Int
    public let complementarySum: Int
    public let seconds: Double
    public let proofSeconds: Double
    public let exact: Int
    public let narrow: Int
  }

  /// - Returns: nil where a finding stops it; nothing is written then.
  public func run(into findings: inout Findings) -> Summary? {
    guard let leafText = text(of: leaves, &findings),
      let hierarchyText = text(of: hierarchies, &findings)
    else { return nil }
    do {
      let cube = try CubeProtection(
        leaves: leafText, hierarchies: hierarchyText, threshold: threshold, tables: tables)
      guard cube.verdict.isSafe else {
        findings.add(.tableNotProtected(leaves))
        return nil
      }
      do {
        try Data(cube.commaSeparated().utf8).write(
          to: URL(fileURLWithPath: output), options: .atomic)
      } catch {
        findings.add(.cannotWriteFile(output))
        return nil
      }
      return Summary(
        cells: cube.rows.count, unsafe: cube.rows.count { $0.status == .unsafe },
        complementary: cube.rows.count { $0.status == .complementary },
        complementarySum: cube.complementarySum, seconds: cube.protectionSeconds,
        proofSeconds: cube.proofSeconds, exact: cube.verdict.exact.count,
        narrow: cube.verdict.narrow.count)
    } catch {
      findings.add(.tableRefused(error), at: place(of: error))
      return nil
    }
  }

  private func text(of path: String, _ findings: inout Findings) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else {
      findings.add(.noFile, at: Place(file: path))
      return nil
    }
    guard let text = String(bytes: data, encoding: .utf8) else {
      findings.add(.notUTF8, at: Place(file: path))
      return nil
    }
    return text
  }

  private func place(of error: SuppressionError) -> Place {
    switch error {
    case .cycle, .twoParents, .roots: Place(file: hierarchies)
    case .unreadable(let file, let line):
      Place(file: file == "hierarchies" ? hierarchies : leaves, line: line)
    default: Place(file: leaves)
    }
  }
}

extension Finding.Message {
  static let noFile = Self(
    .error, "no-file", en: "file does not exist or cannot be read",
    fr: "le fichier n’existe pas ou ne peut pas être lu",
    fix: Localized(english: "check the path", french: "vérifiez le chemin"))

  static let notUTF8 = Self(
    .error, "not-utf8", en: "text is not UTF-8", fr: "le texte n’est pas en UTF-8",
    fix: Localized(
      english: "save the file as UTF-8", french: "enregistrez le fichier en UTF-8"))

  static func cannotWriteFile(_ path: String) -> Self {
    Self(
      .error, "cannot-write", en: "‘\(path)’ cannot be written",
      fr: "impossible d’écrire dans « \(path) »",
      fix: Localized(
        english: "check the folder and its rights", french: "vérifiez le dossier et ses droits"))
  }

  static func tableNotProtected(_ path: String) -> Self {
    Self(
      .error, "recoverable-cells",
      en: "hidden cells of ‘\(path)’ could be worked out; nothing is written",
      fr: "des cellules masquées de « \(path) » pourraient être déduites ; rien n’est écrit")
  }

  /// Names cells by their codes, never by value.
  static func tableRefused(_ error: SuppressionError) -> Self {
    let reason = error.words
    return Self(.error, "table-refused", en: reason.english, fr: reason.french)
  }
}

extension SuppressionError {
  fileprivate var words: Localized<String> {
    func path(_ codes: [String]) -> String { codes.joined(separator: "/") }
    return switch self {
    case .cycle(let dimension, let codes):
      Localized(
        english: "hierarchy of ‘\(dimension)’ comes back to itself: \(path(codes))",
        french: "la hiérarchie de « \(dimension) » revient sur elle-même : \(path(codes))")
    case .twoParents(let dimension, let child, let parents):
      Localized(
        english: "‘\(child)’ of ‘\(dimension)’ has two parents: \(path(parents))",
        french: "« \(child) » de « \(dimension) » a deux parents : \(path(parents))")
    case .roots(let dimension, let codes):
      Localized(
        english: "hierarchy of ‘\(dimension)’ must have one root, and has \(codes.count)",
        french: "la hiérarchie de « \(dimension) » doit avoir une racine, elle en a \(codes.count)")
    case .unknownCode(let dimension, let code):
      Localized(
        english: "code ‘\(code)’ is not a finest code of ‘\(dimension)’",
        french: "le code « \(code) » n’est pas un code terminal de « \(dimension) »")
    case .unknownDimension(let name):
      Localized(
        english: "dimension ‘\(name)’ is not a column of the leaves",
        french: "la dimension « \(name) » n’est pas une colonne des feuilles")
    case .duplicateCell(let codes):
      Localized(
        english: "cell \(path(codes)) is given twice",
        french: "la cellule \(path(codes)) est donnée deux fois")
    case .negative(let codes):
      Localized(
        english: "count of \(path(codes)) is below zero",
        french: "l’effectif de \(path(codes)) est négatif")
    case .notWhole(let codes):
      Localized(
        english: "count of \(path(codes)) is not a whole number",
        french: "l’effectif de \(path(codes)) n’est pas un nombre entier")
    case .overflow(let codes):
      Localized(
        english: "sum of \(path(codes)) is too large",
        french: "la somme de \(path(codes)) est trop grande")
    case .doesNotAddUp(let codes):
      Localized(
        english: "\(path(codes)) is not the sum of its parts",
        french: "\(path(codes)) n’est pas la somme de ses parties")
    case .malformedSystem(let codes):
      Localized(
        english: "row does not fit the table: \(path(codes))",
        french: "la ligne ne correspond pas au tableau : \(path(codes))")
    case .contradiction(let codes):
      Localized(
        english: "published figures contradict each other: \(path(codes))",
        french: "des chiffres publiés se contredisent : \(path(codes))")
    case .unsafeButPublic(let codes):
      Localized(
        english: "cell \(path(codes)) must be hidden and is already public",
        french: "la cellule \(path(codes)) doit être masquée et est déjà publique")
    case .cannotProtect(let codes):
      Localized(
        english: "no choice of cells to hide protects \(path(codes))",
        french: "aucun choix de cellules à masquer ne protège \(path(codes))")
    case .limitReached(let codes):
      Localized(
        english: "no solution within limits for \(path(codes))",
        french: "pas de solution dans les limites fixées pour \(path(codes))")
    case .unreadable(_, let line):
      Localized(english: "line \(line) cannot be read", french: "la ligne \(line) est illisible")
    }
  }
}
