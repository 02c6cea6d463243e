import Foundation
import Glibc
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// The tool as a process, in an environment of the test's choosing.
private struct Tool: ~Copyable {
  let scratch: Scratch
  let executable: String
  var path: String { scratch.path }

  init() throws {
    let scratch = try Scratch()
    var place = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while place.path != "/", !FileManager.default.isExecutableFile(atPath: place.path + "/vitrine")
    {
      place.deleteLastPathComponent()
    }
    let executable = place.path + "/vitrine"
    try #require(FileManager.default.isExecutableFile(atPath: executable))
    try FileManager.default.copyItem(
      atPath: root + "/Tests/Fixtures/two-objectives", toPath: scratch.path + "/Content")
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/tmp", withIntermediateDirectories: true)
    self.executable = executable
    self.scratch = scratch
  }

  func start(
    _ wrapper: [String] = [], _ environment: [String: String] = [:], content: String? = nil,
    output: String = "site"
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    var all = [
      "PATH": "/usr/bin:/bin", "HOME": path + "/home", "TMPDIR": path + "/tmp", "LANG": "C",
    ]
    // What the thread sanitizer is told to leave out, where the tool is built for it.
    all["TSAN_OPTIONS"] = ProcessInfo.processInfo.environment["TSAN_OPTIONS"]
    all.merge(environment) { $1 }
    process.environment = all
    process.arguments =
      wrapper + [
        executable, "build", "--content", content ?? "Content", "--theme",
        root + "/Themes/plain", "--output", output,
      ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = Pipe()
    try process.run()
    return process
  }

  /// - Returns: the exit status and what was said on standard error.
  func build(
    _ wrapper: [String] = [], _ environment: [String: String] = [:], content: String? = nil,
    output: String = "site"
  ) throws -> (status: Int32, said: String) {
    let process = try start(wrapper, environment, content: content, output: output)
    let pipe = try #require(process.standardError as? Pipe)
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said)
  }

  func site(_ folder: String = "site") -> [String: [UInt8]] {
    FileTree(path + "/" + folder, skipping: []).entries.reduce(into: [:]) {
      $0[$1.path] = Folder(path + "/" + folder).bytes(of: $1.path)
    }
  }

  func change(_ goal: String) throws {
    let file = path + "/Content/partnership.yml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("goal:") ? "goal: {en: \"\(goal)\", fr: \"\(goal)\"}" : String($0)
    }
    try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
  }
}

@Suite("The old site stays whole, whatever happens", .serialized)
struct FaultTests {
  @Test("killed at any moment, the site is the old one or the new one, and the next build mends")
  func killed() throws {
    let tool = try Tool()
    #expect(try tool.build().status == 0)
    let old = tool.site()
    try tool.change("Another goal.")
    #expect(try tool.build([], [:], output: "other").status == 0)
    let new = tool.site("other")
    #expect(old != new)
    // The last round waits for the moment when the new site is being written beside the old one.
    for round in 0..<8 {
      let process = try tool.start()
      if round < 5 {
        usleep(useconds_t(20_000 * (round + 1)))
      } else {
        while process.isRunning,
          FileTree.status(tool.path + "/.site.vitrine-new") == nil
        {
          usleep(200)
        }
        usleep(useconds_t(1_500 * (round - 5)))
      }
      _ = kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let now = tool.site()
      #expect(now == old || now == new, "round \(round)")
      if now == new { break }
    }
    #expect(try tool.build().status == 0)
    #expect(tool.site() == new)
    let beside = try FileManager.default.contentsOfDirectory(atPath: tool.path)
    #expect(beside.filter { $0.contains("vitrine-") }.isEmpty)
  }

