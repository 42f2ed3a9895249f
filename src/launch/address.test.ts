import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { addressFrom, explainListenFault, freePort, listenFault } from './address.mjs';

test('without settings the portal is for this machine only', () => {
  expect(addressFrom({})).toEqual({ host: '127.0.0.1', port: 3000, url: 'http://127.0.0.1:3000' });
});

test('an address for all interfaces gets a name that a browser can open', () => {
  expect(addressFrom({ HOST: '0.0.0.0', PORT: '8080' }).url).toBe('http://localhost:8080');
  expect(addressFrom({ HOST: '::1' }).url).toBe('http://[::1]:3000');
});

test.each(['0', '65536', '-1', '3e3', 'web'])('%s is no port', (PORT) => {
  expect(() => addressFrom({ PORT })).toThrow('PORT');
});

test('a taken port is noticed and explained with the way out', async () => {
  const port = await freePort('127.0.0.1');
  const other = createServer();
  await new Promise<void>((resolve) => other.listen({ port, host: '127.0.0.1' }, resolve));

  expect(await listenFault(port, '127.0.0.1')).toBe('EADDRINUSE');
  expect(explainListenFault('EADDRINUSE', 3000, '127.0.0.1')).toContain('PORT=3001 npm start');

  await new Promise((resolve) => other.close(resolve));
  expect(await listenFault(port, '127.0.0.1')).toBeUndefined();
});
