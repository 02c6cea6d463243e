import CPostgreSQL
import Glibc

/// One connection to a server that speaks PostgreSQL's protocol, in one transaction that reads.
///
/// Where to connect comes from libpq's own places (`PG*` variables, the service and password
/// files), never from the content. What the server says in words is dropped: see `DatabaseTrouble`.
///
/// Bounds: rows point into a result of libpq that lives as long as the call that hands them on.
@safe final class DatabaseSession {
  /// Seconds to wait for a server, where `PGCONNECT_TIMEOUT` says nothing.
  static let connectPatience = 10
  /// Seconds beyond the server's own limit, after which it is given up.
  private static let grace = 15

  private let connection: OpaquePointer
  private let patience: Int

  /// - Parameters:
  ///   - service: a name in the service file.
  ///   - timeout: seconds that each statement may take.
  init(service: String?, timeout: Int) throws(DatabaseTrouble) {
    var settings = [("client_encoding", "UTF8"), ("fallback_application_name", "vitrine")]
    if let service { settings.append(("service", service)) }
    let keys = unsafe Self.cStrings(settings.map(\.0))
    let values = unsafe Self.cStrings(settings.map(\.1))
    defer { unsafe Self.release(keys + values) }
    let connection = unsafe keys.map { unsafe UnsafePointer($0) }.withUnsafeBufferPointer { keys in
      unsafe values.map { unsafe UnsafePointer($0) }.withUnsafeBufferPointer { values in
        unsafe PQconnectStartParams(keys.baseAddress, values.baseAddress, 0)
      }
    }
    guard let connection = unsafe connection else { throw .unreachable }
    unsafe self.connection = connection
    patience = timeout + Self.grace
    // Notices may hold values, and libpq would print them.
    unsafe _ = PQsetNoticeReceiver(connection, { _, _ in }, nil)
    unsafe _ = PQsetErrorVerbosity(connection, PQERRORS_SQLSTATE)
    try connect()
    try run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    try run("SET LOCAL statement_timeout = '\(timeout)s'")
    // Days as 2024-03-05, numbers with a point, whatever the server is set to.
    try run("SET LOCAL datestyle = 'ISO'")
  }

  deinit { unsafe PQfinish(connection) }

  /// A list as C has it: pointers, then nil.
  private static func cStrings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    unsafe texts.map { unsafe strdup($0) } + [nil]
  }

  private static func release(_ texts: [UnsafeMutablePointer<CChar>?]) {
    for index in unsafe texts.indices { unsafe free(texts[index]) }
  }

  private func connect() throws(DatabaseTrouble) {
    let given = unsafe getenv("PGCONNECT_TIMEOUT").flatMap { unsafe Int(String(cString: $0)) }
    let seconds = given.flatMap { $0 > 0 ? $0 : nil } ?? Self.connectPatience
    let deadline = Deadline(seconds: seconds)
    var state = PGRES_POLLING_WRITING
    if unsafe PQstatus(connection) == CONNECTION_BAD { throw .unreachable }
    while state != PGRES_POLLING_OK {
      if state == PGRES_POLLING_FAILED { throw connectionTrouble }
      guard wait(for: state == PGRES_POLLING_READING ? POLLIN : POLLOUT, until: deadline) else {
        throw .unreachable
      }
      state = unsafe PQconnectPoll(connection)
    }
  }

  /// With the verbosity chosen a refusal reads `FATAL:  28P01`, in whatever language the server is.
  private var connectionTrouble: DatabaseTrouble {
    guard let words = unsafe PQerrorMessage(connection) else { return .unreachable }
    let text = unsafe String(cString: words)
    let last = text.split { $0.isWhitespace }.last.map(String.init)
    return DatabaseTrouble(state: last)
  }

  private func wait(for events: Int32, until deadline: Deadline) -> Bool {
    while true {
      let left = deadline.milliseconds
      if left <= 0 { return false }
      var socket = unsafe pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
      let ready = unsafe poll(&socket, 1, Int32(min(left, 1_000_000)))
      if ready > 0 { return true }
      if ready < 0, errno != EINTR { return false }
    }
  }

  /// Runs one statement, and hands its rows on as they come.
  func run(
    _ statement: String, _ parameters: [String] = [],
    row take: (borrowing DatabaseRow) throws(DatabaseTrouble) -> Void = { _ in }
  ) throws(DatabaseTrouble) {
    let texts = unsafe Self.cStrings(parameters)
    defer { unsafe Self.release(texts) }
    let sent = unsafe texts.map { unsafe UnsafePointer($0) }.withUnsafeBufferPointer { values in
      unsafe PQsendQueryParams(
        connection, statement, Int32(parameters.count), nil, values.baseAddress, nil, nil, 0)
    }
    guard sent == 1 else { throw .unreachable }
    unsafe _ = PQsetSingleRowMode(connection)
    let deadline = Deadline(seconds: patience)
    var trouble: DatabaseTrouble?
    while let result = try unsafe next(until: deadline) {
      defer { unsafe PQclear(result) }
      switch unsafe PQresultStatus(result) {
      case PGRES_SINGLE_TUPLE:
        if trouble == nil {
          do throws(DatabaseTrouble) {
            try unsafe take(DatabaseRow(result: result))
          } catch {
            trouble = error
          }
        }
      case PGRES_TUPLES_OK, PGRES_COMMAND_OK: break
      default:
        let state = unsafe PQresultErrorField(result, Int32(0x43))
        let text = unsafe state.map { unsafe String(cString: $0) }
        if trouble == nil { trouble = DatabaseTrouble(state: text) }
      }
    }
    if let trouble { throw trouble }
  }

  private func next(until deadline: Deadline) throws(DatabaseTrouble) -> OpaquePointer? {
    while unsafe PQisBusy(connection) != 0 {
      guard wait(for: POLLIN, until: deadline) else { throw .timedOut }
      guard unsafe PQconsumeInput(connection) == 1 else { throw .unreachable }
    }
    return unsafe PQgetResult(connection)
  }
}

/// One row of an answer, while it is handed on.
@safe struct DatabaseRow: ~Copyable {
  private let result: OpaquePointer

  fileprivate init(result: OpaquePointer) { unsafe self.result = result }

  /// Nothing for NULL.
  func bytes(_ column: Int) -> [UInt8]? {
    let at = Int32(column)
    guard unsafe at < PQnfields(result), unsafe PQgetisnull(result, 0, at) == 0,
      let start = unsafe PQgetvalue(result, 0, at)
    else { return nil }
    let length = unsafe Int(PQgetlength(result, 0, at))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: length))
  }

  func text(_ column: Int) -> String { String(decoding: bytes(column) ?? [], as: UTF8.self) }

  /// 0 where it is no whole number.
  func int(_ column: Int) -> Int { Int(text(column)) ?? 0 }
}

/// A moment by the clock that nobody sets.
private struct Deadline {
  private let end: timespec

  init(seconds: Int) {
    var now = timespec()
    unsafe _ = clock_gettime(CLOCK_MONOTONIC, &now)
    now.tv_sec += seconds
    end = now
  }

  /// What is left of it.
  var milliseconds: Int {
    var now = timespec()
    unsafe _ = clock_gettime(CLOCK_MONOTONIC, &now)
    return (end.tv_sec - now.tv_sec) * 1000 + (end.tv_nsec - now.tv_nsec) / 1_000_000
  }
}