  /// The thread sanitizer's own files do not fit under such a limit.
  @Test(
    "a disk that is full while the site is written: status 3, what to do, nothing lost",
    .enabled(if: ProcessInfo.processInfo.environment["TSAN_OPTIONS"] == nil))
  func fullDisk() throws {
    let tool = try Tool()
    #expect(try tool.build().status == 0)
    let old = tool.site()
    // Another name of the site changes every page; the largest are over 14 kB, the workbooks below.
    let file = tool.path + "/Content/partnership.yml"
    try String(contentsOfFile: file, encoding: .utf8)
      .replacing("Safe Rivers Compact", with: "Safer Rivers Compact")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let (status, said) = try tool.build(["bash", "-c", "ulimit -f 14; exec \"$@\"", "bash"])
    #expect(status == 3)
    #expect(said.contains("the old site is whole") && said.contains("free space"), "\(said)")
    #expect(tool.site() == old)
  }

  @Test("an output that cannot be written: status 3 and what to do, in French too")
  func readOnly() throws {
    let tool = try Tool()
    // Nobody, not even root, makes a folder in /proc.
    let (status, said) = try tool.build([], ["LANG": "fr_FR.UTF-8"], output: "/proc/vitrine/site")
    #expect(status == 3)
    #expect(said.contains("impossible d’écrire"), "\(said)")
  }

  @Test("while another build writes there: status 3, and the lock is gone after it")
  func twoBuilds() throws {
    let tool = try Tool()
    #expect(try tool.build().status == 0)
    try tool.change("Another goal.")
    let lock = tool.path + "/.site.vitrine-lock"
    let descriptor = unsafe open(lock, O_CREAT | O_RDWR, 0o644)
    #expect(flock(descriptor, LOCK_EX) == 0)
    let old = tool.site()
    let (status, said) = try tool.build()
    #expect(status == 3 && said.contains("another build"), "\(said)")
    #expect(tool.site() == old)
    _ = close(descriptor)
    #expect(try tool.build().status == 0)
    #expect(FileTree.status(lock) == nil)
  }

  @Test("a file that vanishes midway: a finding or a site, never half of one")
  func vanishing() throws {
    let tool = try Tool()
    #expect(try tool.build().status == 0)
    let old = tool.site()
    for round in 0..<3 {
      try tool.change("Goal \(round).")
      let file = tool.path + "/Content/data/visits.csv"
      let kept = try Data(contentsOf: URL(fileURLWithPath: file))
      let process = try tool.start()
      usleep(useconds_t(15_000 * round))
      try FileManager.default.removeItem(atPath: file)
      process.waitUntilExit()
      #expect([0, 1].contains(process.terminationStatus))
      let now = tool.site()
      #expect(Set(now.keys) == Set(old.keys))
      try kept.write(to: URL(fileURLWithPath: file))
    }
  }

