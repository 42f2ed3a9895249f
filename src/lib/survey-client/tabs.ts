/** The same portal may be open in several tabs of a browser, which share what the device keeps. */
const CHANNEL = 'accordo-survey';

/** Whether the browser has what voting needs; without https it has not. */
export function canVoteHere(): boolean {
  return isSecureContext && 'locks' in navigator && 'indexedDB' in globalThis;
}

/** Lets one tab at a time do what must not be done twice. */
export function alone<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(`accordo-survey-${what}`, work);
}

/** Calls whenever something that is kept has changed, in this tab or another. Returns how to stop. */
export function onKeptChange(call: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = call;
  return () => {
    channel.close();
  };
}

export function announceKeptChange(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}
