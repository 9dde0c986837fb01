/** An answer's body as text: never more than a limit, never longer than its signal allows, in its own encoding. */

export type Body = { text: string; bytes: number } | { failed: 'too-large' | 'broken'; bytes: number };

/** @param signal aborts the reading; an endless stream ends as `broken` */
export async function readBody(response: Response, maxBytes: number, signal: AbortSignal): Promise<Body> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > maxBytes) {
    await drop(response);
    return { failed: 'too-large', bytes: 0 };
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  const stop = () => void reader?.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    while (reader) {
      const { done, value } = await reader.read();
      if (signal.aborted) return { failed: 'broken', bytes };
      if (done) break;
      bytes += value.byteLength;
      if (bytes > maxBytes) {
        stop();
        return { failed: 'too-large', bytes };
      }
      chunks.push(value);
    }
  } catch {
    // The connection broke or the time was up: either way the answer is not whole.
    return { failed: 'broken', bytes };
  } finally {
    signal.removeEventListener('abort', stop);
  }
  return { text: decode(join(chunks, bytes), response.headers.get('content-type') ?? ''), bytes };
}

/** Lets the connection go without reading the body. */
export async function drop(response: Response): Promise<void> {
  // A body that is already broken has nothing left to let go.
  await response.body?.cancel().catch(() => undefined);
}

function join(chunks: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

const CHARSET = /charset\s*=\s*["']?\s*([\w:.-]+)/i;

const MARKS: [first: string, encoding: string][] = [
  ['\xef\xbb\xbf', 'utf-8'],
  ['\xff\xfe', 'utf-16le'],
  ['\xfe\xff', 'utf-16be'],
];

/** Byte order mark, then the header, then the page's own meta in its first kilobyte, else UTF-8. */
function decode(bytes: Uint8Array, contentType: string): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const [, mark] = MARKS.find(([first]) => head.startsWith(first)) ?? [];
  const meta = head.match(/<meta[^>]{0,200}>/gi)?.find((tag) => CHARSET.test(tag));
  // A meta that could be read so far is not in UTF-16, whatever it says (HTML standard, 13.2.3.2).
  const named = meta?.match(CHARSET)?.[1]?.replace(/^utf-?16.*/i, 'utf-8');
  return decoderFor(mark ?? contentType.match(CHARSET)?.[1] ?? named ?? 'utf-8').decode(bytes);
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    // A name that no standard knows: nearly all pages are UTF-8, and a wrong guess reads as nothing.
    return new TextDecoder();
  }
}
