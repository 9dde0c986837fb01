import type { ReadingProfile } from '../profile';

/** The justice portals (React, Radix): a result screen names the code "Số hồ sơ" and the expected day "dự kiến". */
export const moj: ReadingProfile = {
  platform: 'moj',
  ignore: ['[data-radix-popper-content-wrapper]', '[data-sonner-toaster]'],
};
