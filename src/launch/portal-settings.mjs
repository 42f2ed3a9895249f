import { addressFrom } from './address.mjs';
import { filesBelow } from './fingerprint.mjs';

/**
 * @typedef {object} PortalSettings
 * @property {boolean} isBehindTls whether people open the portal with https
 * @property {number} bodyLimit the most that a request may send, in bytes
 * @property {number} uploadLimit the most that a request may send where files are brought, in bytes
 * @property {number} headersSeconds how long a request's headers may take to come
 * @property {number} keepAliveSeconds how long a connection may stay open without a request
 * @property {number} shutdownSeconds how long open requests are waited for at the end
 * @property {number} maxConnections how many connections there may be at once
 * @property {ReadonlySet<string>} staticFiles paths of what is served as it lies on the disk
 */

const defaults = {
  BODY_SIZE_LIMIT: '512K',
  ACCORDO_UPLOAD_LIMIT: '21M',
  HEADERS_TIMEOUT: '15',
  KEEP_ALIVE_TIMEOUT: '5',
  SHUTDOWN_TIMEOUT: '10',
  ACCORDO_MAX_CONNECTIONS: '2000',
};

/**
 * The environment with everything in it that the built pages read too, so that they and this server agree.
 * @param {Record<string, string | undefined>} env
 * @returns {Record<string, string>}
 */
export function completed(env) {
  const given = Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return { ...defaults, ORIGIN: addressFrom(env).url, ...Object.fromEntries(given) };
}

/**
 * @param {Record<string, string>} env completed
 * @param {ReadonlySet<string>} staticFiles
 * @returns {PortalSettings}
 */
export function portalSettings(env, staticFiles) {
  return {
    isBehindTls: env.ORIGIN?.startsWith('https:') ?? false,
    bodyLimit: bytes(env, 'BODY_SIZE_LIMIT'),
    uploadLimit: bytes(env, 'ACCORDO_UPLOAD_LIMIT'),
    headersSeconds: wholeNumber(env, 'HEADERS_TIMEOUT'),
    keepAliveSeconds: wholeNumber(env, 'KEEP_ALIVE_TIMEOUT'),
    shutdownSeconds: wholeNumber(env, 'SHUTDOWN_TIMEOUT'),
    maxConnections: wholeNumber(env, 'ACCORDO_MAX_CONNECTIONS'),
    staticFiles,
  };
}

/**
 * The paths under which the files of a folder are asked for.
 * @param {string} folder
 * @returns {ReadonlySet<string>}
 */
export function staticFilesIn(folder) {
  return new Set(
    filesBelow(folder).map((file) => encodeURI(file.slice(folder.length).replaceAll('\\', '/'))),
  );
}

/**
 * @param {Record<string, string>} env
 * @param {string} name
 */
function wholeNumber(env, name) {
  const text = env[name] ?? '';
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new Error(`${name} deve essere un numero intero da 1 in su, non «${text}».`);
  return Number(text);
}

const units = { K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

/**
 * @param {Record<string, string>} env
 * @param {string} name
 */
function bytes(env, name) {
  const [, digits, unit] = /^([1-9]\d{0,11})([KMG]?)$/i.exec(env[name] ?? '') ?? [];
  if (!digits) throw new Error(`${name} deve essere una quantità come 512K o 2M, non «${env[name] ?? ''}».`);
  return Number(digits) * (units[/** @type {keyof typeof units} */ (unit?.toUpperCase())] ?? 1);
}
