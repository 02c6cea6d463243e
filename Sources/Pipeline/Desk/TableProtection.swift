public import Diagnostics
import Foundation
import Languages
import Suppression

/// What `vitrine protect` is asked to do.
public struct TableRequest: Sendable {
  /// A CSV file with dimension columns and `value`.
  public var leaves: String
  /// A CSV file `dim,child,parent`.
  public var hierarchies: String
  /// The CSV file to write: every cell, `value`, `status`.
  public var output: String
  /// *k*.
  public var threshold: Int
  /// Chosen margins as `a,b;c`; nil for the full cube.
  public var tables: String?
  /// How wide the interval of an unsafe cell must be; nil for all that the mark says.
  public var width: Int?
  /// Whether that width may lie anywhere.
  public var isSliding = false
  public var zerosAreSensitive = false
  /// CSV files of cells that must stay published, and of cells that are public elsewhere.
  public var published: String?
  public var known: String?
  /// Whether a bound on the loss is worked out for large tables too; small ones always have it.
  public var isBounded = false
  /// Rounds of exchanges at most.
  public var exchanges = 0
  /// Branch-and-bound nodes of one search for whole numbers at most; nil for the usual number.
  public var nodes: Int?

  public init(leaves: String, hierarchies: String, output: String, threshold: Int) {
    self.leaves = leaves
    self.hierarchies = hierarchies
    self.output = output
    self.threshold = threshold
  }

  var asked: CubeRequest {
    var asked = CubeRequest(threshold: threshold)
    if let width { asked.latitude = isSliding ? .sliding(width) : .width(width) }
    asked.zerosAreSensitive = zerosAreSensitive
    if let tables { asked.choose(tables) }
    if let nodes { asked.options.nodes = nodes }
    asked.options.exchanges = exchanges
    var limits = ExactLimits()
    limits.boundsLargerSystems = isBounded
    asked.options.exact = limits
    return asked
  }
}

/// `vitrine protect`: a table protected on its own, outside any site.
public struct TableProtection: Sendable {
  let request: TableRequest

  public init(_ request: TableRequest) { self.request = request }

  /// Counts for the reader: never a value of a hidden cell.
  public struct Summary: Sendable, Hashable {
    public let cells: Int
    public let unsafe: Int
    public let complementary: Int
    public let complementarySum: Int
    /// What the complementary cells cost: 1 each, and a tenth of the logarithm of the value more.
    public let loss: Double
    /// No pattern that protects costs less; nil where that was not worked out.
    public let lowerBound: Double?
    /// How much of the loss is above the bound, 0 to 1.
    public let gap: Double?
    public let seconds: Double
    public let proofSeconds: Double
    public let exact: Int
    public let narrow: Int
  }

