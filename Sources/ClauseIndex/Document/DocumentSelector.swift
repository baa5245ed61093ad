// Chooses one version of every document of every platform; everything else is accounted for.

/// Chooses the documents among the collections.
struct DocumentSelector {
  private let registry: Registry
  private let sources: SourceAddresses
  private let collections: [String: LoadedCollection]

  init(registry: Registry, sources: SourceAddresses, collections: [LoadedCollection]) {
    self.registry = registry
    self.sources = sources
    self.collections = Dictionary(collections.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A version of a document in one collection.
  private struct Candidate {
    var reference: ServiceReference
    var termsType: String
    var file: LoadedCollection.File
    var history: DocumentHistory?
  }

  func selection() -> Selection {
    var documents: [LoadedDocument] = []
    var leftOut: [LeftOutDocument] = []
    var missing: [MissingService] = []
    var owners: [ServiceReference: String] = [:]
    for platform in registry.platforms {
      for service in platform.services.joined() {
        owners[service] = platform.id
        if let collection = collections[service.collection], collection.services[service.service] == nil {
          missing.append(MissingService(platform: platform.id, service: service))
        }
      }
      choose(for: platform, &documents, &leftOut)
    }
    for collection in collections.values {
      for var file in collection.leftOut {
        if let service = file.path.split(separator: "/").first {
          file.platform = owners[ServiceReference(collection: collection.id, service: String(service))]
        }
        leftOut.append(file)
      }
    }
    documents.sort {
      ($0.document.platform, $0.document.service, $0.document.termsType)
        < ($1.document.platform, $1.document.service, $1.document.termsType)
    }
    leftOut.sort { ($0.collection, $0.path) < ($1.collection, $1.path) }
    let named = Set(registry.platforms.lazy.flatMap { $0.services.joined() }.map(\.collection))
    var selection = Selection(
      documents: documents, leftOut: leftOut, collections: states(documents),
      missingServices: missing, missingCollections: named.filter { collections[$0] == nil }.sorted(),
      unregisteredServices: collections.values.flatMap { collection in
        collection.others.map { ServiceReference(collection: collection.id, service: $0) }
      }.sorted(), warnings: [])
    selection.warnings = warnings(selection)
    return selection
  }

  /// Chooses the documents of a platform: the newest that holds terms among the names of each service, then each
  /// text once.
  private func choose(
    for platform: Platform, _ documents: inout [LoadedDocument], _ leftOut: inout [LeftOutDocument]
  ) {
    var chosen: [Candidate] = []
    func leaveOut(_ candidate: Candidate, _ reason: LeftOutDocument.Reason, _ detail: String) {
      leftOut.append(
        LeftOutDocument(
          collection: candidate.reference.collection, path: candidate.file.file.path, platform: platform.id,
          reason: reason, detail: detail))
    }
    for names in platform.services {
      var versions: [String: [Candidate]] = [:]
      for reference in names {
        guard let collection = collections[reference.collection] else { continue }
        for (termsType, file) in collection.services[reference.service] ?? [:] {
          versions[termsType, default: []].append(
            Candidate(
              reference: reference, termsType: termsType, file: file,
              history: collection.history[file.file.path]))
        }
      }
      for candidates in versions.values {
        var winner: Candidate?
        for candidate in newestFirst(candidates) {
          if let objection = candidate.file.check.objection {
            leaveOut(candidate, objection.reason, objection.detail)
          } else if let winner {
            let dated = winner.history != nil && candidate.history != nil
            leaveOut(
              candidate, .superseded,
              "\(winner.reference.collection)/\(winner.file.file.path)"
                + (dated ? "" : "; without dates the order of the registry decides"))
          } else {
            winner = candidate
          }
        }
        if let winner { chosen.append(winner) }
      }
    }
    chosen.sort { ($0.reference.service, $0.termsType) < ($1.reference.service, $1.termsType) }
    var texts: [UInt64: Candidate] = [:]
    var ids: Set<String> = []
    for candidate in chosen {
      if let first = texts[candidate.file.check.fingerprint] {
        leaveOut(candidate, .identical, "\(first.reference.collection)/\(first.file.file.path)")
      } else {
        texts[candidate.file.check.fingerprint] = candidate
        var loaded = document(candidate, of: platform)
        // Two collections may give different services of a platform the same name.
        if !ids.insert(loaded.document.id).inserted {
          loaded.document.id = RecordID.document(
            platform: platform.id, service: candidate.reference.description, termsType: candidate.termsType)
        }
        documents.append(loaded)
      }
    }
  }

  /// Orders by last change, newest first; without history, or on the same date, as the registry lists them.
  private func newestFirst(_ candidates: [Candidate]) -> [Candidate] {
    candidates.enumerated().sorted { left, right in
      let (leftDate, rightDate) = (left.element.history?.lastChanged, right.element.history?.lastChanged)
      if leftDate != rightDate {
        return (leftDate ?? Timestamp(seconds: .min)) > (rightDate ?? Timestamp(seconds: .min))
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  private func document(_ candidate: Candidate, of platform: Platform) -> LoadedDocument {
    let (reference, termsType, history) = (candidate.reference, candidate.termsType, candidate.history)
    return LoadedDocument(
      document: Document(
        id: RecordID.document(platform: platform.id, service: reference.service, termsType: termsType),
        platform: platform.id, company: platform.company, collection: reference.collection,
        service: reference.service, termsType: termsType, path: candidate.file.file.path,
        sourceURL: sources.address(
          collection: reference.collection, service: reference.service, termsType: termsType),
        sha256: Digest.hex(candidate.file.check.sha256), commit: history?.commit,
        changeCommit: history?.changeCommit, firstRecorded: history?.firstRecorded,
        lastChanged: history?.lastChanged, lastVerified: collections[reference.collection]?.state.date,
        versions: history?.versions, words: candidate.file.check.words),
      bytes: candidate.file.bytes, foreign: candidate.file.check.foreign)
  }

  private func states(_ documents: [LoadedDocument]) -> [CollectionState] {
    var counts: [String: Int] = [:]
    for document in documents { counts[document.document.collection, default: 0] += 1 }
    return collections.values.sorted { $0.id < $1.id }.map {
      CollectionState(
        id: $0.id, commit: $0.state.commit, date: $0.state.date, isShallow: $0.state.isShallow,
        documents: counts[$0.id] ?? 0)
    }
  }

  private func warnings(_ selection: Selection) -> [String] {
    var warnings: [String] = []
    for id in selection.missingCollections {
      warnings.append("collection \(id) isn't there: its documents are missing; get it with: clause pull")
    }
    for collection in selection.collections where collection.isShallow {
      warnings.append(
        """
        collection \(collection.id) was pulled without history: its documents have no dates, and where another \
        collection has the same document, the order of the registry decides
        """)
    }
    if !selection.missingServices.isEmpty {
      let names = selection.missingServices.map(\.service.description).joined(separator: ", ")
      warnings.append(
        "\(selection.missingServices.count) services of the registry aren't in their collection: \(names)")
    }
    for document in selection.documents where !document.foreign.isEmpty {
      let bytes = document.foreign.reduce(0) { $0 + $1.count }
      warnings.append(
        """
        \(document.document.collection)/\(document.document.path): \(bytes) of \(document.bytes.count) bytes are \
        in other languages and don't count
        """)
    }
    if !selection.unregisteredServices.isEmpty {
      let files = selection.leftOut.count { $0.reason == .notInRegistry }
      warnings.append(
        "not in the registry: \(selection.unregisteredServices.count) services with \(files) documents")
    }
    return warnings
  }
}
