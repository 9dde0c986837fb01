import type { ReadingProfile } from '../profile';

/** The national portal's single-page app (React, Tailwind): its cards and leaf pairs read generically. */
export const nationalPortal: ReadingProfile = {
  platform: 'national-portal',
  ignore: ['.Toastify', '.user-dropdown'],
};
