// The countries of ISO 3166-1: code; name; other names; adjectives.

/// Countries as terms of service name them.
enum CountryTable {
  /// A country a line, its columns parted by semicolons: ISO 3166-1 code, name to show, other names, adjectives.
  static let rows = """
    AD;Andorra;;andorran
    AE;United Arab Emirates;uae;emirati
    AF;Afghanistan;;afghan
    AG;Antigua and Barbuda;antigua;antiguan
    AI;Anguilla;;anguillian
    AL;Albania;;albanian
    AM;Armenia;;armenian
    AO;Angola;;angolan
    AQ;Antarctica;;
    AR;Argentina;argentine republic;argentine,argentinian
    AS;American Samoa;;
    AT;Austria;;austrian
    AU;Australia;;australian
    AW;Aruba;;aruban
    AX;Åland Islands;aland;
    AZ;Azerbaijan;;azerbaijani
    BA;Bosnia and Herzegovina;bosnia;bosnian
    BB;Barbados;;barbadian
    BD;Bangladesh;;bangladeshi
    BE;Belgium;;belgian
    BF;Burkina Faso;;
    BG;Bulgaria;;bulgarian
    BH;Bahrain;;bahraini
    BI;Burundi;;burundian
    BJ;Benin;;beninese
    BL;Saint Barthélemy;st barthelemy;
    BM;Bermuda;;bermudian
    BN;Brunei;brunei darussalam;bruneian
    BO;Bolivia;;bolivian
    BQ;Bonaire, Sint Eustatius and Saba;bonaire;
    BR;Brazil;federative republic of brazil,brasil;brazilian
    BS;Bahamas;;bahamian
    BT;Bhutan;;bhutanese
    BV;Bouvet Island;;
    BW;Botswana;;
    BY;Belarus;;belarusian
    BZ;Belize;;belizean
    CA;Canada;;canadian
    CC;Cocos Islands;cocos keeling islands;
    CD;Democratic Republic of the Congo;dr congo,drc;
    CF;Central African Republic;;
    CG;Congo;republic of the congo;congolese
    CH;Switzerland;swiss confederation;swiss
    CI;Côte d'Ivoire;ivory coast;ivorian
    CK;Cook Islands;;
    CL;Chile;;chilean
    CM;Cameroon;;cameroonian
    CN;China;people republic of china,peoples republic of china,prc,mainland china;chinese,prc
    CO;Colombia;;colombian
    CR;Costa Rica;;costa rican
    CU;Cuba;;cuban
    CV;Cabo Verde;cape verde;
    CW;Curaçao;;
    CX;Christmas Island;;
    CY;Cyprus;;cypriot
    CZ;Czech Republic;czechia;czech
    DE;Germany;federal republic of germany;german
    DJ;Djibouti;;djiboutian
    DK;Denmark;;danish
    DM;Dominica;commonwealth of dominica;
    DO;Dominican Republic;;dominican
    DZ;Algeria;;algerian
    EC;Ecuador;;ecuadorian
    EE;Estonia;;estonian
    EG;Egypt;;egyptian
    EH;Western Sahara;;
    ER;Eritrea;;eritrean
    ES;Spain;;spanish
    ET;Ethiopia;;ethiopian
    FI;Finland;;finnish
    FJ;Fiji;;fijian
    FK;Falkland Islands;falklands;
    FM;Micronesia;;micronesian
    FO;Faroe Islands;;faroese
    FR;France;;french
    GA;Gabon;;gabonese
    GB;United Kingdom;uk,great britain,united kingdom of great britain and northern ireland,britain;british
    GD;Grenada;;grenadian
    GE;Georgia (country);country of georgia,republic of georgia;georgian
    GF;French Guiana;;
    GG;Guernsey;bailiwick of guernsey;
    GH;Ghana;;ghanaian
    GI;Gibraltar;;gibraltarian
    GL;Greenland;;greenlandic
    GM;Gambia;;gambian
    GN;Guinea;;guinean
    GP;Guadeloupe;;
    GQ;Equatorial Guinea;;
    GR;Greece;hellenic republic;greek,hellenic
    GS;South Georgia and the South Sandwich Islands;;
    GT;Guatemala;;guatemalan
    GU;Guam;;
    GW;Guinea-Bissau;;
    GY;Guyana;;guyanese
    HK;Hong Kong;hksar,hong kong sar,hong kong special administrative region;
    HM;Heard Island and McDonald Islands;;
    HN;Honduras;;honduran
    HR;Croatia;;croatian
    HT;Haiti;;haitian
    HU;Hungary;;hungarian
    ID;Indonesia;;indonesian
    IE;Ireland;republic of ireland,eire;irish
    IL;Israel;state of israel;israeli
    IM;Isle of Man;;manx
    IN;India;;indian
    IO;British Indian Ocean Territory;;
    IQ;Iraq;;iraqi
    IR;Iran;;iranian
    IS;Iceland;;icelandic
    IT;Italy;;italian
    JE;Jersey;bailiwick of jersey;
    JM;Jamaica;;jamaican
    JO;Jordan;;jordanian
    JP;Japan;;japanese
    KE;Kenya;;kenyan
    KG;Kyrgyzstan;kyrgyz republic;kyrgyz
    KH;Cambodia;;cambodian
    KI;Kiribati;;
    KM;Comoros;;comorian
    KN;Saint Kitts and Nevis;st kitts and nevis,nevis;
    KP;North Korea;;north korean
    KR;South Korea;republic of korea,korea;south korean,korean
    KW;Kuwait;;kuwaiti
    KY;Cayman Islands;caymans;
    KZ;Kazakhstan;;kazakh,kazakhstani
    LA;Laos;;laotian
    LB;Lebanon;;lebanese
    LC;Saint Lucia;st lucia;
    LI;Liechtenstein;;
    LK;Sri Lanka;;sri lankan
    LR;Liberia;;liberian
    LS;Lesotho;;
    LT;Lithuania;;lithuanian
    LU;Luxembourg;luxemburg,grand duchy of luxembourg;luxembourgish
    LV;Latvia;;latvian
    LY;Libya;;libyan
    MA;Morocco;;moroccan
    MC;Monaco;;monegasque
    MD;Moldova;;moldovan
    ME;Montenegro;;montenegrin
    MF;Saint Martin;;
    MG;Madagascar;;malagasy
    MH;Marshall Islands;;marshallese
    MK;North Macedonia;macedonia;macedonian
    ML;Mali;;malian
    MM;Myanmar;burma;burmese
    MN;Mongolia;;mongolian
    MO;Macao;macau;macanese
    MP;Northern Mariana Islands;;
    MQ;Martinique;;
    MR;Mauritania;;mauritanian
    MS;Montserrat;;
    MT;Malta;;maltese
    MU;Mauritius;;mauritian
    MV;Maldives;;maldivian
    MW;Malawi;;malawian
    MX;Mexico;united mexican states;mexican
    MY;Malaysia;;malaysian
    MZ;Mozambique;;mozambican
    NA;Namibia;;namibian
    NC;New Caledonia;;
    NE;Niger;;
    NF;Norfolk Island;;
    NG;Nigeria;;nigerian
    NI;Nicaragua;;nicaraguan
    NL;Netherlands;holland;dutch,netherlands
    NO;Norway;;norwegian
    NP;Nepal;;nepalese,nepali
    NR;Nauru;;nauruan
    NU;Niue;;
    NZ;New Zealand;aotearoa;
    OM;Oman;;omani
    PA;Panama;;panamanian
    PE;Peru;;peruvian
    PF;French Polynesia;;
    PG;Papua New Guinea;;
    PH;Philippines;;philippine,filipino
    PK;Pakistan;;pakistani
    PL;Poland;;polish
    PM;Saint Pierre and Miquelon;;
    PN;Pitcairn;;
    PR;Puerto Rico;;puerto rican
    PS;Palestine;;palestinian
    PT;Portugal;portuguese republic;portuguese
    PW;Palau;;palauan
    PY;Paraguay;;paraguayan
    QA;Qatar;;qatari
    RE;Réunion;;
    RO;Romania;;romanian
    RS;Serbia;;serbian
    RU;Russia;russian federation;russian
    RW;Rwanda;;rwandan
    SA;Saudi Arabia;kingdom of saudi arabia;saudi,saudi arabian
    SB;Solomon Islands;;
    SC;Seychelles;;seychellois
    SD;Sudan;;sudanese
    SE;Sweden;;swedish
    SG;Singapore;;singaporean
    SH;Saint Helena;;
    SI;Slovenia;;slovenian,slovene
    SJ;Svalbard and Jan Mayen;;
    SK;Slovakia;slovak republic;slovak,slovakian
    SL;Sierra Leone;;sierra leonean
    SM;San Marino;;
    SN;Senegal;;senegalese
    SO;Somalia;;somali
    SR;Suriname;;surinamese
    SS;South Sudan;;
    ST;São Tomé and Príncipe;;
    SV;El Salvador;;salvadoran
    SX;Sint Maarten;;
    SY;Syria;syrian arab republic;syrian
    SZ;Eswatini;swaziland;
    TC;Turks and Caicos Islands;;
    TD;Chad;;chadian
    TF;French Southern Territories;;
    TG;Togo;;togolese
    TH;Thailand;;thai
    TJ;Tajikistan;;tajik
    TK;Tokelau;;
    TL;Timor-Leste;east timor;
    TM;Turkmenistan;;turkmen
    TN;Tunisia;;tunisian
    TO;Tonga;;tongan
    TR;Türkiye;turkey;turkish
    TT;Trinidad and Tobago;trinidad;trinidadian
    TV;Tuvalu;;
    TW;Taiwan;republic of china,roc;taiwanese
    TZ;Tanzania;united republic of tanzania;tanzanian
    UA;Ukraine;;ukrainian
    UG;Uganda;;ugandan
    UM;United States Minor Outlying Islands;;
    US;United States;united states of america,usa,us;american
    UY;Uruguay;;uruguayan
    UZ;Uzbekistan;;uzbek
    VA;Vatican City;holy see,vatican;
    VC;Saint Vincent and the Grenadines;st vincent and the grenadines;
    VE;Venezuela;;venezuelan
    VG;British Virgin Islands;bvi;
    VI;U.S. Virgin Islands;us virgin islands,united states virgin islands;
    VN;Vietnam;viet nam;vietnamese
    VU;Vanuatu;;
    WF;Wallis and Futuna;;
    WS;Samoa;;samoan
    YE;Yemen;;yemeni
    YT;Mayotte;;
    ZA;South Africa;;south african
    ZM;Zambia;;zambian
    ZW;Zimbabwe;;zimbabwean
    EU;European Union;eu;european,european union
    """
}
