import Diagnostics
import Languages

/// Why a workbook cannot be read; no sheet's name or cell's text is part of it.
enum WorkbookTrouble: Error, Hashable {
  case passwordProtected, oldFormat, broken, tooLarge
  case unknownSheet
  case sheetNotChosen(Int)
  case badRange, emptySheet
  /// A cell holds an error of a formula, such as `#REF!`.
  case cellError(row: Int, column: Int)

  func place(in path: String) -> Place {
    if case .cellError(let row, let column) = self {
      return Place(file: path, line: row, column: column)
    }
    return Place(file: path)
  }

  var message: Finding.Message {
    func error(
      _ code: String, _ en: String, _ fr: String, fix english: String, _ french: String
    ) -> Finding.Message {
      Finding.Message(
        .error, code, en: en, fr: fr, fix: Localized(english: english, french: french))
    }
    switch self {
    case .passwordProtected:
      return error(
        "password-protected", "workbook is protected by a password",
        "le classeur est protégé par un mot de passe",
        fix: "save it without a password (File, Info, Protect Workbook)",
        "enregistrez-le sans mot de passe (Fichier, Informations, Protéger le classeur)")
    case .oldFormat:
      return error(
        "old-workbook", "workbook is in the format of Excel 97",
        "le classeur est au format d’Excel 97",
        fix: "save it as an Excel workbook (.xlsx)",
        "enregistrez-le comme classeur Excel (.xlsx)")
    case .broken:
      return error(
        "broken-workbook", "workbook is truncated or damaged",
        "le classeur est tronqué ou endommagé",
        fix: "open it in Excel, save it again and copy it whole",
        "ouvrez-le dans Excel, enregistrez-le de nouveau et copiez-le en entier")
    case .tooLarge:
      return error(
        "workbook-too-large", "workbook unpacks to more than can be read safely",
        "le classeur, une fois décompressé, dépasse ce qui peut être lu sans risque",
        fix: "save the sheet as CSV", "enregistrez la feuille en CSV")
    case .unknownSheet:
      return error(
        "unknown-sheet", "sheet that was chosen is not in the workbook",
        "la feuille choisie n’est pas dans le classeur",
        fix: "write the name of the sheet as its tab has it",
        "écrivez le nom de la feuille tel que sur son onglet")
    case .sheetNotChosen(let count):
      return error(
        "sheet-not-chosen", "workbook has \(count) sheets and none is chosen",
        "le classeur a \(count) feuilles et aucune n’est choisie",
        fix: "name the sheet with ‘sheet’", "nommez la feuille par « sheet »")
    case .badRange:
      return error(
        "bad-range", "range of cells is not written like B3:H200",
        "la plage de cellules ne s’écrit pas comme B3:H200",
        fix: "write the first cell of the header and the last cell",
        "écrivez la première cellule de l’en-tête et la dernière cellule")
    case .emptySheet:
      return error(
        "empty-sheet", "sheet has no header", "la feuille n’a pas d’en-tête",
        fix: "write the names of columns in the first row",
        "écrivez les noms des colonnes sur la première ligne")
    case .cellError:
      return error(
        "cell-error", "cell holds the error of a formula",
        "la cellule contient l’erreur d’une formule",
        fix: "mend the formula, or write the value",
        "corrigez la formule, ou écrivez la valeur")
    }
  }
}
