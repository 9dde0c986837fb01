/**
 * The single truth of the keys that an administrator's policy, and the officer's own settings, may set. From here come
 * the checks (`effective.ts`), what Chrome is told (`managed-schema.ts`) and the words administrators see.
 */
import { z } from 'zod';
import { DATABASE_IDS } from '../dossier/database';
import { PAPER_IDS } from '../dossier/paper';
import { baseProcedureCode } from '../dossier/procedure-code';
import { parseHost } from '../systems/host';
import { QUERIES, type QueriedPlatform } from '../systems/platforms/queries';
import { connectorSchema, pageUrl, SYSTEM_ID, shortName } from '../systems/schema';

/** A refinement's message is the key of its sentence in `_locales`; other issues are worded by `problem.ts`. */
const hostName = z
  .string()
  .max(255)
  .transform((text) => text.trim().toLowerCase())
  .refine((text) => parseHost(text) !== null, 'policy_problem_host');
const exactHost = hostName.refine((text) => !text.startsWith('*.'), 'policy_problem_host_exact');
const systemId = z.string().regex(SYSTEM_ID, 'policy_problem_system_id');
const isPage = (text: string) => pageUrl.safeParse(text).success;
const httpUrl = z.string().refine((text) => isPage(text) && !text.includes('{code}'), 'policy_problem_url');
const dossierUrl = z
  .string()
  .refine(isPage, 'policy_problem_url')
  .refine((text) => text.includes('{code}'), 'policy_problem_url_code');
const note = z.string().trim().min(1).max(500);

/** Marks a schema whose parts mean nothing alone: one bad part drops the whole. */
const WHOLE = { whole: true };

const platformQuery = z.strictObject({
  platform: z.enum(Object.keys(QUERIES) as [QueriedPlatform]),
  api: exactHost,
});

const systemEntry = z.object({
  enabled: z.boolean().optional(),
  /** Host names of this office, added to the catalogue's. */
  hosts: z.array(hostName).max(50).optional(),
  name: z.string().trim().min(2).max(120).optional(),
  shortName: shortName.optional(),
  /** Only for a system that the catalogue has not. */
  kind: z.literal('documents').optional(),
  dossierUrl: dossierUrl.optional(),
  homeUrl: httpUrl.optional(),
  loginUrl: httpUrl.optional(),
  /** All of it, or the platform whose way it is and the host of its API. */
  connector: z.union([platformQuery, connectorSchema]).meta(WHOLE).optional(),
});

const databaseEntry = z.object({
  state: z.enum(['in-use', 'not-connected', 'unknown']),
  url: httpUrl.optional(),
  note: note.optional(),
  announcement: note.optional(),
});

const day = z.iso.date('policy_problem_day');

/** A row that lost a narrowing key would be for more dossiers than was meant: rows stand or fall whole. */
const names = z.union([z.string().min(1).max(60), z.array(z.string().min(1).max(60)).min(1).max(3_000)]);
export const routingRow = z.strictObject({
  system: systemId,
  procedure: names.optional(),
  agency: names.optional(),
  from: day.optional(),
  to: day.optional(),
  exceptions: z.array(z.string().min(1).max(60)).max(3_000).optional(),
  note: note.optional(),
});

const gracePair = z.strictObject({
  systems: z.tuple([systemId, systemId]),
  minutes: z.int().min(5).max(10_080),
});

/** Mã TTHC, with or without an agency's tail; kept without. */
const procedureCode = z
  .string()
  .max(40)
  .refine((text) => baseProcedureCode(text) !== null, 'policy_problem_procedure')
  .transform((text) => baseProcedureCode(text) ?? text);

