import type { Adapter, AdapterPayload } from 'oidc-provider';

/**
 * Where a test provider keeps what it has handed out, until the process ends. The one that comes with oidc-provider
 * does the same and warns on every start.
 */
export function memoryStore(): (model: string) => Adapter {
  const entries = new Map<string, AdapterPayload>();
  const firstWhere = (isWanted: (entry: AdapterPayload) => boolean) =>
    Promise.resolve(entries.values().find(isWanted));

  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    return {
      upsert(id, payload) {
        entries.set(keyOf(id), payload);
        return Promise.resolve();
      },
      find: (id) => Promise.resolve(entries.get(keyOf(id))),
      findByUid: (uid) => firstWhere((entry) => entry.kind === model && entry.uid === uid),
      findByUserCode: (code) => firstWhere((entry) => entry.userCode === code),
      consume(id) {
        const entry = entries.get(keyOf(id));
        if (entry) entry.consumed = Math.floor(Date.now() / 1000);
        return Promise.resolve();
      },
      destroy(id) {
        entries.delete(keyOf(id));
        return Promise.resolve();
      },
      revokeByGrantId(grantId) {
        for (const [key, entry] of entries) if (entry.grantId === grantId) entries.delete(key);
        return Promise.resolve();
      },
    };
  };
}
