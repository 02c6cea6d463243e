import Diagnostics
import Languages

/// Why a database gave nothing. Neither its words nor a value are part of it: they may hold a
/// password, or what a row holds; of the engine's answer only the five signs of its SQLSTATE stay.
enum DatabaseTrouble: Error, Hashable {
  case unreachable, loginRefused, unknownDatabase
  case unknownTable, noPermission, timedOut
  case tooManyGroups(most: Int)
  case failed(state: String)

  /// - Parameter state: an SQLSTATE (PostgreSQL 15, appendix A); nil where there was no answer.
  init(state: String?) {
    guard let state, state.utf8.count == 5, state.utf8.allSatisfy(Self.isOfState) else {
      self = .unreachable
      return
    }
    switch state {
    case "3D000": self = .unknownDatabase
    case "42P01", "3F000": self = .unknownTable
    case "42501": self = .noPermission
    case "57014": self = .timedOut
    default:
      switch state.prefix(2) {
      case "08", "57": self = .unreachable
      case "28": self = .loginRefused
      default: self = .failed(state: state)
      }
    }
  }

  private static func isOfState(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
  }

  var message: Finding.Message {
    func error(
      _ code: String, _ en: String, _ fr: String, fix english: String, _ french: String
    ) -> Finding.Message {
      Finding.Message(
        .error, code, en: en, fr: fr, fix: Localized(english: english, french: french))
    }
    switch self {
    case .unreachable:
      return error(
        "database-unreachable", "database of this dataset cannot be reached",
        "la base de données de ce jeu est injoignable",
        fix: "check PGHOST, PGPORT or the service file; `psql` with the same settings says why",
        "vérifiez PGHOST, PGPORT ou le fichier de services ; `psql`, avec les mêmes réglages, dit "
          + "pourquoi")
    case .loginRefused:
      return error(
        "database-login-refused", "database of this dataset refuses the user or the password",
        "la base de données de ce jeu refuse l’utilisateur ou le mot de passe",
        fix: "check PGUSER and PGPASSFILE, or ask the administrator of the register",
        "vérifiez PGUSER et PGPASSFILE, ou adressez-vous à l’administrateur du registre")
    case .unknownDatabase:
      return error(
        "unknown-database", "database of this dataset is not on the server",
        "la base de données de ce jeu n’est pas sur le serveur",
        fix: "check PGDATABASE, or ‘dbname’ in the service file",
        "vérifiez PGDATABASE, ou « dbname » dans le fichier de services")
    case .unknownTable:
      return error(
        "unknown-table", "table or view of this dataset is not in the database",
        "la table ou la vue de ce jeu n’est pas dans la base de données",
        fix: "write ‘table’ as schema.name, in the capitals that the database has",
        "écrivez « table » sous la forme schéma.nom, avec les majuscules de la base")
    case .noPermission:
      return error(
        "database-permission", "user of the database may not read the table of this dataset",
        "l’utilisateur de la base n’a pas le droit de lire la table de ce jeu",
        fix: "ask the administrator for SELECT on it, or on a view of it",
        "demandez à l’administrateur le droit SELECT sur elle, ou sur une vue")
    case .timedOut:
      return error(
        "database-timeout", "database did not answer within the time that the dataset allows",
        "la base de données n’a pas répondu dans le délai que le jeu accorde",
        fix: "raise ‘timeout’ (in seconds), or ask for an index or a materialized view",
        "augmentez « timeout » (en secondes), ou demandez un index ou une vue matérialisée")
    case .tooManyGroups(let most):
      return error(
        "too-many-groups",
        "columns of the dataset make more than \(NumberFormat.of(.english).text(most)) groups in "
          + "the database",
        "les colonnes du jeu font plus de \(NumberFormat.of(.french).text(most)) groupes dans la "
          + "base de données",
        fix: "take out the column that is almost different on each row",
        "retirez la colonne qui diffère presque à chaque ligne")
    case .failed(let state):
      return error(
        "database-failed", "database refused the question for this dataset (SQLSTATE \(state))",
        "la base de données a refusé la question posée pour ce jeu (SQLSTATE \(state))",
        fix: "look the code up in the manual of the database, or read its log",
        "cherchez ce code dans le manuel de la base, ou lisez son journal")
    }
  }
}

extension Finding.Message {
  static func columnNotNumeric(_ column: String) -> Self {
    Self(
      .error, "column-not-numeric",
      en: "column ‘\(column)’ of the table is not of a numeric type",
      fr: "la colonne « \(column) » de la table n’est pas d’un type numérique",
      fix: Localized(
        english: "name a column of numbers, or a view that converts it",
        french: "citez une colonne de nombres, ou une vue qui la convertit"))
  }

  static func columnNotInTable(_ column: String, nearest: String?) -> Self {
    Self(
      .error, "missing-column", en: "column ‘\(column)’ of the schema is not in the table",
      fr: "la colonne « \(column) » du schéma n’est pas dans la table",
      fix: nearest.map {
        Localized(english: "did you mean ‘\($0)’?", french: "vouliez-vous dire « \($0) » ?")
      })
  }

  static var tableWithoutRows: Self {
    Self(
      .warning, "dataset-without-rows", en: "table of this dataset has no row",
      fr: "la table de ce jeu n’a aucune ligne")
  }
}
