public import Languages

/// Why the new site could not take the old one's place; the old one is whole.
public enum WriteFailure: Error, Sendable, Hashable {
  /// The output is, holds, or lies in a folder that is read.
  case outputOverlaps(String, String)
  /// The output folder holds files that Vitrine did not make.
  case notOurs(String)
  /// Another build writes there.
  case busy(String)
  case cannotWrite(String, reason: String)
  case cannotReplace(String)

  /// Whether the reader used the tool wrongly, rather than the machine failing.
  public var isWrongUse: Bool {
    switch self {
    case .outputOverlaps, .notOurs: true
    default: false
    }
  }

  /// What happened and what to do.
  public var message: Localized<String> {
    switch self {
    case .outputOverlaps(let output, let source):
      Localized(
        english: "the output ‘\(output)’ overlaps ‘\(source)’, which is read; "
          + "choose another folder with --output",
        french: "le dossier de sortie « \(output) » recouvre « \(source) », qui est lu ; "
          + "choisissez un autre dossier avec --output")
    case .notOurs(let output):
      Localized(
        english: "‘\(output)’ holds files that vitrine did not make; "
          + "empty it yourself or choose another folder with --output",
        french: "« \(output) » contient des fichiers que vitrine n’a pas produits ; "
          + "videz-le vous-même ou choisissez un autre dossier avec --output")
    case .busy(let output):
      Localized(
        english: "another build is writing ‘\(output)’; wait until it ends",
        french: "une autre construction écrit dans « \(output) » ; attendez qu’elle se termine")
    case .cannotWrite(let output, _):
      Localized(
        english: "‘\(output)’ could not be written; the old site is whole; "
          + "check the free space and the rights of the folder",
        french: "impossible d’écrire dans « \(output) » ; l’ancien site est intact ; "
          + "vérifiez l’espace libre et les droits du dossier")
    case .cannotReplace(let output):
      Localized(
        english: "‘\(output)’ could not be replaced; the old site is whole; "
          + "check the rights of its parent folder",
        french: "impossible de remplacer « \(output) » ; l’ancien site est intact ; "
          + "vérifiez les droits de son dossier parent")
    }
  }
}
