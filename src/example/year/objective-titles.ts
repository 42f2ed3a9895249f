/** Titles of the objectives of the example, made up: what a city of that size may set itself. */

export interface StrategicGoal {
  readonly title: string;
  readonly operational: readonly { readonly title: string; readonly direction: string }[];
}

/** From the themes of a DUP to the operational objectives that directions pursue. */
export const STRATEGIC_GOALS: readonly StrategicGoal[] = [
  {
    title: 'Una città sicura, che si prende cura di chi è fragile',
    operational: [
      { title: 'Presidio del territorio e sicurezza sulle strade', direction: 'd01' },
      { title: 'Servizi sociali vicini alle persone e alle famiglie', direction: 'd03' },
    ],
  },
  {
    title: 'Crescere e imparare a ogni età',
    operational: [
      { title: 'Nidi, scuole e ristorazione di qualità', direction: 'd02' },
      { title: 'Orientamento e opportunità per i giovani', direction: 'd02' },
    ],
  },
  {
    title: 'La cultura come motore della città',
    operational: [
      { title: 'Musei, biblioteche e spettacolo aperti a tutti', direction: 'd04' },
      { title: 'Accoglienza e promozione turistica', direction: 'd04' },
    ],
  },
  {
    title: 'Una comunità che partecipa e fa sport',
    operational: [{ title: 'Quartieri, sport e cittadinanza attiva', direction: 'd05' }],
  },
  {
    title: 'Un territorio curato e pronto al clima che cambia',
    operational: [
      { title: 'Edifici pubblici sicuri ed efficienti', direction: 'd07' },
      { title: 'Strade, verde e protezione civile', direction: 'd08' },
      { title: 'Ambiente, energia e cooperazione tra territori', direction: 'd09' },
    ],
  },
  {
    title: 'Una città che attrae imprese e lavoro',
    operational: [
      { title: 'Regole urbanistiche chiare e pratiche edilizie rapide', direction: 'd10' },
      { title: 'Commercio di prossimità e sportello per le imprese', direction: 'd10' },
    ],
  },
  {
    title: 'Un Comune semplice, digitale e trasparente',
    operational: [
      { title: 'Acquisti e partecipate sotto controllo', direction: 'd06' },
      { title: 'Conti solidi e tributi equi', direction: 'd11' },
      { title: 'Competenze, organizzazione e servizi digitali', direction: 'd12' },
      { title: 'Legalità, trasparenza e sostegno agli organi', direction: 'd13' },
    ],
  },
];