const officeProcedure = z.strictObject({
  name: z.string().trim().min(3).max(600).optional(),
  ministry: z
    .string()
    .regex(/^(G\d\d|[a-z][a-z-]{1,60})$/)
    .optional(),
  levels: z.array(z.enum(['ministry', 'province', 'commune', 'other'])).optional(),
  sector: z.string().trim().min(2).max(300).optional(),
  timeLimits: z
    .array(z.string().regex(/^[a-z-]+:\d+[a-z-]+$/))
    .max(10)
    .optional(),
});

/** A province's H-code, or the old code of one that was merged into it. */
const provinceCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^H\d\d$/, 'policy_problem_province');

const supportContact = z.object({
  name: z.string().trim().min(1).max(120).optional(),
  email: z.email('policy_problem_email').max(200).optional(),
  phone: z
    .string()
    .regex(/^\+?[\d .()-]{3,30}$/, 'policy_problem_phone')
    .optional(),
  url: httpUrl.optional(),
});

const minutes = z.int().min(0).max(10_080);
const freshMinutes = z.object({
  final: minutes.optional(),
  moving: minutes.optional(),
  notFound: minutes.optional(),
});

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'policy_problem_clock');
const quietHours = z.object({ from: clock, to: clock });

const pilot = z.object({
  on: z.boolean().optional(),
  samplePercent: z.int().min(1).max(100).optional(),
  muteAbovePercent: z.int().min(1).max(99).optional(),
  leastAnswers: z.int().min(1).max(10_000).optional(),
});

const calendarYear = z.strictObject({
  official: z.boolean().default(true),
  off: z.array(day).max(100),
  makeUp: z.array(day).max(50).default([]),
});

