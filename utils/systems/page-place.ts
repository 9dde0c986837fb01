/**
 * Where in a system a page stands, as a short name that says nothing of its content: numbers and long parts of the path
 * are left out, the rest is hashed. Two dossiers' detail pages are one place.
 * @param pathname of the address, without query
 */
export function pagePlace(pathname: string): string {
  const shape = pathname
    .split('/')
    .map((part) => (/\d|.{25}/.test(part) ? '*' : part.toLowerCase()))
    .join('/');
  // FNV-1a, 32 bits: a few places a system, nothing to defend.
  let hash = 0x811c9dc5;
  for (let at = 0; at < shape.length; at++) hash = Math.imul(hash ^ shape.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