/** The executive objectives of each direction, in the order of the document. */
export const EXECUTIVE_TITLES: Readonly<Record<string, readonly string[]>> = {
  d01: [
    'Pattuglie serali nei quartieri e intorno alla stazione',
    'Controlli sulla velocità e sulla guida distratta',
    'Educazione stradale nelle scuole primarie',
    'Nuova sala operativa con la videosorveglianza integrata',
    'Vicini di casa: mediazione dei conflitti di convivenza',
    'Notifica digitale dei verbali',
    'Verifica dei dehors e delle attività su strada',
    'Sportello unico per permessi e ricorsi',
  ],
  d02: [
    'Posti nido per chi è in lista d’attesa',
    'Menù stagionali e meno sprechi nelle mense',
    'Coordinamento pedagogico da zero a sei anni',
    'Iscrizioni ai servizi educativi tutte in linea',
    'Patto con le scuole per l’inclusione',
    'Sportello di ascolto per adolescenti',
    'Tirocini e primo lavoro con le imprese del territorio',
    'Spazi studio aperti anche la sera',
  ],
  d03: [
    'Presa in carico unica per le famiglie con minori',
    'Assistenza a casa per chi ha più di settantacinque anni',
    'Progetti di vita per persone con disabilità',
    'Tavolo di zona con il volontariato',
    'Pronto intervento per chi perde l’alloggio',
    'Affido familiare: nuove famiglie e nuovo sostegno',
    'Cartella sociale informatizzata',
    'Canone concordato e fondo per la morosità incolpevole',
  ],
  d04: [
    'Percorso del violino tra museo e botteghe',
    'Biblioteca di quartiere con orario prolungato',
    'Catalogo digitale delle collezioni civiche',
    'Stagione estiva nelle piazze e nei cortili',
    'Biglietto unico per i musei della città',
    'Accoglienza dei visitatori in più lingue',
  ],
  d05: [
    'Patti di collaborazione per i beni comuni',
    'Assemblee di quartiere con verbale pubblico',
    'Palestre scolastiche aperte alle associazioni',
    'Bilancio partecipato: voto e realizzazione',
    'Sport per tutti nei parchi',
    'Notiziario civico e canali sociali rinnovati',
    'Mappa degli spazi da dare in uso',
  ],
  d06: [
    'Programma unico degli acquisti di beni e servizi',
    'Gare telematiche in tempi certi',
    'Criteri ambientali in tutti gli affidamenti',
    'Cruscotto dei rapporti con le società partecipate',
    'Inventario dei beni mobili aggiornato',
    'Albo dei fornitori a rotazione',
    'Risparmio sulle utenze e sui noleggi',
  ],
  d07: [
    'Messa in sicurezza delle scuole dell’infanzia',
    'Cantieri finanziati chiusi entro le scadenze',
    'Diagnosi energetica degli edifici comunali',
    'Manutenzione programmata degli alloggi pubblici',
    'Restauro delle sale del museo civico',
    'Impianti termici sostituiti con pompe di calore',
    'Fascicolo digitale di ogni fabbricato',
    'Riordino dei servizi del cimitero',
    'Accessibilità senza barriere negli uffici aperti al pubblico',
  ],
  d08: [
    'Piste ciclabili collegate tra quartieri e centro',
    'Alberi nuovi nelle vie più calde',
    'Piano neve e allagamenti con prove sul campo',
    'Buche segnalate e chiuse in pochi giorni',
    'Illuminazione pubblica a basso consumo',
    'Zone trenta davanti alle scuole',
  ],
  d09: [
    'Raccolta differenziata nei condomìni',
    'Comunità energetica con edifici comunali',
    'Piano per la qualità dell’aria invernale',
    'Accordi di area vasta con i Comuni vicini',
    'Censimento e cura degli animali d’affezione',
    'Educazione alimentare contro lo spreco',
    'Controlli sugli impianti termici privati',
  ],
  d10: [
    'Variante al piano del territorio per il riuso',
    'Pratiche edilizie concluse entro i termini',
    'Archivio edilizio consultabile in linea',
    'Botteghe storiche e locali sfitti',
    'Eventi del distretto del commercio',
    'Sportello delle imprese con appuntamento',
    'Convenzioni urbanistiche verificate',
    'Monitoraggio degli oneri di urbanizzazione',
  ],
  d11: [
    'Bilancio approvato entro dicembre',
    'Pagamenti ai fornitori prima della scadenza',
    'Recupero dell’evasione con banche dati incrociate',
    'Carta d’identità senza attesa',
    'Rendiconto spiegato ai cittadini',
    'Tributi: avvisi chiari e pagabili in linea',
    'Statistica demografica aperta a tutti',
    'Riscossione delle entrate patrimoniali',
  ],
  d12: [
    'Piano delle assunzioni attuato',
    'Formazione digitale per tutto il personale',
    'Lavoro agile con risultati misurati',
    'Benessere organizzativo: azioni dopo l’ascolto',
    'Mappatura delle competenze',
    'Cartelle stipendiali e previdenziali sistemate',
    'Portale dei dipendenti',
    'Controllo di gestione trimestrale',
    'Servizi in rete sempre disponibili',
  ],
  d13: [
    'Atti degli organi pubblicati in giornata',
    'Piano anticorruzione misurato ogni semestre',
    'Protocollo e conservazione digitale',
    'Sedute del Consiglio in diretta accessibile',
    'Bandi europei: progetti presentati e finanziati',
    'Contenzioso: pareri prima della lite',
    'Regolamenti riscritti in lingua chiara',
    'Cooperazione con le città gemellate',
  ],
};

/** What an EQ undertakes, of the service that is named after it. */
export const EQ_TITLES: readonly string[] = [
  'Accorciare i tempi dei procedimenti',
  'Rivedere la carta del servizio con chi lo usa',
  'Portare in linea le istanze più frequenti',
  'Riequilibrare i carichi di lavoro',
  'Pubblicare dati e scadenze aggiornati',
  'Avviare un ciclo di controlli interni',
  'Formare chi subentra nei compiti critici',
  'Coordinare gli uffici su un calendario comune',
  'Ridurre l’arretrato dell’anno prima',
  'Misurare la soddisfazione e rispondere ai reclami',
  'Aggiornare i contratti in scadenza',
  'Attuare gli interventi finanziati',
];

/** What an employee undertakes. */
export const INDIVIDUAL_TITLES: readonly string[] = [
  'Aggiornare la banca dati delle pratiche',
  'Rispondere alle richieste entro i termini',
  'Preparare i modelli per gli atti ricorrenti',
  'Affiancare chi è appena arrivato',
  'Riordinare l’archivio corrente',
  'Verificare le autocertificazioni a campione',
  'Curare l’accoglienza allo sportello',
  'Tenere il calendario delle scadenze',
  'Inserire i dati nel nuovo programma',
  'Redigere le istruttorie assegnate',
  'Controllare la spesa del capitolo assegnato',
  'Raccogliere e riferire le segnalazioni',
  'Gestire gli appuntamenti in linea',
  'Curare la sicurezza di attrezzature e ambienti',
  'Completare i percorsi di formazione assegnati',
  'Collaborare alla rendicontazione dei progetti',
  'Aggiornare le pagine del sito',
  'Seguire i sopralluoghi programmati',
  'Predisporre le statistiche mensili',
  'Sostituire i colleghi nei periodi di assenza',
];

/** What a group undertakes together. */
export const GROUP_TITLES: readonly string[] = [
  'Garantire l’apertura del servizio tutto l’anno',
  'Smaltire insieme l’arretrato',
  'Adottare la nuova organizzazione dei turni',
  'Passare al fascicolo digitale',
  'Migliorare il giudizio di chi usa il servizio',
  'Ridurre carta e consumi negli uffici',
  'Realizzare le iniziative in calendario',
  'Condividere procedure scritte',
];