/** Titles and descriptions are what administrators read in chrome://policy and in the schema file. */
export const policySchema = z.object({
  systems: z.record(systemId, systemEntry).optional().meta({
    title: 'Các hệ thống',
    description:
      'Văn bản JSON, theo mã hệ thống: bật hoặc tắt, thêm máy chủ của đơn vị, đổi đường dẫn. Ví dụ: {"ministry-g18":{"enabled":false},"documents":{"hosts":["qlvb.example.gov.vn"]}}',
  }),
  officeProvince: provinceCode.optional().meta({
    title: 'Tỉnh, thành phố của đơn vị',
    description: 'Mã H của tỉnh, thành phố, ví dụ H26.',
  }),
  graceMinutes: z.int().min(5).max(1_440).optional().meta({
    title: 'Số phút chờ đồng bộ',
    description: 'Hệ thống được phép chậm bấy nhiêu phút trước khi coi là lệch: 5 đến 1440, mặc định 60.',
  }),
  gracePairs: z.array(gracePair.meta(WHOLE)).max(500).optional().meta({
    title: 'Số phút chờ đồng bộ theo cặp hệ thống',
    description:
      'Văn bản JSON: hai hệ thống và số phút chờ riêng của chúng. Ví dụ: [{"systems":["ministry-g15","national-portal"],"minutes":240}]',
  }),
  routing: z.array(routingRow.meta(WHOLE)).max(3_000).optional().meta({
    title: 'Phân luồng hồ sơ',
    description:
      'Văn bản JSON: hệ thống phải có hồ sơ, theo thủ tục, cơ quan, ngày tiếp nhận, kèm ngoại lệ. Không có dòng phân luồng thì không báo thiếu hồ sơ (trừ Cổng DVCQG). Ví dụ: [{"system":"ministry-g15","procedure":["1.004873"],"agency":"H26","from":"2026-07-01","exceptions":["1.000894"]}]',
  }),
  calendars: z
    .record(z.string().regex(/^20\d\d$/, 'policy_problem_year'), calendarYear.meta(WHOLE))
    .optional()
    .meta({
      title: 'Lịch nghỉ theo năm',
      description:
        'Văn bản JSON, theo năm: ngày nghỉ (off) và ngày làm bù (makeUp) theo thông báo chính thức. Năm chưa có lịch chính thức thì không kết luận quá hạn. Ví dụ: {"2027":{"off":["2027-01-01"],"makeUp":[]}}',
    }),
  askAutomatically: z.array(exactHost).max(200).optional().meta({
    title: 'Máy chủ được hỏi tự động',
    description:
      'Văn bản JSON: danh sách tên máy chủ được hỏi mà không cần cán bộ bấm. Mặc định không có. Ví dụ: ["dichvucong.gov.vn"]',
  }),
  askGuardedAutomatically: z.boolean().optional().meta({
    title: 'Hỏi tự động cả Bộ Công an, Bộ Quốc phòng',
    description:
      'Máy chủ của hai bộ này chỉ được hỏi tự động khi vừa có tên trong danh sách trên vừa bật mục này.',
  }),
  askInTabs: z.array(exactHost).max(200).optional().meta({
    title: 'Máy chủ được hỏi qua trang đang mở',
    description:
      'Văn bản JSON: tên máy chủ của trang mà cán bộ mở sẵn; câu hỏi được gửi từ trong trang đó bằng phiên của trang, mã phiên không rời trang. Mặc định không có. Ví dụ: ["motcua.moh.gov.vn"]',
  }),
  requestsPerMinute: z.int().min(1).max(60).optional().meta({
    title: 'Số lượt hỏi mỗi phút',
    description: 'Mỗi máy chủ được hỏi nhiều nhất bấy nhiêu lượt trong một phút: 1 đến 60, mặc định 10.',
  }),
  requestsPerDay: z.int().min(1).max(100_000).optional().meta({
    title: 'Số lượt hỏi mỗi ngày',
    description:
      'Mỗi máy chủ được hỏi nhiều nhất bấy nhiêu lượt trong một ngày: 1 đến 100000, mặc định 1000.',
  }),
  freshMinutes: freshMinutes.optional().meta({
    title: 'Số phút dùng lại câu trả lời',
    description:
      'Văn bản JSON: trạng thái cuối (final), trạng thái còn thay đổi (moving), không có hồ sơ (notFound). Mặc định {"final":1440,"moving":10,"notFound":30}',
  }),
  quietHours: quietHours.meta(WHOLE).optional().meta({
    title: 'Giờ không hỏi',
    description:
      'Văn bản JSON: trong khoảng giờ này (giờ Việt Nam) không hỏi hệ thống nào. Ví dụ: {"from":"22:00","to":"05:00"}',
  }),
  pauseAsking: z.boolean().optional().meta({
    title: 'Tạm dừng hỏi mọi hệ thống',
    description: 'Khi bật, không gửi câu hỏi nào; việc đọc trang đang mở vẫn chạy.',
  }),
  databases: z.partialRecord(z.enum(DATABASE_IDS), databaseEntry).optional().meta({
    title: 'Chín cơ sở dữ liệu theo Nghị quyết 66.7/2025/NQ-CP',
    description:
      'Văn bản JSON, theo mã cơ sở dữ liệu: đã dùng (in-use), chưa kết nối (not-connected), chưa rõ (unknown), kèm url, note, announcement. Ví dụ: {"civil-status":{"state":"in-use"}}',
  }),
  coveredProcedures: z.array(procedureCode).max(3_000).optional().meta({
    title: 'Thủ tục thuộc Nghị quyết 66.7/2025/NQ-CP tại đơn vị',
    description:
      'Văn bản JSON: danh sách mã TTHC đã được thay giấy tờ bằng dữ liệu. Chỉ các thủ tục này mới có nhắc "không yêu cầu nộp". Ví dụ: ["1.001193","1.004884"]',
  }),
  procedures: z.record(procedureCode, officeProcedure.meta(WHOLE)).optional().meta({
    title: 'Danh mục thủ tục của đơn vị',
    description:
      'Văn bản JSON, theo mã TTHC: tên (name), bộ (ministry: mã G hoặc tên viết tắt), lĩnh vực (sector), cấp (levels), thời hạn (timeLimits); thay cho danh mục có sẵn. Ví dụ: {"1.004873":{"name":"Cấp Giấy xác nhận tình trạng hôn nhân","ministry":"G15","sector":"Hộ tịch"}}',
  }),
  procedurePapers: z
    .record(procedureCode, z.array(z.enum(PAPER_IDS)).max(20))
    .optional()
    .meta({
      title: 'Giấy tờ theo thủ tục',
      description:
        'Văn bản JSON, theo mã TTHC: giấy tờ có trong thành phần hồ sơ, cho trang chỉ ghi tên thủ tục. Ví dụ: {"1.004884":["birth-certificate"]}',
    }),
  supportContact: supportContact.optional().meta({
    title: 'Đầu mối hỗ trợ',
    description: 'Văn bản JSON: name, email, phone, url. Ví dụ: {"name":"Tổ hỗ trợ","phone":"1022"}',
  }),
  pilot: pilot.optional().meta({
    title: 'Chạy thử',
    description:
      'Văn bản JSON. on: tính và đếm mọi nhận định nhưng không đánh dấu gì trên trang, thỉnh thoảng hỏi cán bộ nhận định đúng hay sai; samplePercent: hỏi bấy nhiêu phần trăm nhận định (mặc định 20); muteAbovePercent: quy tắc có tỉ lệ sai cao hơn mức này tự im; leastAnswers: cần ít nhất bấy nhiêu câu trả lời đúng hoặc sai trước khi cho im (mặc định 20). Ví dụ: {"on":true,"samplePercent":20,"muteAbovePercent":5,"leastAnswers":20}',
  }),
  retentionDays: z.int().min(1).max(365).optional().meta({
    title: 'Số ngày lưu',
    description: 'Dữ liệu hồ sơ trên máy được xóa sau bấy nhiêu ngày: 1 đến 365, mặc định 30.',
  }),
  ledgerMegabytes: z.int().min(5).max(1_000).optional().meta({
    title: 'Dung lượng lưu (MB)',
    description:
      'Dữ liệu hồ sơ trên máy không quá bấy nhiêu MB; vượt thì hồ sơ đã xong, lâu không thấy được xóa trước: 5 đến 1000, mặc định 40.',
  }),
  showCannotTell: z.boolean().optional().meta({
    title: 'Đánh dấu cả hồ sơ chưa đủ căn cứ',
    description: 'Mặc định không đánh dấu.',
  }),
  language: z.enum(['vi', 'en']).optional().meta({
    title: 'Ngôn ngữ giao diện',
    description: 'vi (mặc định) hoặc en.',
  }),
});

