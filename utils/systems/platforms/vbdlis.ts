import type { ReadingProfile } from '../profile';

/** VBDLIS, the land system: a work list whose rows are four blocks side by side, without column headers. */
export const vbdlis: ReadingProfile = {
  platform: 'vbdlis',
  // The loading layer says "Đang xử lý...", which is also a status.
  ignore: ['.blockUI', '.dataTables_processing', '#AjaxLoader', '#loading', '[data-tlnd-mark]'],
  labels: { code: ['so bien nhan'] },
  blocks: [
    {
      // Rows of other tables carry the role too.
      selector: 'tr[role="row"]:has(.col-md-3)',
      fields: {
        code: { selector: '.col-md-3:nth-child(1) b' },
        procedureName: { selector: '.col-md-3:nth-child(1) div[title]', attr: 'title' },
        dueAt: { selector: '.badge-warning span, .badge-info span, .badge span' },
        receivedAt: { selector: '.col-md-3:nth-child(2) span', text: 'tiep nhan', parentNext: true },
        // The third block names the step; only "Đã trả kết quả" and its like are a state.
        statusText: { selector: '.col-md-3:nth-child(3) b', known: true },
      },
    },
  ],
};