  @Test("the same bytes in any locale, time zone, number of cores and order of the directory")
  func determinism() throws {
    let tool = try Tool()
    #expect(try tool.build().status == 0)
    let first = tool.site()
    let elsewhere: [(name: String, wrapper: [String], environment: [String: String])] = [
      ("kiritimati", [], ["TZ": "Pacific/Kiritimati", "LC_ALL": "fr_FR.UTF-8"]),
      ("turkish", [], ["TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8"]),
      ("one-core", ["taskset", "-c", "0"], [:]),
    ]
    for place in elsewhere {
      #expect(
        try tool.build(place.wrapper, place.environment, output: place.name).status == 0)
      #expect(tool.site(place.name) == first, "\(place.name)")
    }
    // In memory a directory lists its newest file first: made in two orders, it is read in two.
    let memory = "/dev/shm/vitrine-test-\(UUID().uuidString)"
    guard
      (try? FileManager.default.createDirectory(
        atPath: memory, withIntermediateDirectories: true)) != nil
    else { return }
    defer { try? FileManager.default.removeItem(atPath: memory) }
    let files = FileTree(tool.path + "/Content").entries.map(\.path)
    for (order, list) in [("up", files), ("down", files.reversed())] {
      for file in list {
        let target = URL(fileURLWithPath: "\(memory)/\(order)/Content/\(file)")
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
          at: URL(fileURLWithPath: tool.path + "/Content/" + file), to: target)
      }
      #expect(
        try tool.build([], [:], content: "\(memory)/\(order)/Content", output: order).status == 0)
      #expect(tool.site(order) == first, "\(order)")
    }
  }

  @Test(
    "whatever the mask of the process: the same bytes, nothing writable by others, the memory private",
    arguments: ["000", "022", "027", "077"])
  func mask(_ mask: String) throws {
    let tool = try Tool()
    #expect(try tool.build(output: "first").status == 0)
    let wrapper = ["sh", "-c", "umask \(mask); exec \"$0\" \"$@\""]
    #expect(try tool.build(wrapper, output: "deep/masked").status == 0)
    #expect(tool.site("deep/masked") == tool.site("first"))
    let removed = try #require(mode_t(mask, radix: 8))
    func modes(_ folder: String) throws -> (files: Set<mode_t>, folders: Set<mode_t>) {
      var modes: (files: Set<mode_t>, folders: Set<mode_t>) = ([], [])
      let below = try FileManager.default.subpathsOfDirectory(atPath: folder)
      for path in [folder] + below.map({ folder + "/" + $0 }) {
        let status = try #require(FileTree.status(path))
        if status.st_mode & S_IFMT == S_IFDIR {
          modes.folders.insert(status.st_mode & 0o7777)
        } else {
          modes.files.insert(status.st_mode & 0o7777)
        }
      }
      return modes
    }
    let site = try modes(tool.path + "/deep")
    #expect(site.files == [0o644 & ~removed] && site.folders == [0o755 & ~removed])
    let cache = try modes(tool.path + "/home/.cache/vitrine")
    #expect(cache.files == [0o600] && cache.folders == [0o700])
    // Some files are written anew, and the rest is kept.
    try tool.change("Another goal.")
    #expect(try tool.build(wrapper, output: "deep/masked").status == 0)
    let next = try modes(tool.path + "/deep")
    #expect(next.files == site.files && next.folders == site.folders)
  }

  @Test(
    "SOURCE_DATE_EPOCH is the date of the build, and building twice with it gives the same bytes")
  func sourceDateEpoch() throws {
    let tool = try Tool()
    let epoch = ["SOURCE_DATE_EPOCH": "1767225600"]
    #expect(try tool.build([], epoch, output: "a").status == 0)
    #expect(try tool.build([], epoch, output: "b").status == 0)
    #expect(tool.site("a") == tool.site("b"))
    let home = String(decoding: tool.site("a")["en/index.html"] ?? [], as: UTF8.self)
    #expect(home.contains("2026-01-01"))
    #expect(try tool.build([], [:], output: "a").status == 0)
    #expect(tool.site("a") != tool.site("b"))
  }

  @Test("no file, log, cache or temporary file holds what was planted in data and closed passages")
  func canary() throws {
    let tool = try Tool()
    let data = tool.path + "/Content/data/visits.csv"
    let text = try String(contentsOfFile: data, encoding: .utf8)
    // A row that no nomenclature knows: the finding must say where, never what.
    try (text + "Y1,CANARYWORD,918273645\n").write(
      toFile: data, atomically: true, encoding: .utf8)
    for environment in [[:], ["LANG": "fr_FR.UTF-8"]] {
      let (status, said) = try tool.build([], environment)
      #expect(status == 1)
      #expect(said.contains("visits.csv") && !said.contains("CANARY"), "\(said)")
      #expect(!said.contains("918273645"))
    }
    try text.write(toFile: data, atomically: true, encoding: .utf8)
    #expect(try tool.build().status == 0)
    for folder in ["site", "home", "tmp"] {
      for (path, bytes) in tool.site(folder) {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("CANARY") && !text.contains("918273645"), "\(path)")
      }
    }
  }
}
