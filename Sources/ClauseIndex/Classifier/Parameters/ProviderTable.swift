// The institutions that administer arbitrations: their names and initials.

/// Names of providers and the short name that stands for each.
enum ProviderTable {
  /// By first word: the words of each name, longest first, and the provider's short name.
  static let names: [String: [([String], String)]] = {
    var table: [String: [([String], String)]] = [:]
    for line in rows.split(separator: "\n") {
      let columns = line.split(separator: ";")
      for name in columns[1].split(separator: ",") {
        let words = name.split(separator: " ").map(String.init)
        table[words[0], default: []].append((words, String(columns[0])))
      }
    }
    return table.mapValues { $0.sorted { $0.0.count > $1.0.count } }
  }()

  /// Initials, lower case; those that often mean something else need arbitration in the sentence.
  static let initials: [String: (value: String, needsArbitration: Bool)] = {
    var table: [String: (String, Bool)] = [:]
    for name in [
      "AAA", "JAMS", "NAM", "HKIAC", "SIAC", "LCIA", "ICDR", "CIETAC", "VIAC", "KCAB", "JCAA", "CEDR",
    ] {
      table[name.lowercased()] = (name, false)
    }
    for name in [
      "ICC", "DIS", "SCC", "CPR", "WIPO", "NAF", "FAI", "NAI", "DIAC", "MCIA", "ACICA", "AIAC", "SCIA", "BBB",
      "PCA",
      "ADRIC", "BANI", "CAM", "SHIAC", "BAC",
    ] {
      table[name.lowercased()] = (name, true)
    }
    return table
  }()

  /// A provider a line: short name; names, as the words are read (lower case, "&" is no word).
  private static let rows = """
    AAA;american arbitration association
    JAMS;judicial arbitration and mediation services,judicial arbitration mediation services
    JAMS;judicial arbitration and mediation service,judicial mediation and arbitration services
    NAM;national arbitration and mediation,national arbitration mediation
    NAF;national arbitration forum
    ICDR;international centre for dispute resolution,international center for dispute resolution
    ICC;international chamber of commerce,international court of arbitration
    LCIA;london court of international arbitration,london court of arbitration
    HKIAC;hong kong international arbitration centre,hong kong international arbitration center
    SIAC;singapore international arbitration centre,singapore international arbitration center
    SIMC;singapore international mediation centre
    CIETAC;china international economic and trade arbitration commission
    DIS;german arbitration institute,german institution of arbitration,german institute of arbitration
    FairClaims;fairclaims,fair claims
    New Era ADR;new era adr
    ADR Services;adr services,adr service
    ADR Chambers;adr chambers
    CPR;international institute for conflict prevention and resolution
    CPR;international institute for conflict prevention resolution
    VIAC;vienna international arbitral centre,vienna international arbitral center
    SCC;stockholm chamber of commerce,scc arbitration institute
    KCAB;korean commercial arbitration board
    WIPO;world intellectual property organization
    WIPO;wipo arbitration and mediation center,wipo arbitration and mediation centre
    FAI;finnish chamber of commerce,finland chamber of commerce,central chamber of commerce of finland
    Swiss Arbitration Centre;swiss arbitration centre,swiss chambers arbitration institution
    Swiss Arbitration Centre;swiss chambers of commerce,swiss rules of international arbitration
    NAI;netherlands arbitration institute
    Danish Institute of Arbitration;danish institute of arbitration
    Milan Chamber of Arbitration;milan chamber of arbitration
    JCAA;japan commercial arbitration association
    DIAC;dubai international arbitration centre,dubai international arbitration center
    Delhi International Arbitration Centre;delhi international arbitration centre
    MCIA;mumbai centre for international arbitration
    Indian Council of Arbitration;indian council of arbitration
    ACICA;australian centre for international commercial arbitration
    AIAC;asian international arbitration centre
    SCIA;shenzhen court of international arbitration
    SHIAC;shanghai international arbitration centre
    SHIAC;shanghai international economic and trade arbitration commission
    BAC;beijing arbitration commission
    CIArb;chartered institute of arbitrators
    CEDR;centre for effective dispute resolution
    PCA;permanent court of arbitration
    ADRIC;adr institute of canada
    VanIAC;vancouver international arbitration centre
    VanIAC;british columbia international commercial arbitration centre
    BBB;better business bureau,bbb national programs,bbb auto line
    FedArb;fedarb,federal arbitration inc
    ARS;arbitration resolution services
    Czech Arbitration Court;arbitration court attached to the czech chamber of commerce
    Czech Arbitration Court;arbitration court attached to the economic chamber of the czech republic
    LCA;lewiatan court of arbitration
    BANI;badan arbitrase nasional indonesia,indonesian national board of arbitration
    Resolution Institute;resolution institute
    ICAC;international commercial arbitration court
    """
}
