/** A service of the portfolio: its number, its name and the unit that answers for it. */
export type PortfolioService = readonly [number: number, name: string, unit: string];

export interface PortfolioArea {
  readonly name: string;
  /** What these services produce, and who uses them; made up. */
  readonly output: string;
  readonly users: string;
  /** About how many of both in a year; made up. */
  readonly usual: readonly [output: number, users: number];
  readonly services: readonly PortfolioService[];
}

/**
 * The 75 services with their headings and numbers (R §3.1, item 2 C). R does not say who answers for each: that is made
 * up, the unit with the nearest name.
 */
export const PORTFOLIO: readonly PortfolioArea[] = [
  {
    name: 'Servizi di Polizia Locale e per la Sicurezza',
    output: 'Interventi e controlli',
    users: 'Persone e imprese controllate o assistite',
    usual: [4200, 9000],
    services: [
      [1, 'Sicurezza stradale e infortunistica', 's01'],
      [2, 'Centrale operativa e videosorveglianza', 'o01'],
      [3, 'Polizia prossimità', 's02'],
      [4, 'Protezione Civile', 'd01'],
      [5, 'Sanzioni e Contenzioso', 'o02'],
      [6, 'Polizia Commerciale', 'o03'],
    ],
  },
  {
    name: 'Servizi demografici',
    output: 'Certificati e iscrizioni',
    users: 'Persone allo sportello e in linea',
    usual: [14000, 12000],
    services: [
      [7, 'Anagrafe', 's32'],
      [8, 'Stato civile', 's32'],
      [9, 'Elettorale', 's32'],
    ],
  },
  {
    name: 'Servizi per l’infanzia',
    output: 'Giornate di servizio',
    users: 'Bambine e bambini iscritti',
    usual: [190, 640],
    services: [
      [10, 'Asili nido', 's04'],
      [11, 'Scuole infanzia', 's05'],
      [12, 'Scuole Infanzia Statali – Servizio ristorazione scolastica', 'd02'],
      [13, 'Scuole Primarie Statali – Servizio ristorazione scolastica', 'd02'],
    ],
  },
  {
    name: 'Servizi sociali',
    output: 'Progetti di aiuto attivati',
    users: 'Persone in carico',
    usual: [380, 720],
    services: [
      [14, 'Disabilità', 's10'],
      [15, 'Minori e Famiglie', 's09'],
      [16, 'Anziani', 's07'],
      [17, 'Diritto alla casa', 'd03'],
    ],
  },
  {
    name: 'Servizi per i giovani',
    output: 'Colloqui e incontri',
    users: 'Giovani incontrati',
    usual: [1500, 1100],
    services: [[18, 'Informagiovani', 's06']],
  },
  {
    name: 'Servizi per lo sport',
    output: 'Ore di apertura degli impianti',
    users: 'Frequentatori',
    usual: [2600, 4200],
    services: [
      [19, 'Attività sportive', 'o08'],
      [20, 'Impianti natatori', 'o08'],
      [21, 'Palestre', 'o08'],
    ],
  },
  {
    name: 'Servizi del Civico Cimitero',
    output: 'Operazioni cimiteriali',
    users: 'Famiglie servite',
    usual: [1300, 900],
    services: [[22, 'Civico Cimitero', 'o12']],
  },
  {
    name: 'Servizi per le periferie e i quartieri',
    output: 'Iniziative nei quartieri',
    users: 'Partecipanti',
    usual: [160, 2400],
    services: [[23, 'Reti di comunità', 's17']],
  },
  {
    name: 'Servizi di pianificazione urbanistica, per l’edilizia, le imprese e il commercio',
    output: 'Pratiche concluse',
    users: 'Richiedenti e professionisti',
    usual: [900, 700],
    services: [
      [24, 'Urbanistica', 'd10'],
      [25, 'Edilizia', 's28'],
      [26, 'Imprese', 's27'],
      [27, 'Distretto urbano del commercio', 's29'],
    ],
  },
  {
    name: 'Servizi ambientali e di mobilità',
    output: 'Interventi sul territorio',
    users: 'Residenti serviti',
    usual: [1900, 5200],
    services: [
      [28, 'Ambiente e impianti termici', 's25'],
      [29, 'Ecologia', 's25'],
      [30, 'Ciclo Rifiuti', 'd09'],
      [31, 'Animali', 'd09'],
      [32, 'Area Vasta', 's26'],
      [33, 'Verde', 's23'],
      [34, 'Manutenzione strade', 's24'],
      [35, 'Sosta e varchi', 'd08'],
      [36, 'Manomissioni suolo pubblico', 's24'],
    ],
  },
  {
    name: 'Servizi museali e culturali',
    output: 'Giornate di apertura ed eventi',
    users: 'Visitatori e spettatori',
    usual: [290, 26000],
    services: [
      [37, 'Museo Civico, Archeologico, Civiltà Contadina, Storia Naturale', 's12'],
      [38, 'Biblioteche', 'o05'],
      [39, 'Musica ed Eventi', 'o06'],
      [40, 'Turismo', 's13'],
      [41, 'Distretto Culturale – UNESCO', 's14'],
    ],
  },
  {
    name: 'Servizi relativi al patrimonio della città',
    output: 'Interventi di manutenzione',
    users: 'Edifici e alloggi serviti',
    usual: [640, 310],
    services: [
      [42, 'Patrimonio', 'o11'],
      [43, 'Patrimonio di terzi', 'o11'],
      [44, 'Gestione ERP', 's08'],
      [45, 'Manutenzione sedi istituzionali, musei, ERP', 's20'],
      [46, 'Manutenzione edilizia scolastica, sportiva, cimiteriale', 's21'],
      [47, 'Manutenzione impianti del patrimonio edilizio', 's22'],
      [48, 'Progettazione', 'o10'],
    ],
  },
  {
    name: 'Servizi Consiglio, Giunta Comunale e Partecipate',
    output: 'Atti e sedute seguiti',
    users: 'Componenti degli organi e società',
    usual: [320, 45],
    services: [
      [49, 'Consiglio Comunale', 'o21'],
      [50, 'Giunta Comunale', 's35'],
      [51, 'Partecipate', 'o09'],
      [52, 'Ricognizione partecipate e Servizi Pubblici Locali', 'o09'],
    ],
  },
  {
    name: 'Servizi finanziari',
    output: 'Registrazioni contabili',
    users: 'Uffici e fornitori serviti',
    usual: [8200, 760],
    services: [
      [53, 'Gestione contabilità e bilancio', 's31'],
      [54, 'Entrate', 'd11'],
      [55, 'Impegni', 'd11'],
      [56, 'Spesa', 'd11'],
      [57, 'Contabilità economico-patrimoniale', 's31'],
    ],
  },
  {
    name: 'Servizi tributari',
    output: 'Posizioni verificate',
    users: 'Contribuenti',
    usual: [5100, 21000],
    services: [
      [58, 'Recupero evasione e elusione fiscale', 's30'],
      [59, 'Tributi', 's30'],
    ],
  },
  {
    name: 'Servizi del personale',
    output: 'Posizioni e percorsi gestiti',
    users: 'Dipendenti e candidati',
    usual: [680, 640],
    services: [
      [60, 'Organizzazione – Formazione - Qualità', 'o16'],
      [61, 'Gestione risorse umane', 's33'],
      [62, 'Gestione finanziaria risorse umane – Spesa', 's33'],
      [63, 'Gestione finanziaria risorse umane – Entrata', 's33'],
      [64, 'Gestione stipendi e previdenza', 's33'],
      [65, 'Tirocini', 'd12'],
    ],
  },
  {
    name: 'Servizi per la comunicazione e i rapporti con il cittadino',
    output: 'Documenti e notizie trattati',
    users: 'Cittadini e uffici raggiunti',
    usual: [5400, 3000],
    services: [
      [66, 'Comunicazione esterna', 's15'],
      [67, 'Corrispondenza e protocollo informatico', 's35'],
      [68, 'Contratti e avvocatura', 'd13'],
    ],
  },
  {
    name: 'Servizi economato',
    output: 'Richieste evase',
    users: 'Uffici e associazioni serviti',
    usual: [430, 120],
    services: [
      [69, 'Allestimenti', 's19'],
      [70, 'Provveditorato', 's19'],
    ],
  },
  {
    name: 'Servizi informatici',
    output: 'Richieste di assistenza risolte',
    users: 'Postazioni e utenti',
    usual: [2300, 690],
    services: [
      [71, 'Sistema informativo territoriale', 'o17'],
      [72, 'ICT e Agenda Digitale', 'o17'],
    ],
  },
  {
    name: 'Servizi amministrativi',
    output: 'Procedure seguite',
    users: 'Settori e operatori economici',
    usual: [85, 140],
    services: [
      [73, 'Consulenza giuridico amministrativa sugli appalti', 's18'],
      [74, 'Gestione procedura di gara', 's18'],
      [75, 'Bandi, Sviluppo territorio, Cooperazione internazionale, Servizi di supporto', 's36'],
    ],
  },
];
