/** A made-up dossier as systems were seen to show it, minute by minute. */
import type { Sighting } from '../../../utils/dossier/sighting';

export const CODE = '000.00.06.H26-261116-0007';
export const OTHER = 'H26.14-261116-0007';
export const THIRD = 'G18.99-261116-1800007';
export const PORTAL = 'national-portal';
export const HANOI = 'province-h26';

export function at(minute: number): string {
  return new Date(Date.UTC(2026, 10, 22, 1, minute)).toISOString();
}

export function seen(minute: number, more: Partial<Sighting> = {}): Sighting {
  return {
    code: CODE,
    system: PORTAL,
    outcome: 'found',
    status: 'processing',
    statusText: 'Đang xử lý',
    via: 'page',
    seenAt: at(minute),
    ...more,
  };
}

export const ended = { status: 'resolved', statusText: 'Đã xử lý xong' } as const;
