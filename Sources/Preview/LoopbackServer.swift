import FlyingFox
import FlyingSocks
import Foundation
public import Languages

/// Serves a built site to this machine and to nobody else.
public struct LoopbackServer: Sendable {
  let folder: String
  let port: UInt16

  /// - Parameters:
  ///   - folder: the built site.
  ///   - port: on 127.0.0.1.
  public init(folder: String, port: UInt16) {
    self.folder = folder
    self.port = port
  }

  /// Why it does not serve.
  public enum Failure: Error, Sendable {
    case noSite(String)
    case portTaken(UInt16)

    public var message: Localized<String> {
      switch self {
      case .noSite(let folder):
        Localized(
          english: "‘\(folder)’ holds no site; run vitrine build first",
          french: "« \(folder) » ne contient pas de site ; lancez d’abord vitrine build")
      case .portTaken(let port):
        Localized(
          english: "port \(port) is taken; choose another with --port",
          french: "le port \(port) est occupé ; choisissez-en un autre avec --port")
      }
    }
  }

  /// Serves until the process is ended.
  public func runUntilStopped() throws(Failure) {
    guard FileManager.default.fileExists(atPath: folder + "/index.html") else {
      throw .noSite(folder)
    }
    let server = HTTPServer(
      address: .loopback(port: port), handler: SiteHandler(root: URL(fileURLWithPath: folder)))
    let ended = DispatchSemaphore(value: 0)
    Task {
      try? await server.run()
      ended.signal()
    }
    ended.wait()
    throw .portTaken(port)
  }
}
