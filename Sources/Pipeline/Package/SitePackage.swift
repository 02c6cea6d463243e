public import Diagnostics
import Foundation
import Site

/// One archive of the whole site, to send by message or carry on a key.
extension Build {
  /// Composes the site and writes it as a `.zip`, its files inside one folder of the archive's
  /// name; the same content is the same bytes.
  ///
  /// - Throws: `BuildStopped` with all findings, or `WriteFailure`; nothing is written then.
  public func package(to path: String, into findings: inout Findings) throws -> PackageReceipt {
    let place = Folder(path)
    for source in [request.content, request.theme].map({ Folder($0) })
    where source.contains(place) {
      throw WriteFailure.outputOverlaps(path, source.path)
    }
    // Only an archive is ever written over: `PK` begins every one.
    if place.exists, FileManager.default.contents(atPath: path)?.starts(with: [0x50, 0x4B]) != true
    {
      throw WriteFailure.notOurs(path)
    }
    let site = try compose(into: &findings)
    let root = (place.name as NSString).deletingPathExtension
    let files = site.files.map { (path: "\(root)/\($0.path)", bytes: $0.bytes) }
    guard let bytes = ZipArchive.bytes(of: files) else {
      throw WriteFailure.cannotWrite(path, reason: "zip")
    }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw WriteFailure.cannotWrite(path, reason: String(describing: error))
    }
    return PackageReceipt(path: path, files: files.count, bytes: bytes.count)
  }
}

/// What was packed, in counts.
public struct PackageReceipt: Sendable, Hashable {
  public let path: String
  public let files: Int
  public let bytes: Int
}
