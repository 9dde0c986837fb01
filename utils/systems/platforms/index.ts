/** Profiles of the platforms whose pages the generic reader needs help with, by platform id. */
import type { ReadingProfile } from '../profile';
import { igate } from './igate';
import { moj } from './moj';
import { nationalPortal } from './national-portal';
import { opencps } from './opencps';
import { vbdlis } from './vbdlis';

export const PROFILES: Record<string, ReadingProfile> = Object.fromEntries(
  [igate, moj, nationalPortal, opencps, vbdlis].map((profile) => [profile.platform, profile]),
);
