/** Copies a text from within a page, by the click that asks for it. DOM only. */

/** Pages without a secure address have no clipboard to write to; there the copy command is answered by ourselves. */
export async function copyText(document: Document, text: string): Promise<boolean> {
  try {
    await document.defaultView?.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(document, text);
  }
}

function copyByCommand(document: Document, text: string): boolean {
  let copied = false;
  const answer = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    copied = true;
  };
  document.addEventListener('copy', answer, { capture: true, once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', answer, { capture: true });
  return done && copied;
}
