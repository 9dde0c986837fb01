/** The land system's ajax: urlencoded POSTs that read, with a token of the page beside the cookie. */
import { type Exchange, formOf, htmlReply, jsonReply, type Reply } from '../exchange';
import { SESSION_COOKIES } from '../sign-in';
import { dotNetDate, vnDate } from '../times';
import type { Holding, State } from '../world/types';

/** The token of a session's pages; header or form field must carry it. */
export function requestToken(exchange: Exchange): string {
  return `CfDJ8${(exchange.cookies.get(SESSION_COOKIES.land) ?? '').slice(0, 20)}`;
}

/** The workflow's own names of its steps. */
const STEPS: Partial<Record<State, string>> = {
  accepted: 'TiepNhan',
  processing: 'ThamTra',
  'supplement-required': 'ChoBoSung',
  'payment-required': 'NghiaVuTaiChinh',
  'awaiting-signature': 'TrinhKy',
  resolved: 'TraKetQua',
  returned: 'LuuTru',
};

export function answerAjax(exchange: Exchange): (() => Reply) | undefined {
  const read = {
    '/dc/DangKyAjax/GetXuLyCongViec': workList,
    '/dc/DangKyAjax/AdvancedSearchHoSoTiepNhan': advancedSearch,
    '/dc/CungCapThongTinHoSoTiepNhan/GetHoSoTiepNhanById': byId,
    '/dc/DangKyAjax/GetNotify': alerts,
  }[exchange.path];
  if (!read) return undefined;
  return () => {
    const form = formOf(exchange);
    const given = [
      exchange.headers.__requestverificationtoken,
      exchange.headers.requestverificationtoken,
      form.get('__RequestVerificationToken'),
    ];
    if (!given.includes(requestToken(exchange))) {
      return htmlReply(
        '<h2>The required anti-forgery form field "__RequestVerificationToken" is not present.</h2>',
        500,
      );
    }
    return read(form, exchange.world.held('land'));
  };
}

function workList(form: URLSearchParams, held: readonly Holding[]): Reply {
  const asked = (form.get('soBienNhan') ?? '').trim().toUpperCase();
  const rows = held
    .filter(({ code }) => code.includes(asked))
    .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0));
  return dataTable(form, rows);
}

function advancedSearch(form: URLSearchParams, held: readonly Holding[]): Reply {
  // The id of the province is required; without it the search finds nothing.
  const asked = (form.get('model[soBienNhan]') ?? '').trim().toUpperCase();
  return dataTable(
    form,
    form.get('model[tinhId]') === '66' ? held.filter(({ code }) => code.includes(asked)) : [],
  );
}

function dataTable(form: URLSearchParams, rows: readonly Holding[]): Reply {
  const start = Number(form.get('start') ?? 0) || 0;
  const length = Number(form.get('length') ?? 10) || 10;
  const data = rows.slice(start, start + length).map(workRow);
  return jsonReply({
    draw: Number(form.get('draw') ?? 0),
    recordsTotal: rows.length,
    recordsFiltered: rows.length,
    data,
  });
}

function stateOf(holding: Holding): { State: string; Title: string } {
  // A returned dossier lies in the archive step; the sentence about the return is made of the flags.
  const title = holding.state === 'returned' ? '8. Lưu trữ hồ sơ' : holding.text;
  return { State: STEPS[holding.state] ?? 'Khac', Title: title };
}

function workRow(holding: Holding): Record<string, unknown> {
  const { dossier } = holding;
  return {
    Id: dossier.guid,
    tiepNhanHoSoId: dossier.numericId,
    soBienNhan: holding.code,
    state: stateOf(holding),
    daTra: holding.returnedAt !== undefined,
    ngayTra: dotNetDate(holding.returnedAt),
    daKetISO: false,
    ngayKetISO: null,
    daCapNhatDuLieuPhapLy: false,
    ngayCapNhatDuLieuPhapLy: null,
    tamDung: holding.state === 'supplement-required',
    tenNguoiTiepNhan: dossier.handler.toLocaleUpperCase('vi'),
    tenNguoiChuyenTiep: dossier.handler.toLocaleUpperCase('vi'),
    ngayPhanCong: dotNetDate(holding.since),
    ngayTiepNhan: dotNetDate(holding.receivedAt),
    ngayhenTra: dotNetDate(holding.dueAt),
    hanBuoc: dotNetDate(holding.stepDueAt),
    diaChiTaiSan: `${dossier.applicant.address} (thửa số ${dossier.index + 10}, tờ số 4)`,
    nguoiNopDon: {
      hoTen: dossier.applicant.name.toLocaleUpperCase('vi'),
      giayChungMinh: dossier.applicant.citizenId,
    },
    quytrinh: { SchemaName: dossier.procedure.name },
  };
}

function byId(form: URLSearchParams, held: readonly Holding[]): Reply {
  const id = form.get('hoSoTiepNhanID') ?? form.get('hoSoTiepNhanId') ?? form.get('id');
  const holding = held.find(({ dossier }) => dossier.guid === id);
  if (!holding) return jsonReply({ success: false, value: null });
  const { dossier } = holding;
  const waiting = { 'supplement-required': 0, 'payment-required': 2 }[holding.state as string];
  const documents =
    waiting === undefined
      ? []
      : [
          {
            vanBanPhatSinhId: 1,
            loaiVanBanPhatSinh: waiting,
            ngayVanBan: dotNetDate(holding.since),
            CreatedDate: dotNetDate(holding.since),
            tenFile: 'mau.pdf',
            duongDanFile: dossier.hexId,
          },
        ];
  const value = {
    ...workRow(holding),
    StateName: stateOf(holding).Title,
    VanBanPhatSinhs: documents,
    maThuTuc: dossier.procedure.code,
    ngayKetThuc: dotNetDate(holding.finishedAt),
    soDienThoai: dossier.applicant.phone,
    lichSu: holding.history.map(({ text, at }) => ({
      tenBuoc: text,
      ngay: dotNetDate(at),
      canBo: dossier.handler,
    })),
    giayTo: dossier.procedure.papers.map(({ name, original, copy }) => ({
      ten: name,
      banChinh: original,
      banSao: copy,
    })),
  };
  return jsonReply({ success: true, value, danhSachVanBanChoBoSung: documents });
}

function alerts(_form: URLSearchParams, held: readonly Holding[]): Reply {
  const first = held[0];
  const Value = first
    ? [
        {
          Id: 1,
          ObjectId: first.code,
          WarningType: 0,
          WarningContent: `Bạn đã nhận được 1 yêu cầu xử lý hồ sơ ngày ${vnDate(first.since)}`,
          NgayTao: dotNetDate(first.since),
          FullNameNguoiChuyenTiep: first.dossier.handler,
        },
      ]
    : [];
  return jsonReply({ success: true, Value });
}
