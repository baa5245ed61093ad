// Words that say nothing by themselves.

/// The commonest words of English.
package enum StopWords {
  package static let all: Set<String> = [
    "a", "all", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "do", "for", "from",
    "has", "have", "if", "in", "into", "is", "it", "its", "may", "no", "not", "of", "on", "or", "other",
    "our", "s", "shall", "so", "such", "that", "the", "their", "them", "these", "they", "this", "those",
    "to", "under", "us", "was", "we", "were", "which", "who", "will", "with", "you", "your",
  ]
}
