import Diagnostics
import Languages
import Partnership

/// `postgresql: {table: register.victims, service: register, timeout: 60}` in a schema.
extension Keyed {
  /// Seconds that a question may take, where the schema says nothing, and at most.
  private static let usualTimeout = 60
  private static let longestTimeout = 3600

  func databaseTable() -> DatabaseTable {
    // Where a database is, and who asks, would be published with the content.
    for key in keys where Self.connectionKeys.contains(key.lowercased()) {
      _ = has(key)
      scribe.add(.connectionInContent, at: placeOfKey(key))
    }
    let name = requiredString("table")
    let service = string("service")
    for (key, text) in [("table", name), ("service", service ?? "")]
    where Self.looksLikeConnection(text) {
      scribe.add(.connectionInContent, at: place(of: key))
    }
    let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if !name.isEmpty, !Self.looksLikeConnection(name),
      path.count > 2 || path.contains(where: { !Self.isName($0) })
    {
      scribe.add(
        .wrongShape(
          "a table, or a schema and a table with a point between",
          "une table, ou un schéma et une table séparés par un point"), at: place(of: "table"))
    }
    let timeout = int("timeout") ?? Self.usualTimeout
    if !(1...Self.longestTimeout).contains(timeout) {
      scribe.add(
        .wrongShape(
          "a number of seconds from 1 to \(Self.longestTimeout)",
          "un nombre de secondes de 1 à \(Self.longestTimeout)"), at: place(of: "timeout"))
    }
    refuseUnknownKeys()
    return DatabaseTable(path: path, service: service, timeout: timeout)
  }

  /// The settings of libpq (PostgreSQL 15, 34.1.2) and what people call them.
  private static let connectionKeys: Set<String> = [
    "host", "hostaddr", "port", "dbname", "database", "user", "username", "password", "passfile",
    "url", "uri", "dsn", "connection", "sslmode", "sslkey", "sslcert", "sslpassword", "options",
  ]

  /// `postgresql://…`, `host=… password=…`.
  private static func looksLikeConnection(_ text: String) -> Bool {
    text.contains("://") || text.contains("=") || text.contains("@")
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 63 && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}

extension Finding.Message {
  static let connectionInContent = Self(
    .error, "connection-in-content",
    en: "connection to a database is set outside the content",
    fr: "la connexion à une base de données se règle hors du contenu",
    fix: Localized(
      english: "take it out, change the password if one stood there, and use PG* variables or a "
        + "service file",
      french: "retirez-la, changez le mot de passe s’il y en avait un, et utilisez les variables "
        + "PG* ou un fichier de services"))

  static let twoSources = Self(
    .error, "two-sources", en: "dataset comes from a file or from a database, not from both",
    fr: "un jeu de données vient d’un fichier ou d’une base de données, non des deux",
    fix: Localized(
      english: "take out ‘file’ or ‘postgresql’", french: "retirez « file » ou « postgresql »"))
}
