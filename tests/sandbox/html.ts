/** Writing HTML: everything that is put into the template is escaped unless it is markup itself. */

export class Markup {
  constructor(readonly text: string) {}
}
type Part = string | number | Markup | null | undefined | false | readonly Part[];

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(write).join('');
  return escapeText(String(part));
}

/** Template tag: html`<b>${text}</b>`. Lists are written one after the other; null and false are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((piece, index) => piece + write(parts[index])).join(''));
}

/** Text that is markup already. */
export function raw(text: string): Markup {
  return new Markup(text);
}

/** A whole document; `styles` and `scripts` are paths on the same host. */
export function page(options: {
  title: string;
  styles?: string[];
  scripts?: string[];
  bodyClass?: string;
  body: Markup;
}): string {
  const { title, styles = [], scripts = [], bodyClass = '', body } = options;
  return html`<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${styles.map((href) => html`<link rel="stylesheet" href="${href}">\n`)}</head>
<body class="${bodyClass}">
${body}
${scripts.map((src) => html`<script src="${src}"></script>\n`)}</body>
</html>
`.text;
}

/** Data for an inline script; `<` is escaped so that no text can close the element. */
export function inlineData(name: string, data: unknown): Markup {
  return raw(`<script>window.${name}=${JSON.stringify(data).replaceAll('<', '\\u003c')};</script>`);
}
