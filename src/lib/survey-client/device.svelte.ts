import { allCredentials, allReceipts } from './keeping.ts';
import type { KeptCredential, KeptReceipt } from './kept.ts';
import { onKeptChange } from './tabs.ts';

/** What this device keeps, as a page shows it. */
export class Device {
  credentials = $state.raw<readonly KeptCredential[]>([]);
  receipts = $state.raw<readonly KeptReceipt[]>([]);

  /** Throws `Refusal` if nothing can be kept here. */
  async read(): Promise<void> {
    [this.credentials, this.receipts] = await Promise.all([allCredentials(), allReceipts()]);
  }

  /** Reads again whenever something changes, in this tab or another. Returns how to stop. */
  watch(): () => void {
    return onKeptChange(() => void this.read());
  }
}
