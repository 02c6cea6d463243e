import Foundation
import Testing

/// Debian's PostgreSQL, on a socket in a folder of its own, for the tests of one suite. It ends with
/// the suite, and with the process where that comes first.
final class DatabaseServer: @unchecked Sendable {
  /// The one that runs, for the tests of its suite.
  @TaskLocal static var running: DatabaseServer?

  static let password = "Zqxwv-8642097531"

  let folder: String
  private let binaries: String
  private let process = Process()
  private let leash = Pipe()

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  init() throws {
    let versions = "/usr/lib/postgresql"
    let found = ((try? FileManager.default.contentsOfDirectory(atPath: versions)) ?? []).sorted()
      .last { FileManager.default.fileExists(atPath: "\(versions)/\($0)/bin/initdb") }
    guard let found else {
      throw Failure(description: "PostgreSQL is not installed: run Tools/setup test")
    }
    binaries = "\(versions)/\(found)/bin"
    var template = Array("/tmp/vitrine-pg-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw Failure(description: "no folder in /tmp") }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if getuid() == 0 { try Self.run("/usr/bin/env", ["chown", "postgres:", folder]) }
    let data = folder + "/data"
    try Self.run(
      "/usr/bin/env",
      unprivileged([
        binaries + "/initdb", "-D", data, "--no-sync", "--auth=trust", "--username=postgres",
        "--no-locale", "--encoding=UTF8",
      ]))
    try "local all asker scram-sha-256\nlocal all all trust\n"
      .write(toFile: data + "/pg_hba.conf", atomically: false, encoding: .utf8)
    let settings = [
      "fsync=off", "listen_addresses=", "unix_socket_directories=\(folder)",
      "log_statement=all", "log_line_prefix=%a|", "shared_buffers=16MB", "autovacuum=off",
    ]
    let server = unprivileged(
      [binaries + "/postgres", "-D", data] + settings.flatMap { ["-c", $0] })
    // The shell holds the leash: when this process ends, reading ends, and so does the server.
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments =
      [
        "-c",
        """
        exec 3<&0; folder=$1; shift
        "$@" </dev/null >"$folder/log" 2>&1 &
        read -r -u 3 _
        kill -INT "$(head -1 "$folder/data/postmaster.pid")"; wait
        rm -rf "$folder"
        """, "server", folder,
      ] + server
    process.standardInput = leash
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    try process.run()
    for _ in 0..<600 {
      if (try? run(sql: "SELECT 1")) != nil { return }
      usleep(50_000)
    }
    throw Failure(description: "PostgreSQL did not start; its log is \(folder)/log")
  }

  func stop() {
    try? leash.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// PostgreSQL refuses to run as root.
  private func unprivileged(_ command: [String]) -> [String] {
    getuid() == 0 ? ["runuser", "-u", "postgres", "--"] + command : ["env"] + command
  }

  /// Runs statements as the administrator.
  func run(sql: String) throws {
    try Self.run(
      binaries + "/psql",
      [
        "-h", folder, "-U", "postgres", "-d", "postgres", "-q", "-v", "ON_ERROR_STOP=1", "-c", sql,
      ])
  }

  /// What the server was asked by Vitrine.
  func asked() throws -> [String] {
    try String(contentsOfFile: folder + "/log", encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("vitrine|") }.map(String.init)
  }

  private static func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(description: said) }
  }
}

/// Gives a suite a server, with services by which it is reached.
struct WithDatabaseServer: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let server = try DatabaseServer()
    defer { server.stop() }
    let usual = "host=\(server.folder)\ndbname=postgres\n"
    let services = """
      [register]
      \(usual)user=reader
      [asker]
      \(usual)user=asker
      password=\(DatabaseServer.password)
      [elsewhere]
      host=\(server.folder)
      dbname=nowhere
      user=reader
      [away]
      host=\(server.folder)/away
      user=reader
      password=\(DatabaseServer.password)
      """
    let file = server.folder + "/services.conf"
    try services.write(toFile: file, atomically: false, encoding: .utf8)
    unsafe setenv("PGSERVICEFILE", file, 1)
    try server.run(
      sql: """
        CREATE ROLE reader LOGIN; CREATE ROLE asker LOGIN PASSWORD 'another';
        CREATE SCHEMA register; GRANT USAGE ON SCHEMA register TO reader;
        ALTER DEFAULT PRIVILEGES IN SCHEMA register GRANT SELECT ON TABLES TO reader
        """)
    try await DatabaseServer.$running.withValue(server) { try await function() }
  }
}
