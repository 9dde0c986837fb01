import type { ReadingProfile } from '../profile';

/** VNPT iGate: one dossier shows a state of its own and one of its task; the task's deadline is not the dossier's. */
export const igate: ReadingProfile = {
  platform: 'igate',
  ignore: [
    '.cdk-overlay-container .mat-select-panel',
    '.cdk-visually-hidden',
    'mat-paginator',
    'ngx-spinner',
  ],
  labels: { otherCode: ['ma ho so quoc gia', 'ma ho so lien thong'] },
};
