// The tables of the index file. Documented for readers in the DocC article "The schema".

internal import GRDB

/// The layout of the SQLite file.
enum Schema {
  /// Number of this layout; a reader refuses newer ones and asks for a rebuild of older ones.
  static let number = 4

  /// SQLite's `application_id` of an index file: "Clau".
  static let applicationID: Int32 = 0x436c_6175

  /// The columns of the FTS5 table, in order.
  static let searchedColumns = ["title", "heading", "lead_in", "text"]

  static let tables = """
    CREATE TABLE meta (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE collection (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      repository TEXT NOT NULL,
      licence TEXT NOT NULL,
      attribution TEXT NOT NULL,
      commit_id TEXT,
      commit_date TEXT,
      documents INTEGER NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE platform (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      company TEXT NOT NULL,
      sector TEXT NOT NULL,
      country TEXT NOT NULL,
      services TEXT NOT NULL
    );

    CREATE TABLE document (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      platform INTEGER NOT NULL REFERENCES platform (number),
      collection TEXT NOT NULL,
      service TEXT NOT NULL,
      terms_type TEXT NOT NULL,
      path TEXT NOT NULL,
      source_url TEXT,
      sha256 TEXT NOT NULL,
      commit_id TEXT,
      change_commit TEXT,
      first_recorded TEXT,
      last_changed TEXT,
      last_verified TEXT,
      versions INTEGER,
      words INTEGER NOT NULL,
      bytes INTEGER NOT NULL
    );
    CREATE INDEX document_platform ON document (platform);

    CREATE TABLE clause (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      document INTEGER NOT NULL REFERENCES document (number),
      position INTEGER NOT NULL,
      printed_number TEXT,
      title TEXT NOT NULL,
      heading TEXT NOT NULL,
      lead_in TEXT NOT NULL,
      text TEXT NOT NULL,
      sha256 BLOB NOT NULL,
      first_byte INTEGER NOT NULL,
      end_byte INTEGER NOT NULL,
      first_line INTEGER NOT NULL,
      last_line INTEGER NOT NULL
    );
    CREATE UNIQUE INDEX clause_place ON clause (document, position);

    CREATE TABLE boilerplate (
      document INTEGER NOT NULL REFERENCES document (number),
      position INTEGER NOT NULL,
      text TEXT NOT NULL,
      first_byte INTEGER NOT NULL,
      end_byte INTEGER NOT NULL,
      first_line INTEGER NOT NULL,
      last_line INTEGER NOT NULL,
      PRIMARY KEY (document, position)
    ) WITHOUT ROWID;

    CREATE TABLE left_out (
      number INTEGER PRIMARY KEY,
      platform TEXT,
      collection TEXT NOT NULL,
      path TEXT NOT NULL,
      reason TEXT NOT NULL,
      detail TEXT NOT NULL
    );

    CREATE TABLE term (
      number INTEGER PRIMARY KEY,
      term TEXT NOT NULL UNIQUE,
      clauses INTEGER NOT NULL,
      skips BLOB,
      postings BLOB NOT NULL
    );

    CREATE TABLE word (
      word TEXT PRIMARY KEY,
      term INTEGER NOT NULL REFERENCES term (number),
      occurrences INTEGER NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE clause_array (
      name TEXT NOT NULL,
      part INTEGER NOT NULL,
      element TEXT NOT NULL,
      data BLOB NOT NULL,
      PRIMARY KEY (name, part)
    ) WITHOUT ROWID;

    CREATE TABLE clause_type (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      category TEXT NOT NULL REFERENCES category (id),
      severity TEXT NOT NULL,
      definition TEXT NOT NULL
    );

    CREATE TABLE typing (
      type INTEGER NOT NULL REFERENCES clause_type (number),
      clause INTEGER NOT NULL REFERENCES clause (number),
      confidence REAL NOT NULL,
      severity TEXT NOT NULL,
      condition INTEGER,
      PRIMARY KEY (type, clause)
    ) WITHOUT ROWID;
    CREATE INDEX typing_clause ON typing (clause);

    CREATE TABLE prevalence (
      clause INTEGER PRIMARY KEY REFERENCES clause (number),
      sharing INTEGER NOT NULL,
      companies INTEGER NOT NULL,
      verbatim INTEGER NOT NULL,
      verbatim_companies INTEGER NOT NULL,
      near_verbatim INTEGER NOT NULL,
      near_verbatim_companies INTEGER NOT NULL,
      same_provision INTEGER NOT NULL,
      same_provision_companies INTEGER NOT NULL,
      lacking INTEGER NOT NULL,
      unknown INTEGER NOT NULL,
      wording INTEGER NOT NULL REFERENCES clause (number),
      nearest INTEGER REFERENCES clause (number),
      nearest_score REAL
    );

    CREATE TABLE parameter_value (
      type INTEGER NOT NULL,
      clause INTEGER NOT NULL,
      parameter TEXT NOT NULL,
      value TEXT NOT NULL,
      number REAL,
      text TEXT NOT NULL,
      PRIMARY KEY (type, clause, parameter, value)
    ) WITHOUT ROWID;

    CREATE TABLE category (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      position INTEGER NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE regulation (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      jurisdiction TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE word_set (
      name TEXT PRIMARY KEY,
      words TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE word_vector (
      term TEXT PRIMARY KEY,
      scale REAL NOT NULL,
      vector BLOB NOT NULL
    ) WITHOUT ROWID;

    CREATE VIRTUAL TABLE clause_fts USING fts5 (
      \(searchedColumns.joined(separator: ", ")),
      content = 'clause', content_rowid = 'number', detail = full,
      tokenize = 'porter unicode61 remove_diacritics 2'
    );
    """
}
