/** Mã thủ tục hành chính (mã TTHC): the national number of a procedure, such as 1.004873. */

/** Several systems print the number with an agency's tail: 1.116360.H36, 1.004873.000.00.00.H26. */
const CODE = /^(\d\.\d{6})(?:\.[0-9A-Z]{2,3}){0,5}$/i;

/** @returns the national number alone ("1.004873"), or null when the whole text is none */
export function baseProcedureCode(text: string): string | null {
  return CODE.exec(text.trim())?.[1] ?? null;
}