  /// - Returns: nil where a finding stops it; nothing is written then.
  public func run(into findings: inout Findings) -> Summary? {
    var texts: [String: String] = [:]
    for path in [request.leaves, request.hierarchies, request.published, request.known] {
      guard let path else { continue }
      guard let text = text(of: path, &findings) else { return nil }
      texts[path] = text
    }
    let leaves = texts[request.leaves, default: ""]
    let hierarchies = texts[request.hierarchies, default: ""]
    do {
      let cube = try CubeProtection(
        leaves: leaves, hierarchies: hierarchies,
        published: request.published.flatMap { texts[$0] },
        known: request.known.flatMap { texts[$0] }, request: request.asked)
      guard cube.verdict.isSafe else {
        findings.add(.tableNotProtected(request.leaves), at: Place(file: request.leaves))
        return nil
      }
      do {
        try Data(cube.commaSeparated().utf8).write(
          to: URL(fileURLWithPath: request.output), options: .atomic)
      } catch {
        findings.add(.cannotWriteFile(request.output))
        return nil
      }
      return Summary(
        cells: cube.rows.count, unsafe: cube.rows.count { $0.status == .unsafe },
        complementary: cube.rows.count { $0.status == .complementary },
        complementarySum: cube.complementarySum, loss: cube.pattern.loss,
        lowerBound: cube.pattern.lowerBound, gap: cube.pattern.gap, seconds: cube.protectionSeconds,
        proofSeconds: cube.proofSeconds, exact: cube.verdict.exact.count,
        narrow: cube.verdict.narrow.count)
    } catch {
      findings.add(.tableRefused(error), at: place(of: error, leaves, hierarchies))
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

  private func place(
    of error: SuppressionError, _ leaves: String, _ hierarchies: String
  ) -> Place {
    func edge(_ dimension: String, _ child: String, _ parent: String?) -> Place {
      Place(
        file: request.hierarchies,
        line: parent.flatMap {
          CubeProtection.line(
            of: child, under: $0, dimension: dimension, hierarchies: hierarchies)
        })
    }
    switch error {
    case .cycle(let dimension, let codes):
      return edge(dimension, codes.last ?? "", codes.first)
    case .twoParents(let dimension, let child, let parents):
      return edge(dimension, child, parents.last)
    case .roots: return Place(file: request.hierarchies)
    case .unreadable(let file, let line):
      let files = [
        "hierarchies": request.hierarchies, "published": request.published,
        "known": request.known,
      ]
      return Place(file: (files[file] ?? nil) ?? request.leaves, line: line)
    case .negative(let codes), .notWhole(let codes), .overflow(let codes),
      .duplicateCell(let codes), .doesNotAddUp(let codes):
      return Place(
        file: request.leaves, line: CubeProtection.line(of: codes, leaves: leaves))
    case .unknownCode(let dimension, let code):
      return Place(
        file: request.leaves,
        line: CubeProtection.line(of: code, in: dimension, leaves: leaves))
    case .notShown: return Place(file: request.published ?? request.leaves)
    default: return Place(file: request.leaves)
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
    return Self(
      .error, "table-refused", en: reason.english, fr: reason.french, fix: error.mend)
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
        english: "code ‘\(code)’ is not in the hierarchy of ‘\(dimension)’",
        french: "le code « \(code) » n’est pas dans la hiérarchie de « \(dimension) »")
    case .unknownDimension(let name):
      Localized(
        english: "dimension ‘\(name)’ is not a column of the leaves",
        french: "la dimension « \(name) » n’est pas une colonne du fichier « --leaves »")
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
        english: "cell \(path(codes)) must be hidden, and is public or must stay published",
        french:
          "la cellule \(path(codes)) doit être masquée, mais elle est publique ou doit rester publiée"
      )
    case .notShown(let codes):
      Localized(
        english: "cell \(path(codes)) must stay published, and no chosen table shows it",
        french:
          "la cellule \(path(codes)) doit rester publiée, mais aucun tableau choisi ne la montre")
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

  fileprivate var mend: Localized<String> {
    switch self {
    case .cycle, .twoParents, .roots:
      Localized(
        english: "give each code one parent, up to one root",
        french: "donnez à chaque code un seul parent, jusqu’à une seule racine")
    case .unknownCode, .unknownDimension:
      Localized(
        english: "correct the code, or add it to the hierarchies",
        french: "corrigez le code, ou ajoutez-le aux hiérarchies")
    case .duplicateCell:
      Localized(english: "keep one of the two rows", french: "gardez une des deux lignes")
    case .negative, .notWhole, .overflow:
      Localized(
        english: "give a whole number of at least 0, no larger than 2^50",
        french: "donnez un nombre entier d’au moins 0, et d’au plus 2^50")
    case .doesNotAddUp, .contradiction:
      Localized(
        english: "correct the total or its parts", french: "corrigez le total ou ses parties")
    case .malformedSystem, .unreadable:
      Localized(
        english: "give each row as many fields as the header, and a number as its value",
        french: "donnez à chaque ligne autant de champs que l’en-tête, et un nombre pour valeur")
    case .notShown:
      Localized(
        english: "choose a table that shows it, or take it from the list",
        french: "choisissez un tableau qui la montre, ou retirez-la de la liste")
    case .unsafeButPublic:
      Localized(
        english: "take it from the list, or publish no table that it spoils",
        french: "retirez-la de la liste, ou ne publiez pas le tableau qu’elle compromet")
    case .cannotProtect:
      Localized(
        english: "let more cells be hidden, or choose fewer or coarser tables",
        french:
          "laissez masquer davantage de cellules, ou choisissez des tableaux moins nombreux ou moins "
          + "fins")
    case .limitReached:
      Localized(
        english: "allow more nodes, or choose fewer or coarser tables",
        french: "autorisez plus de nœuds, ou choisissez des tableaux moins nombreux ou moins fins")
    }
  }
}
