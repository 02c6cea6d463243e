public import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
public import Languages

/// Serves a site to this machine and to nobody else, builds it again at each save, and shows what
/// was found in its pages.
public struct LoopbackServer: Sendable {
  let folder: String
  let port: UInt16
  let watched: [String]
  let language: Language
  let build: @Sendable () -> [Finding]

  /// - Parameters:
  ///   - folder: the built site.
  ///   - port: on 127.0.0.1.
  ///   - watched: folders in which a save calls for a build.
  ///   - language: of findings on a page that has no language.
  ///   - build: builds the site and returns what it found, errors included.
  public init(
    folder: String, port: UInt16, watched: [String], language: Language,
    build: @escaping @Sendable () -> [Finding]
  ) {
    self.folder = folder
    self.port = port
    self.watched = watched
    self.language = language
    self.build = build
  }

  /// Why it does not serve.
  public enum Failure: Error, Sendable {
    case portTaken(UInt16)

    public var message: Localized<String> {
      switch self {
      case .portTaken(let port):
        Localized(
          english: "port \(port) is taken; choose another with --port",
          french: "le port \(port) est occupé ; choisissez-en un autre avec --port")
      }
    }
  }

  /// Serves until the process is ended.
  public func runUntilStopped() throws(Failure) {
    let state = PreviewState()
    state.built(build())
    // FlyingFox's own loopback address is IPv6's; browsers are told 127.0.0.1.
    guard let address = try? sockaddr_in.inet(ip4: "127.0.0.1", port: port) else {
      throw .portTaken(port)
    }
    let server = HTTPServer(
      address: address, logger: .disabled,
      handler: SiteHandler(
        root: URL(fileURLWithPath: folder), state: state, language: language))
    Thread.detachNewThread {
      guard let watch = FolderWatch(folders: watched) else { return }
      while true {
        watch.waitForSave()
        state.built(build())
      }
    }
    let ended = DispatchSemaphore(value: 0)
    Task {
      try? await server.run()
      ended.signal()
    }
    ended.wait()
    throw .portTaken(port)
  }
}
