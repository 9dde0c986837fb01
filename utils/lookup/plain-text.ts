/** The words of an answer without its markup, folded, where no parsed document is at hand. */
import { fold } from '../dossier/fold';

/** Rules look at the beginning of an answer; nothing that tells an outcome stands later. */
const LENGTH = 20_000;

/** Markup without what is never shown: scripts, styles, templates, comments. */
function shownMarkup(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ');
}

/** Folded words of HTML; entities of accented letters become their letter. */
export function plainText(html: string): string {
  const words = shownMarkup(html)
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/&nbsp;|&#160;/gi, ' ')
    .replace(/&([a-z])(?:grave|acute|circ|tilde);/gi, '$1')
    .replace(/&#(\d{1,6});/g, (_, point: string) => String.fromCodePoint(Number(point)))
    .replace(/&#x([0-9a-f]{1,5});/gi, (_, point: string) => String.fromCodePoint(Number.parseInt(point, 16)))
    .slice(0, LENGTH);
  return fold(words);
}

/** What the title of a page says that only signs people in, folded; their first step may ask for a name alone. */
const SIGN_IN_TITLE = /^(?:dang nhap|log ?in|sign ?in)\b/;

/** A page that asks for a password, or is titled as one, asks somebody to sign in. */
export function asksToSignIn(html: string): boolean {
  const shown = shownMarkup(html);
  const [, title = ''] = /<title\b[^<>]{0,200}>([^<]{0,300})/i.exec(shown) ?? [];
  return (
    /<input\b[^<>]{0,500}\btype\s*=\s*["']?password\b/i.test(shown) || SIGN_IN_TITLE.test(plainText(title))
  );
}

/** A page of so few words is none: it only sends the browser on. */
const FEW_WORDS = 300;
const SENDS_ON =
  /http-equiv\s*=\s*["']?refresh\b[^<>]{0,200}?\burl\s*=\s*["']?([^"'<>\s]{1,500})|\blocation(?:\.href)?\s*=\s*["']([^"']{1,500})|\blocation\.(?:replace|assign)\(\s*["']([^"']{1,500})/i;

/** Where an all but empty page sends the browser by its own means, as it is written; undefined: nowhere. */
export function sendsOnTo(html: string): string | undefined {
  const [, ...places] = SENDS_ON.exec(html) ?? [];
  const to = places.find((place) => place !== undefined);
  return to !== undefined && plainText(html).length <= FEW_WORDS ? to : undefined;
}
