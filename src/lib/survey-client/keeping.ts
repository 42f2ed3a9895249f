import { isRecord, isText } from './current-survey.ts';
import {
  VERSION,
  type EndedCredential,
  type Kept,
  type KeptCredential,
  type KeptReceipt,
  type PinnedKeys,
} from './kept.ts';
import { Refusal } from './refusal.ts';
import { announceKeptChange } from './tabs.ts';

const DATABASE = 'accordo-survey';
const STORES = { credentials: 'id', receipts: 'receipt', keys: 'campaign' } as const;
type StoreName = keyof Kept;

/** Everything below throws `Refusal` `unsupported` where the browser keeps nothing. */
export function allCredentials(): Promise<readonly KeptCredential[]> {
  return all('credentials', (entry) => isText(entry.status));
}

/** The credential of that id; undefined if this device has none. */
export async function credentialOf(id: string): Promise<KeptCredential | undefined> {
  return (await allCredentials()).find((credential) => credential.id === id);
}

/** In the order of their codes: that in which they came would tell who voted first. */
export function allReceipts(): Promise<readonly KeptReceipt[]> {
  return all('receipts', (entry) => isText(entry.receipt));
}

export async function pinnedKeys(campaign: string): Promise<PinnedKeys | undefined> {
  const pinned = await all('keys', (entry) => isRecord(entry.fingerprints));
  return pinned.find((keys) => keys.campaign === campaign);
}

/** It is on disk when this returns. */
export function keepCredential(credential: KeptCredential): Promise<void> {
  return write((put) => {
    put('credentials', credential);
  });
}

export function keepKeys(keys: PinnedKeys): Promise<void> {
  return write((put) => {
    put('keys', keys);
  });
}

/** In one step: the receipt comes, and the name, the token and the answers go. */
export function keepReceipt(receipt: KeptReceipt, ended: EndedCredential): Promise<void> {
  return write((put) => {
    put('receipts', receipt);
    put('credentials', ended);
  });
}

export function dropCredential(id: string): Promise<void> {
  return write((_put, remove) => {
    remove('credentials', id);
  });
}

async function all<Name extends StoreName>(
  name: Name,
  isSound: (entry: Readonly<Record<string, unknown>>) => boolean,
): Promise<readonly Kept[Name][]> {
  const database = await open();
  try {
    const entries: unknown[] = await done(database.transaction(name).objectStore(name).getAll());
    const sound = entries.filter(isRecord).filter((entry) => entry.version === VERSION && isSound(entry));
    return sound as unknown as Kept[Name][];
  } finally {
    database.close();
  }
}

type Put = <Name extends StoreName>(name: Name, entry: Kept[Name]) => void;
type Remove = (name: StoreName, key: string) => void;

async function write(work: (put: Put, remove: Remove) => void): Promise<void> {
  const database = await open();
  try {
    // Strict: on disk, not only handed to the system, before anything is sent that could not be sent again.
    const transaction = database.transaction(Object.keys(STORES), 'readwrite', { durability: 'strict' });
    work(
      (name, entry) => transaction.objectStore(name).put(entry),
      (name, key) => transaction.objectStore(name).delete(key),
    );
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => {
        resolve();
      };
      transaction.onabort = () => {
        reject(new Refusal('unsupported', transaction.error));
      };
    });
  } finally {
    database.close();
  }
  announceKeptChange();
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, VERSION);
  request.onupgradeneeded = () => {
    for (const [name, keyPath] of Object.entries(STORES)) request.result.createObjectStore(name, { keyPath });
  };
  return done(request);
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Refusal('unsupported', request.error));
    };
  });
}
