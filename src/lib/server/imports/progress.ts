/** How far a piece of work is. */
export interface Progress {
  readonly done: number;
  /** Null: nobody knows yet. */
  readonly total: number | null;
}

interface Job {
  progress: Progress;
  readonly finished: Promise<void>;
}

const jobs = new Map<string, Job>();

/** Does a piece of work beside the requests, one at a time for each import. What goes wrong in it is told by the work. */
export function begin(id: string, work: (told: (progress: Progress) => void) => Promise<void>): void {
  const job: Job = {
    progress: { done: 0, total: null },
    finished: work((progress) => {
      job.progress = progress;
    }).finally(() => {
      jobs.delete(id);
    }),
  };
  jobs.set(id, job);
}

/** How far the work on an import is; null: none is being done. */
export function progressOf(id: string): Progress | null {
  return jobs.get(id)?.progress ?? null;
}

/** Waits for the work on an import, but not longer than so many milliseconds. */
export async function waitFor(id: string, most: number): Promise<void> {
  const job = jobs.get(id);
  if (!job) return;
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, most);
  });
  await Promise.race([job.finished, enough]);
  clearTimeout(timer);
}
