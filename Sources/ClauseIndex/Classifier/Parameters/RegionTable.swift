// States, provinces and nations whose law contracts choose; cities and counties whose courts they choose.

/// Parts of countries as terms of service name them.
enum RegionTable {
  /// A state, province or nation a line: ISO 3166-2 code; name; other names; adjectives.
  ///
  /// "GB-EAW" is England and Wales, one legal system.
  static let rows = """
    US-AL;Alabama;;alabamian
    US-AK;Alaska;;alaskan
    US-AZ;Arizona;;
    US-AR;Arkansas;;
    US-CA;California;;californian
    US-CO;Colorado;;
    US-CT;Connecticut;;
    US-DE;Delaware;;
    US-DC;District of Columbia;washington dc,washington d c;
    US-FL;Florida;;floridian
    US-GA;Georgia;state of georgia;
    US-HI;Hawaii;hawai i;hawaiian
    US-ID;Idaho;;
    US-IL;Illinois;;
    US-IN;Indiana;;
    US-IA;Iowa;;
    US-KS;Kansas;;
    US-KY;Kentucky;;
    US-LA;Louisiana;;
    US-ME;Maine;;
    US-MD;Maryland;;
    US-MA;Massachusetts;;
    US-MI;Michigan;;
    US-MN;Minnesota;;
    US-MS;Mississippi;;
    US-MO;Missouri;;
    US-MT;Montana;;
    US-NE;Nebraska;;
    US-NV;Nevada;;
    US-NH;New Hampshire;;
    US-NJ;New Jersey;;
    US-NM;New Mexico;;
    US-NY;New York;new york state;
    US-NC;North Carolina;;
    US-ND;North Dakota;;
    US-OH;Ohio;;
    US-OK;Oklahoma;;
    US-OR;Oregon;;
    US-PA;Pennsylvania;;
    US-RI;Rhode Island;;
    US-SC;South Carolina;;
    US-SD;South Dakota;;
    US-TN;Tennessee;;
    US-TX;Texas;;texan
    US-UT;Utah;;
    US-VT;Vermont;;
    US-VA;Virginia;;
    US-WA;Washington;washington state;
    US-WV;West Virginia;;
    US-WI;Wisconsin;;
    US-WY;Wyoming;;
    CA-AB;Alberta;;albertan
    CA-BC;British Columbia;;
    CA-MB;Manitoba;;
    CA-NB;New Brunswick;;
    CA-NL;Newfoundland and Labrador;newfoundland;
    CA-NS;Nova Scotia;;
    CA-NT;Northwest Territories;;
    CA-NU;Nunavut;;
    CA-ON;Ontario;;
    CA-PE;Prince Edward Island;;
    CA-QC;Quebec;;quebecois
    CA-SK;Saskatchewan;;
    CA-YT;Yukon;;
    GB-EAW;England and Wales;england wales;english and welsh,english welsh
    GB-ENG;England;;english
    GB-NIR;Northern Ireland;;northern irish
    GB-SCT;Scotland;;scottish,scots
    GB-WLS;Wales;;welsh
    AU-ACT;Australian Capital Territory;;
    AU-NSW;New South Wales;nsw;
    AU-NT;Northern Territory;;
    AU-QLD;Queensland;;
    AU-SA;South Australia;;
    AU-TAS;Tasmania;;
    AU-VIC;Victoria;;victorian
    AU-WA;Western Australia;;
    AE-DIFC;Dubai International Financial Centre;dubai international financial center,difc;
    AE-ADGM;Abu Dhabi Global Market;adgm;
    """

