import Foundation
import Testing

/// The repository, found from this file.
private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A room of the house, and what its door allows.
struct Room: Sendable, CustomTestStringConvertible {
  let name: String
  let mayImport: Set<String>

  var testDescription: String { name }

  /// Documentation/Decisions/0001 gives the reasons, line by line.
  static let all: [Room] = [
    Room(name: "Languages", mayImport: []),
    Room(name: "Fingerprints", mayImport: ["CCrypto"]),
    Room(name: "Facts", mayImport: ["Languages"]),
    Room(name: "Diagnostics", mayImport: ["Languages"]),
    Room(name: "Partnership", mayImport: ["Languages", "Diagnostics"]),
    Room(name: "Catalogue", mayImport: ["Languages", "Diagnostics", "Partnership", "Yams"]),
    Room(
      name: "Datasets",
      mayImport: [
        "Languages", "Diagnostics", "Partnership", "CScan", "CZip", "CExpat", "CPostgreSQL",
      ]),
    Room(name: "Suppression", mayImport: ["CClp", "CCbc"]),
    Room(name: "Publication", mayImport: ["Languages", "Diagnostics", "Partnership"]),
    Room(
      name: "Disclosure",
      mayImport: [
        "Languages", "Facts", "Diagnostics", "Partnership", "Datasets", "Suppression",
        "Publication",
      ]),
    Room(
      name: "Notes",
      mayImport: ["CCmarkGFM", "Languages", "Fingerprints", "Facts", "Diagnostics", "Partnership"]),
    Room(name: "Charts", mayImport: ["Languages", "Partnership", "Publication"]),
    Room(
      name: "OpenData",
      mayImport: ["CXlsxWriter", "Languages", "Fingerprints", "Partnership", "Publication"]),
    Room(
      name: "Site",
      mayImport: [
        "Languages", "Facts", "Diagnostics", "Partnership", "Notes", "Publication", "Charts",
        "Mustache",
      ]),
    Room(
      name: "Pipeline",
      mayImport: [
        "Languages", "Facts", "Diagnostics", "Partnership", "Catalogue", "Datasets",
        "Suppression", "Publication", "Disclosure", "Notes", "Charts", "OpenData", "Site",
        "CRename",
        "CZip", "Fingerprints",
      ]),
    Room(name: "Preview", mayImport: ["Languages", "Diagnostics", "FlyingFox", "FlyingSocks"]),
    Room(name: "Audit", mayImport: ["Suppression", "Languages", "Diagnostics"]),
    Room(
      name: "vitrine",
      mayImport: [
        "Pipeline", "Preview", "Audit", "Languages", "Diagnostics", "CMalloc", "ArgumentParser",
      ]),
  ]

  /// What the system brings with it.
  static let everywhere: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Dispatch",
  ]

  func files() throws -> [(path: String, text: String)] {
    let folder = root.appendingPathComponent("Sources/\(name)")
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var files: [(String, String)] = []
    while let url = walk?.nextObject() as? URL {
      guard url.pathExtension == "swift" else { continue }
      files.append((url.path, try String(contentsOf: url, encoding: .utf8)))
    }
    return files
  }

  func imports() throws -> Set<String> {
    var found: Set<String> = []
    for (_, text) in try files() {
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
        guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1,
          place == 0 || ["public", "internal", "package", "private"].contains(words[0])
        else { continue }
        found.insert(String(words[place + 1].prefix { $0 != "." }))
      }
    }
    return found
  }
}

@Suite("The house")
struct HouseTests {
  @Test("a room imports only what its door allows", arguments: Room.all)
  func doors(of room: Room) throws {
    let strangers = try room.imports().subtracting(room.mayImport)
      .subtracting(Room.everywhere)
    #expect(strangers.isEmpty)
    #expect(try !room.files().isEmpty)
  }

  @Test("every folder of Sources is a room of the list, or a system library")
  func complete() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent("Sources").path)
    let known = Set(Room.all.map(\.name)).union([
      "CCmarkGFM", "CClp", "CCbc", "CCrypto", "CMalloc", "CRename", "CScan", "CXlsxWriter", "CZip",
      "CExpat", "CPostgreSQL",
    ])
    #expect(Set(folders.filter { !$0.hasPrefix(".") }).subtracting(known).isEmpty)
  }

  @Test("only the gate writes the gate's word")
  func gate() throws {
    for room in Room.all where !["Publication", "Disclosure"].contains(room.name) {
      for (path, text) in try room.files() {
        #expect(!text.contains("@_spi"), "\(path)")
      }
    }
  }

  @Test("a figure can be made from no JSON, and a reader of content never traps")
  func noBackDoors() throws {
    for room in Room.all {
      for (path, text) in try room.files() {
        if room.name == "Publication" { #expect(!text.contains("Codable"), "\(path)") }
        if room.name == "Publication" { #expect(!text.contains("Decodable"), "\(path)") }
        for trap in ["fatalError(", "try! ", " as! ", "preconditionFailure("] {
          #expect(!text.contains(trap), "\(path): \(trap)")
        }
      }
    }
  }
}

@Suite("The wall", .serialized)
struct WallTests {
  /// Type-checks one file against the modules of this very build.
  func compile(_ name: String) throws -> (status: Int32, said: String) {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = tests.deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.fileExists(atPath: folder.path + "/Modules")
    {
      folder.deleteLastPathComponent()
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-I",
      folder.path + "/Modules",
      root.appendingPathComponent("Tests/Fixtures/wall/\(name)").path,
    ]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, said)
  }

  @Test("code that draws cannot make a figure")
  func cannotMakeAFigure() throws {
    let (status, said) = try compile("MakesAFigure.swift")
    #expect(status != 0)
    #expect(said.contains("'@_spi' protection level"), "\(said)")
  }

  @Test("code that draws can read one: the twin compiles")
  func canReadAFigure() throws {
    let (status, said) = try compile("ReadsAFigure.swift")
    #expect(status == 0, "\(said)")
  }
}
