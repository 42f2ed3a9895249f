import { campaigns } from '../lib/server/survey/campaigns.ts';
import type { Campaign, CampaignState } from '../lib/server/survey/model.ts';
import { isVerifiable, verifyCampaign, type Check, type Fault } from '../lib/server/survey/verification.ts';
import { databaseFile, withCopy } from './database-copy.ts';
import { Refusal } from './refusal.ts';

/**
 * `accordo survey audit [FILE|FOLDER]`: checks every closed survey of a copy of the database, offline and without a key.
 * Prints a line for each check; refuses with a line for each fault.
 */
export async function surveyCommand(args: readonly string[]): Promise<void> {
  const [verb, name = process.env.ACCORDO_DATA ?? 'data', ...more] = args;
  if (verb !== 'audit' || more.length > 0)
    throw new Refusal(['survey: si usa «survey audit» oppure «survey audit ARCHIVIO»']);
  const lines: string[] = [];
  const faults: string[] = [];
  await withCopy(databaseFile(name), async (read) => {
    for (const campaign of (await campaigns(read)).reverse()) {
      if (!isVerifiable(campaign)) {
        lines.push(`${nameOf(campaign)}: ${STATES[campaign.state]}, si verifica dopo la chiusura`);
        continue;
      }
      const verification = await verifyCampaign(read, campaign);
      lines.push(
        `${nameOf(campaign)}: ${STATES[campaign.state]}`,
        ...verification.checks.map((check) => `  ${checkWords(check)}`),
      );
      faults.push(...verification.faults.map((fault) => `${nameOf(campaign)}: ${faultWords(fault)}`));
    }
  });
  if (faults.length > 0) throw new Refusal(faults);
  process.stdout.write(`${lines.length > 0 ? lines.join('\n') : 'Nessun sondaggio da verificare'}\n`);
}

const STATES: Readonly<Record<CampaignState, string>> = {
  draft: 'in preparazione',
  open: 'aperto',
  closed: 'chiuso',
  published: 'pubblicato',
};

/** On one line, whatever the title holds. */
const nameOf = ({ year, title }: Campaign) => `sondaggio ${year} ${JSON.stringify(title)}`;

function checkWords(check: Check): string {
  switch (check.name) {
    case 'keys':
      return `chiavi: ${check.examined} impronte sono delle loro chiavi`;
    case 'signatures':
      return `firme: ${check.examined} voti su ${check.examined} firmati dalla chiave della loro direzione`;
    case 'tokens':
      return `gettoni: ${check.examined} voti, ciascuno con il suo gettone e sotto la sua impronta`;
    case 'answers':
      return `risposte: ${check.examined} voti con otto risposte da 1 a 5`;
    case 'counts':
      return `conti: ${check.responses} voti, non più delle ${check.credentials} credenziali, non più dei ${check.invited} invitati`;
    case 'directions':
      return 'direzioni: in nessuna ci sono più voti che credenziali';
    case 'destroyed':
      return 'distruzione: non resta nessun voto sigillato e nessuna chiave privata';
    case 'result':
      return `risultato: ricalcolato, è quello congelato; impronta ${check.digest}`;
  }
}

function faultWords(fault: Fault): string {
  switch (fault.code) {
    case 'fingerprint':
      return `l’impronta della direzione ${fault.direction} non è quella della sua chiave`;
    case 'signature':
      return `il voto ${fault.response}… non è firmato dalla chiave della sua direzione`;
    case 'token':
      return `il voto ${fault.response}… non sta sotto l’impronta del suo gettone`;
    case 'tokenTwice':
      return `il voto ${fault.response}… usa un gettone già usato`;
    case 'answers':
      return `il voto ${fault.response}… non ha otto risposte da 1 a 5`;
    case 'uninvitedCredential':
      return `${fault.count} credenziali sono di persone non invitate`;
    case 'counts':
      return `${fault.direction === null ? 'in tutto' : `nella direzione ${fault.direction}`} ci sono ${fault.responses} voti, ${fault.credentials} credenziali e ${fault.invited} invitati`;
    case 'sealedLeft':
      return `restano ${fault.count} voti sigillati dopo la chiusura`;
    case 'keysLeft':
      return `restano ${fault.count} chiavi private dopo la chiusura`;
    case 'noResult':
      return 'manca il risultato congelato alla chiusura';
    case 'resultDigest':
      return 'il risultato congelato non ha l’impronta che fu registrata';
    case 'resultRecord':
      return 'il risultato congelato non è quello che il registro delle operazioni ha annotato alla chiusura';
    case 'resultDiffers':
      return 'il risultato ricalcolato dai voti non è quello congelato';
  }
}
