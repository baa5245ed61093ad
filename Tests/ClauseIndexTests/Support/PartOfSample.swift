// A part of the sample as an index of its own: large enough to hold everything, small enough to ask for every clause.

@testable import ClauseIndex

/// The documents of some platforms of the sample; its other platforms have none.
enum PartOfSample {
  static func index(platforms count: Int) throws -> (folder: TemporaryFolder, path: String) {
    var input = try SampleIndex.built.input
    let wanted = Set(input.selection.documents.map(\.document.platform).distinct.prefix(count))
    input.selection.documents.removeAll { !wanted.contains($0.document.platform) }
    let folder = try TemporaryFolder()
    let path = folder.path + "/index.sqlite"
    try IndexWriter(path: path).build(from: input)
    return (folder, path)
  }
}
