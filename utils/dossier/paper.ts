/** The papers that the nine databases of Nghị quyết 66.7/2025/NQ-CP hold the data of; ids of ours. */
export const PAPER_IDS = [
  'identity-card',
  'residence',
  'birth-certificate',
  'marriage-certificate',
  'marital-status-certificate',
  'death-certificate',
  'health-insurance-card',
  'social-insurance-book',
  'driving-licence',
  'enterprise-registration',
  'household-business-registration',
  'cooperative-registration',
  'vehicle-registration',
  'land-use-right-certificate',
  'judicial-record',
  'health-check-certificate',
] as const;

export type PaperId = (typeof PAPER_IDS)[number];
