// What every verb does alike: run, tell found from not found, and turn errors into messages and exit codes.

internal import ArgumentParser
internal import ClauseIndex
internal import Foundation

/// A verb that answers from an index or changes one.
protocol Question: ParsableCommand {
  /// Does the work.
  ///
  /// - Returns: whether anything was found.
  func answer() throws -> Bool
}

extension Question {
  func run() throws { try Conduct.run(answer) }
}

enum Conduct {
  /// Answers, and throws the exit code where nothing was found or something failed.
  static func run(_ answer: () throws -> Bool) throws {
    // A reader that has seen enough (`| head`) closes the pipe: that is no failure.
    signal(SIGPIPE, SIG_DFL)
    let found: Bool
    do {
      found = try answer()
    } catch let error as IndexError {
      Terminal.complain(error.description)
      throw ExitCode(2)
    } catch let error as ValidationError {
      throw error
    } catch let error as ExitCode {
      throw error
    } catch {
      Terminal.complain("\(error)")
      throw ExitCode(2)
    }
    if !found { throw ExitCode(1) }
  }
}

/// Where the index lies.
struct IndexOptions: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp("Index file, instead of index.sqlite in $CLAUSE_HOME.", valueName: "file"))
  var file: String?

  var path: String {
    get throws { try file ?? DataFolder.standard().index }
  }

  func searcher() throws -> Searcher { try Self.open(file) }

  /// Opens an index file, nil for the one in the data folder, for as long as the process lives.
  static func open(_ file: String?) throws -> Searcher {
    let searcher = try Searcher(path: file ?? DataFolder.standard().index)
    // To close it and free its memory takes longer than to end the process.
    _ = Unmanaged.passRetained(searcher)
    return searcher
  }
}

/// A passage that is typed, piped or named by its record id.
struct PassageOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Record id of a clause (CL-…), or - to read a passage from standard input."))
  var id: String?

  @Option(name: .long, help: "A passage to ask about.")
  var text: String?

  enum Passage {
    case clause(String)
    case text(String)
  }

  /// The passage; nil where none was given.
  func passage() throws -> Passage? {
    if let text {
      guard id == nil else { throw ValidationError("give a record id or --text, not both") }
      return .text(try checked(text, from: "--text"))
    }
    guard let id else { return nil }
    guard id == "-" else { return .clause(id) }
    let data = FileHandle.standardInput.readDataToEndOfFile()
    guard let text = String(data: data, encoding: .utf8) else {
      throw ValidationError("standard input is not UTF-8 text; convert it, for example with iconv -t utf-8")
    }
    return .text(try checked(text, from: "standard input"))
  }

  private func checked(_ text: String, from source: String) throws -> String {
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw ValidationError("\(source) holds no words; give the passage to ask about")
    }
    return text
  }
}