  /// The cities of a country or state a line, with its code first.
  ///
  /// Other names of a city follow "=".
  static let cities = """
    AE;Abu Dhabi,Dubai
    AR;Buenos Aires
    AT;Vienna=wien,Salzburg,Graz
    AU-NSW;Sydney
    AU-QLD;Brisbane
    AU-VIC;Melbourne
    AU-WA;Perth
    BE;Brussels=bruxelles=brussel,Antwerp
    BG;Sofia
    BR;São Paulo,Rio de Janeiro
    CA-AB;Calgary,Edmonton
    CA-BC;Vancouver
    CA-ON;Toronto,Ottawa
    CA-QC;Montreal
    CH;Zurich=zuerich,Zug,Geneva=geneve,Basel=basle,Lausanne,Bern=berne
    CL;Santiago
    CN;Beijing,Shanghai,Shenzhen,Guangzhou,Hangzhou
    CO;Bogotá
    CY;Nicosia,Limassol
    CZ;Prague=praha,Brno
    DE;Berlin,Munich=munchen,Hamburg,Frankfurt=frankfurt am main
    DE;Cologne=koln,Düsseldorf,Stuttgart,Leipzig,Hannover=hanover
    DK;Copenhagen=kobenhavn,Aarhus
    EE;Tallinn=harju
    EG;Cairo
    ES;Madrid,Barcelona,Valencia
    FI;Helsinki
    FR;Paris=parisian,Lyon=lyons,Lille,Nanterre,Marseille,Bordeaux
    GB-ENG;London,Manchester
    GB-SCT;Edinburgh,Glasgow
    GE;Tbilisi
    GR;Athens
    HR;Zagreb
    HU;Budapest
    ID;Jakarta
    IE;Dublin
    IL;Tel Aviv=tel aviv jaffa,Jerusalem,Haifa
    IN;Mumbai,New Delhi=delhi,Bengaluru=bangalore,Chennai,Hyderabad,Gurugram=gurgaon,Kolkata
    IS;Reykjavik
    IT;Milan=milano,Rome=roma,Turin
    JP;Tokyo,Osaka,Kyoto
    KE;Nairobi
    KR;Seoul
    LT;Vilnius
    LV;Riga
    MT;Valletta
    MX;Mexico City
    MY;Kuala Lumpur
    NG;Lagos
    NL;Amsterdam,Rotterdam,The Hague=hague,Utrecht
    NO;Oslo
    NZ;Auckland,Wellington
    PH;Manila,Makati
    PL;Warsaw=warszawa,Krakow=cracow,Wroclaw
    PT;Lisbon=lisboa,Porto
    RO;Bucharest
    RS;Belgrade
    RU;Moscow,Saint Petersburg=st petersburg
    SA;Riyadh
    SE;Stockholm,Gothenburg=goteborg,Malmö
    SI;Ljubljana
    SK;Bratislava
    TH;Bangkok
    TR;Istanbul,Ankara
    TW;Taipei
    UA;Kyiv=kiev
    VN;Hanoi,Ho Chi Minh City
    ZA;Johannesburg,Cape Town
    US-AZ;Phoenix
    US-CA;San Francisco,Los Angeles,San Jose,Palo Alto,San Diego,Santa Monica,Oakland,Sacramento
    US-CO;Denver,Boulder
    US-DE;Wilmington
    US-FL;Miami,Orlando,Tampa
    US-GA;Atlanta
    US-IL;Chicago
    US-MA;Boston
    US-MI;Detroit
    US-MN;Minneapolis
    US-NV;Las Vegas
    US-NY;New York=new york city=city of new york=manhattan
    US-OR;Portland
    US-PA;Philadelphia,Pittsburgh
    US-TX;Austin,Dallas,Houston
    US-UT;Salt Lake City
    US-WA;Seattle
    """

  /// A state's counties that are usual venues a line: code; names without "County".
  static let counties = """
    US-AZ;maricopa
    US-CA;san francisco,santa clara
    US-CA;san mateo,los angeles,alameda,san diego,sacramento,marin,ventura,contra costa
    US-DE;new castle
    US-FL;miami dade,broward,palm beach,hillsborough
    US-GA;fulton
    US-IL;cook
    US-MA;middlesex
    US-NV;clark
    US-NY;new york,westchester
    US-TX;travis,harris,collin,tarrant,bexar
    US-UT;salt lake
    US-WA;king
    """
}
