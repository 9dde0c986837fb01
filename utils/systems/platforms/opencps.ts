import type { ReadingProfile } from '../profile';

/** OpenCPS (Liferay with Vue and Vuetify): tables and label pairs that the generic reader knows. */
export const opencps: ReadingProfile = {
  platform: 'opencps',
  ignore: ['.v-menu__content', '.v-tooltip__content', '.v-progress-linear'],
};
