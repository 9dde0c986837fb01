/** Labels and values apart from any page. */
import { describe, expect, it } from 'vitest';
import { isAbsent, procedureOf, statusOf, timeOf } from '../../../utils/reading/field-values';
import { Labels } from '../../../utils/reading/labels';
import { datesFromHistory } from '../../../utils/reading/read-history';
import { isState, overdueOf, paymentOf } from '../../../utils/reading/wording';

describe('labels by their words', () => {
  const labels = new Labels();
  it.each([
    ['Mã HS', 'code'],
    ['Số biên nhận:', 'code'],
    ['MÃ SỐ HỒ SƠ (*)', 'code'],
    ['1. Mã hồ sơ đã nộp', 'code'],
    ['Mã hồ sơ liên thông', 'otherCode'],
    ['Hồ sơ liên quan', 'mention'],
    ['Số hồ sơ gốc', 'mention'],
    ['Trạng thái hồ sơ', 'statusText'],
    ['Tình trạng giải quyết hồ sơ', 'statusText'],
    ['Trạng thái thanh toán', 'payment'],
    ['Tình trạng thu phí', 'payment'],
    ['Tình trạng hôn nhân', 'other'],
    ['Trạng thái tiếp theo', 'other'],
    ['Ngày TN', 'receivedAt'],
    ['Thời gian tiếp nhận', 'receivedAt'],
    ['Ngày nhận kết quả', 'when'],
    ['Ngày nộp', 'submitted'],
    ['Hẹn trả KQ', 'dueAt'],
    ['Ngày hẹn trả (dd/MM/yyyy)', 'dueAt'],
    ['Hạn xử lý', 'stepDue'],
    ['Ngày trả kết quả', 'resolvedAt'],
    ['Ngày trả kết quả dự kiến', 'dueAt'],
    ['Thời gian trả kết quả giải quyết hồ sơ', 'dueAt'],
    ['Nội dung yêu cầu giải quyết', 'procedureName'],
    ['Mã TTHC', 'procedureCode'],
    ['Tên thủ tục hành chính', 'procedureName'],
    ['Tên giấy tờ', 'component'],
    ['Thời gian cập nhật trạng thái', 'statusAt'],
    ['Trạng thái / Status', 'statusText'],
    ['Hiện trạng hồ sơ', 'statusText'],
    ['Mã định danh hồ sơ', 'code'],
    ['Số hiệu TTHC', 'procedureCode'],
    ['Thời gian nhận kết quả dự kiến', 'dueAt'],
    ['Hẹn nhận kết quả', 'dueAt'],
    ['Đã trả kết quả lúc', 'resolvedAt'],
    ['Thực trả', 'resolvedAt'],
    ['(ngày nhận)', 'receivedAt'],
    ['Nơi nhận và giải quyết hồ sơ', 'agency'],
    ['Cơ quan có thẩm quyền giải quyết', 'agency'],
    ['Hình thức gửi hồ sơ', 'channel'],
    ['Mã hồ sơ BTP', 'otherCode'],
    ['Mã địa phương', 'otherCode'],
    ['Mã tra cứu Cổng DVCQG', 'otherCode'],
    ['Ngày được tiếp nhận', 'receivedAt'],
    ['Hoàn thành lúc', 'resolvedAt'],
    ['Nơi giải quyết', 'agency'],
    ['Cơ quan tiếp nhận, xử lý', 'agency'],
    ['Hình thức nhận hồ sơ', 'channel'],
    ['Hình thức nhận kết quả', 'other'],
    ['Hồ sơ gốc gồm có', 'component'],
    ['Trích yếu thủ tục', 'procedureName'],
    ['Trạng thái thanh toán - Payment status', 'payment'],
  ])('%s is %s', (text, kind) => {
    expect(labels.of(text)?.kind).toBe(kind);
  });

  it.each([
    'Đang xử lý',
    'Hồ sơ trả lại',
    'Trạng thái: Đang xử lý',
    'Ngày nhận: 15/11/2026',
    'Nguyễn Văn Mẫu',
    'Tiếp nhận hồ sơ',
    'Sở Nội vụ',
    'Đơn vị đăng ký',
  ])('%s is no label', (text) => {
    expect(labels.of(text)).toBeNull();
  });

  it('a platform may settle what is in doubt elsewhere', () => {
    const settled = new Labels({ platform: 'x', settled: { dueAt: ['han xu ly'] } });
    expect(settled.of('Hạn xử lý')?.kind).toBe('dueAt');
  });
});