export type PolicyValues = z.output<typeof policySchema>;
export type SystemEntry = z.output<typeof systemEntry>;
export type PolicyKey = keyof PolicyValues;

/** The administrator's alone: hosts, addresses, connectors, papers of procedures, how hard others may be asked. */
const POLICY_ALONE = {
  systems: true,
  procedures: true,
  procedurePapers: true,
  askInTabs: true,
  requestsPerMinute: true,
  requestsPerDay: true,
  freshMinutes: true,
  quietHours: true,
  gracePairs: true,
  routing: true,
  calendars: true,
  pilot: true,
  ledgerMegabytes: true,
} as const;

/** The officer switches systems off by a list. */
export const ownSchema = policySchema.omit(POLICY_ALONE).extend({
  disabled: z.array(systemId).max(500).optional(),
});
export type OwnValues = z.output<typeof ownSchema>;

/**
 * True for the keys that travel as JSON text. Chrome drops a whole key, without a word, when anything inside an object
 * or a list has the wrong type, so one slip would cost an office all its systems; as a text each entry is checked here.
 */
export function isJsonText(key: PolicyKey): boolean {
  const inner = policySchema.shape[key].unwrap();
  return inner instanceof z.ZodObject || inner instanceof z.ZodRecord || inner instanceof z.ZodArray;
}
