/** The sentences of `_locales` that the prompts are worded with in the page. */
import { DATABASES } from './databases';

const key = (id: string) => id.replace(/-/g, '_');

export const REUSE_TEXT_KEYS: readonly string[] = [
  ...DATABASES.flatMap(({ id, papers }) => [
    `reuse_database_${key(id)}`,
    ...papers.map((paper) => `reuse_paper_${key(paper)}`),
  ]),
  'reuse_state_in_use',
  'reuse_state_not_connected',
  'reuse_state_unknown',
  'reuse_do_in_use',
  'reuse_do_not_connected',
  'reuse_do_unknown',
  'reuse_not_required_chip',
  'reuse_not_required_title',
  'reuse_not_required_request',
  'reuse_check_first_chip',
  'reuse_check_first_title',
  'reuse_check_first_request',
  'reuse_not_connected_chip',
  'reuse_not_connected_title',
  'reuse_surrendered_chip',
  'reuse_surrendered_title',
  'reuse_surrendered_why',
  'reuse_request_title',
  'reuse_covered',
  'reuse_not_covered',
  'reuse_land_only_residential',
  'reuse_data_missing',
  'reuse_ground',
  'reuse_announcement',
  'reuse_look_up',
  'reuse_copy_request',
  'reuse_copied',
  'reuse_copy_failed',
  'reuse_supplement_request',
  'reuse_summary_title',
  'reuse_summary_not_required',
  'reuse_summary_check_first',
];
