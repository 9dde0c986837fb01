/** Whose host a URL is: an answer counts only when it comes from the system that was asked. */
import { hostFits } from '../systems/host';
import type { System, SystemHost } from '../systems/system';

/** Sign-in services that many systems share (seen on the national portal and in officers' tools). */
const LOGIN_HOSTS = [
  'xacthuc.dichvucong.gov.vn',
  'dangky.dichvucong.gov.vn',
  'sso.dancuquocgia.gov.vn',
  '*.vneid.gov.vn',
  'authen.mplis.gov.vn',
];
/** First label of a host that only signs people in: sso.tinh.gov.vn, ssodvc.*, dangnhap.*, auth2.*; not author.* */
const LOGIN_LABEL =
  /^(?:(?:sso|dangnhap|xacthuc)[a-z0-9-]*|(?:cas|auth|authen|oauth|login|signin|identity|idp|id|accounts?)(?:[0-9-][a-z0-9-]*)?)\./;
/** Paths that frameworks give their sign-in page, wherever they mount it. */
const LOGIN_PATH =
  /(?:^|\/)(?:dang-?nhap|login|logon|sign-?in|(?:vneid-?)?sso|oauth2?|openid-connect|yeu-cau-dang-nhap)(?:[./;_-]|$)/i;

/** What a host is to a system; an exact entry goes before a wildcard. Undefined: nothing. */
function roleOf(system: System, host: string): SystemHost['role'] | undefined {
  const entries = system.hosts.filter((entry) => hostFits(entry.host, host));
  return (entries.find((entry) => entry.host === host) ?? entries[0])?.role;
}

/** A host of the system on which its dossiers stand (not its login). */
export function isOwnHost(system: System, host: string): boolean {
  const role = roleOf(system, host);
  return role !== undefined && role !== 'login';
}

/** A URL that only asks people to sign in, of this system or of a service that many share. */
export function isLoginUrl(system: System, url: URL): boolean {
  if (LOGIN_PATH.test(url.pathname)) return true;
  const role = roleOf(system, url.hostname);
  if (role) return role === 'login';
  return LOGIN_HOSTS.some((pattern) => hostFits(pattern, url.hostname)) || LOGIN_LABEL.test(url.hostname);
}

/** The URL when it is http(s), null otherwise. */
export function webUrl(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}
