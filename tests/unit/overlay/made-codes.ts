/** Codes of the tests' own pages: made up, all of one shape, so that the tests need no reader. */
export function findCodes(text: string): { code: string; start: number; end: number }[] {
  return [...text.matchAll(/H26\.\d{2}-\d{6}-\d{4}/g)].map((match) => ({
    code: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export function madeCode(sequence: number): string {
  return `H26.14-261120-${String(sequence).padStart(4, '0')}`;
}