describe('values', () => {
  it.each([
    ['08:00 15/01/2026', '2026-01-15T08:00'],
    ['15/11/2026 08:30:12', '2026-11-15T08:30:12'],
    ['29/11/2026 Từ 7:30 đến 11:30', '2026-11-29'],
    ['10:56, 13/03/2026', '2026-03-13T10:56'],
    ['ngày 05 tháng 11 năm 2026', '2026-11-05'],
    ['Thứ Năm, 5 tháng 11, 2026', '2026-11-05'],
    ['.....15/11/2026.....', '2026-11-15'],
    ['15 ngày làm việc', undefined],
    ['31/02/2026', undefined],
    ['01/01/2026 đến 31/12/2026', 'several'],
  ])('%s → %s', (text, time) => {
    expect(timeOf(text)).toBe(time);
  });

  it.each(['-', '---', 'Chưa có', 'dd/MM/yyyy', '-- Chọn --', 'N/A'])('%s says nothing', (text) => {
    expect(isAbsent(text)).toBe(true);
  });

  it.each([
    ['a hint of lateness is none', ['Đang xử lý', 'Còn 3 ngày'], 'Đang xử lý'],
    ['whoever has it is none', ['Chờ ký duyệt', 'Phòng Hành chính'], 'Chờ ký duyệt'],
    ['one unknown wording stays as shown', ['Thẩm định tại sở'], 'Thẩm định tại sở'],
    ['loading is none', ['Đang xử lý...'], undefined],
    ['a bar of steps is none', ['Tiếp nhận', 'Thẩm định', 'Trả kết quả'], undefined],
    ['a fee is none', ['Đã thanh toán'], undefined],
    ['an account at work is none', ['Đang hoạt động'], undefined],
    ['another code is none', ['H26.14-261101-0001'], undefined],
    ['a way to apply is none', ['Trực tuyến'], undefined],
  ])('of what stands in a status cell, %s', (_, phrases, text) => {
    expect(statusOf(phrases).text).toBe(text);
  });

  it.each([
    ['1.013225 - Cấp giấy phép xây dựng', { code: '1.013225', name: 'Cấp giấy phép xây dựng' }],
    ['Cấp giấy phép xây dựng (1.013225)', { code: '1.013225', name: 'Cấp giấy phép xây dựng' }],
    ['Đăng ký khai sinh', { name: 'Đăng ký khai sinh' }],
    ['607 - Cấp lại sổ', { code: '607', name: 'Cấp lại sổ' }],
    ['---', {}],
  ])('procedure %s', (text, expected) => {
    expect(procedureOf(text)).toEqual(expected);
  });

  it.each([
    ['Đã quá hạn 2 ngày', true],
    ['Đang giải quyết trong hạn', false],
    ['Còn lại 1 ngày', false],
    ['Đang xử lý', undefined],
    ['Đã quá hạn bổ sung', undefined],
  ])('lateness of %s is %s', (text, late) => {
    expect(overdueOf(text)).toBe(late);
  });

  it.each([
    ['Nguyễn Văn Mẫu', false],
    ['Tiếp nhận', false],
    ['Đã trả kết quả ngày 12/03/2026', true],
    ['Hồ sơ trả lại', true],
    ['Đang xử lý 12 hồ sơ', false],
  ])('%s names a state: %s', (text, is) => {
    expect(isState(text)).toBe(is);
  });
});

describe('words of a fee', () => {
  it.each([
    ['Chờ thu phí', 'unpaid'],
    ['Chưa nộp lệ phí', 'unpaid'],
    ['Đã thanh toán', 'paid'],
    ['Hoàn phí', 'refunded'],
    ['Chờ thực hiện nghĩa vụ tài chính', undefined],
    ['Chờ thực hiện liên thông', undefined],
  ])('%s: %s', (text, payment) => {
    expect(paymentOf(text)).toBe(payment);
  });
});

describe('the state began as the history says', () => {
  const row = (time: string, state: string) => [time, state, 'Cán bộ Mẫu'];
  it.each([
    [
      'with the last run of it',
      'Đang xử lý',
      [
        row('02/11/2026 08:00', 'Đã tiếp nhận'),
        row('02/11/2026 09:00', 'Đang xử lý'),
        row('03/11/2026 10:00', 'Đang xử lý'),
      ],
      { statusAt: '2026-11-02T09:00' },
    ],
    [
      'whatever the order of the rows',
      'Đang xử lý',
      [row('05/11/2026', 'Đang xử lý'), row('04/11/2026', 'Chờ bổ sung'), row('02/11/2026', 'Đang xử lý')],
      { statusAt: '2026-11-05' },
    ],
    [
      'not when a later row says another state',
      'Đang xử lý',
      [row('02/11/2026', 'Đang xử lý'), row('03/11/2026', 'Chờ bổ sung')],
      {},
    ],
    ['not from rows with two times', 'Đang xử lý', [['02/11/2026', '03/11/2026', 'Đang xử lý']], {}],
    [
      'and processing ended before the result was handed over',
      'Đã trả kết quả',
      [row('02/11/2026', 'Đã xử lý xong'), row('04/11/2026', 'Đã trả kết quả')],
      { statusAt: '2026-11-04', resolvedAt: '2026-11-02' },
    ],
  ])('%s', (_, status, entries, dates) => {
    expect(datesFromHistory(status, entries)).toEqual(dates);
  });
});
