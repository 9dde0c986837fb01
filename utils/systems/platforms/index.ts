/** Profiles of the platforms whose pages the generic reader needs help with, by platform id. */
import type { ReadingProfile } from '../profile';

export const PROFILES: Record<string, ReadingProfile> = {};
