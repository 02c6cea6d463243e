// swift-tools-version: 6.2
import PackageDescription

/// One room of the house: a module, and the only doors it has.
struct Room {
  let name: String
  var opensOn: [Target.Dependency] = []
  /// Files that become part of the program, so that one binary is enough.
  var carries: [Resource] = []
}

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let flyingFox: Target.Dependency = .product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks: Target.Dependency = .product(name: "FlyingSocks", package: "FlyingFox")
let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

// Ground floor first; Documentation/Decisions/0001 says why the arrows run this way.
let rooms: [Room] = [
  Room(name: "Languages"),
  Room(name: "Fingerprints", opensOn: ["CCrypto"]),
  Room(name: "Facts", opensOn: ["Languages"]),
  Room(name: "Diagnostics", opensOn: ["Languages"]),
  Room(name: "Partnership", opensOn: ["Languages", "Diagnostics"]),
  Room(name: "Catalogue", opensOn: ["Languages", "Diagnostics", "Partnership", yams]),
  Room(
    name: "Datasets",
    opensOn: ["CScan", "CZip", "CExpat", "CPostgreSQL", "Languages", "Diagnostics", "Partnership"]),
  Room(name: "Suppression", opensOn: ["CClp", "CCbc"]),
  Room(name: "Publication", opensOn: ["Languages", "Diagnostics", "Partnership"]),
  Room(
    name: "Disclosure",
    opensOn: [
      "Languages", "Facts", "Diagnostics", "Partnership", "Datasets", "Suppression",
      "Publication",
    ]),
  Room(
    name: "Notes",
    opensOn: ["CCmarkGFM", "Languages", "Fingerprints", "Facts", "Diagnostics", "Partnership"]),
  Room(name: "Charts", opensOn: ["Languages", "Partnership", "Publication"]),
  Room(
    name: "OpenData",
    opensOn: ["CXlsxWriter", "Languages", "Fingerprints", "Partnership", "Publication"]),
  Room(
    name: "Site",
    opensOn: [
      "Languages", "Facts", "Diagnostics", "Partnership", "Notes", "Publication", "Charts",
      mustache,
    ]),
  Room(
    name: "Pipeline",
    opensOn: [
      "Languages", "Facts", "Diagnostics", "Partnership", "Catalogue", "Datasets",
      "Suppression", "Publication", "Disclosure", "Notes", "Charts", "OpenData", "Site", "CRename",
      "CZip", "Fingerprints",
    ],
    carries: [.embedInCode("Starter/starter.txt")]),
  Room(name: "Preview", opensOn: ["Languages", "Diagnostics", flyingFox, flyingSocks]),
  Room(name: "Audit", opensOn: ["Languages", "Diagnostics", "Suppression"]),
]

let package = Package(
  name: "vitrine",
  products: [.executable(name: "vitrine", targets: ["vitrine"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CRename"),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(
      name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
    .systemLibrary(
      name: "CCbc", pkgConfig: "cbc", providers: [.apt(["coinor-libcbc-dev"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .target(name: "CScan"),
    .executableTarget(
      name: "vitrine",
      dependencies: [
        "Languages", "Diagnostics", "Pipeline", "Preview", "Audit", "CMalloc", argumentParser,
      ]),
    .executableTarget(
      name: "ChartsBenchmark", dependencies: ["Charts", "Languages", "Partnership", "Publication"],
      path: "Benchmarks/charts", exclude: ["peers.py", "run.py"]),
    .testTarget(name: "ArchitectureTests"),
  ]
    + rooms.map { .target(name: $0.name, dependencies: $0.opensOn, resources: $0.carries) }
    + rooms.map {
      .testTarget(
        name: $0.name + "Tests",
        dependencies: [.target(name: $0.name)] + $0.opensOn
          // A built site is attacked from outside.
          + ($0.name == "Pipeline" ? [.target(name: "Audit")] : []),
        exclude: excluded(from: $0.name))
    }
)

/// Data that a suite reads by path, and the compiler need not see.
func excluded(from room: String) -> [String] {
  ["Charts", "Site"].contains(room) ? ["Golden"] : []
}

// The fuzzers (`make fuzz`): compiled only when asked for, every room then watched by libFuzzer and
// the address sanitizer, so that an ordinary build has no flag of theirs.
if Context.environment["VITRINE_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Fuzz/driver"),
    .target(
      name: "FuzzPartnership", dependencies: ["Catalogue", "Diagnostics", "Partnership"],
      path: "Fuzz/partnership"),
  ]
  for (name, folder) in [
    ("FuzzCSV", "csv"), ("FuzzWorkbook", "workbook"), ("FuzzNotes", "notes"),
  ] {
    package.targets.append(
      .executableTarget(
        name: name,
        dependencies: [
          "CFuzzer", "FuzzPartnership", "Languages", "Diagnostics", "Partnership", "Catalogue",
          "Datasets",
          "Notes",
        ], path: "Fuzz/" + folder,
        linkerSettings: [
          // The other linker of Debian 12 stumbles over what it has to say of them.
          .unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])
        ]))
  }
}

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}

if Context.environment["VITRINE_FUZZ"] != nil {
  for target in package.targets where target.type != .system {
    target.swiftSettings?.append(
      .unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library", "-DWATCHED_MEMORY"]))
    target.cSettings = [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])]
  }
}
