import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * All files below a path (or the path itself), sorted, so that the same tree always gives the same list.
 * @param {string} path
 * @returns {string[]}
 */
export function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/**
 * One digest over names and contents: a renamed, changed, added or removed file changes it.
 * @param {string} base names are taken relative to it, so that a moved clone keeps its digest
 * @param {string[]} files
 * @param {string[]} [facts] further things the result depends on, such as the platform
 */
export function fingerprint(base, files, facts = []) {
  const hash = createHash('sha256');
  for (const fact of facts) hash.update(`${fact}\0`);
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${relative(base, file).split(sep).join('/')}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * True when the stamp file holds this digest.
 * @param {string} stamp
 * @param {string} digest
 */
export const isStamped = (stamp, digest) =>
  existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === digest;

/**
 * @param {string} stamp
 * @param {string} digest
 */
export function writeStamp(stamp, digest) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${digest}\n`);
}
