import type { Portal, Writer } from '../database/database.ts';

/**
 * Puts what comes in together into one transaction: each caller's promise is fulfilled when its own item is on disk, and
 * a hundred at once wait for one write of the disk instead of a hundred.
 *
 * @param work gives a result for each item, in their order
 */
export function groupCommit<Item, Result>(
  portal: Portal,
  work: (write: Writer, items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  interface Waiting {
    readonly item: Item;
    readonly fulfil: (result: Result) => void;
    readonly fail: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];

  async function commit(): Promise<void> {
    let group: Waiting[] = [];
    const take = () => {
      group = waiting;
      waiting = [];
    };
    try {
      const results = await portal.transaction((write) => {
        // Taken now: whoever came while an earlier transaction ran is in.
        take();
        return work(
          write,
          group.map(({ item }) => item),
        );
      });
      group.forEach(({ fulfil }, at) => {
        fulfil(results[at]!);
      });
    } catch (error) {
      // A transaction that could not even begin: whoever waits for it would wait for ever, and the next ones with them.
      if (group.length === 0) take();
      for (const { fail } of group) fail(error);
    }
  }

  return (item) =>
    new Promise((fulfil, fail) => {
      waiting.push({ item, fulfil, fail });
      // At the end of this turn, so that all requests that were read in it are together.
      if (waiting.length === 1) setImmediate(() => void commit());
    });
}
