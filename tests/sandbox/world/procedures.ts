import type { Owner, Paper, Procedure } from './types';

function form(name: string): Paper {
  return { name, original: 1, copy: 0, required: true };
}
function original(name: string): Paper {
  return { name, original: 1, copy: 0, required: true };
}
function copy(name: string, required = true): Paper {
  return { name, original: 0, copy: 1, required };
}
function heading(name: string): Paper {
  return { name, heading: true, original: 0, copy: 0, required: false };
}

const CIVIL_STATUS = 'Hộ tịch';
const LAND = 'Đất đai';

/** Procedures by system of record, with the papers their pages list. Names and codes as the national portal has them. */
export const PROCEDURES: Readonly<Record<Owner, readonly Procedure[]>> = {
  'province-h26': [
    {
      code: '1.001193',
      name: 'Thủ tục đăng ký khai sinh',
      sector: CIVIL_STATUS,
      workingDays: 1,
      fee: 0,
      papers: [
        form('Tờ khai đăng ký khai sinh theo mẫu'),
        original('Giấy chứng sinh'),
        copy('Bản sao Giấy chứng nhận kết hôn của cha, mẹ'),
        copy('Căn cước công dân của người yêu cầu đăng ký khai sinh', false),
      ],
    },
    {
      code: '1.001612',
      name: 'Đăng ký thành lập hộ kinh doanh',
      sector: 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)',
      workingDays: 3,
      fee: 100_000,
      papers: [
        form('Giấy đề nghị đăng ký thành lập hộ kinh doanh'),
        copy('Bản sao Thẻ Căn cước của chủ hộ kinh doanh'),
        heading('a) Đối với trường hợp các thành viên hộ gia đình đăng ký'),
        copy('Bản sao biên bản họp thành viên hộ gia đình', false),
      ],
    },
    {
      code: '1.004873',
      name: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
      sector: CIVIL_STATUS,
      workingDays: 3,
      fee: 15_000,
      papers: [
        form('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân'),
        copy('Bản sao Trích lục khai tử của vợ hoặc chồng đã chết', false),
        copy('Bản sao Giấy khai sinh', false),
      ],
    },
    {
      code: '1.004884',
      name: 'Thủ tục đăng ký lại khai sinh',
      sector: CIVIL_STATUS,
      workingDays: 5,
      fee: 8_000,
      papers: [
        form('Tờ khai đăng ký lại khai sinh'),
        copy('Bản sao Giấy khai sinh do cơ quan có thẩm quyền cấp hợp lệ'),
        copy('Giấy tờ có giá trị thay thế Giấy khai sinh', false),
      ],
    },
  ],
  'ministry-g18': [
    {
      code: '1.012259',
      name: 'Cấp mới giấy phép hành nghề đối với chức danh bác sĩ',
      sector: 'Khám bệnh, chữa bệnh',
      workingDays: 15,
      fee: 430_000,
      papers: [
        form('Đơn đề nghị cấp giấy phép hành nghề theo Mẫu 08'),
        original('Giấy khám sức khỏe'),
        copy('Phiếu lý lịch tư pháp'),
        copy('Bản sao văn bằng chuyên môn'),
      ],
    },
    {
      code: '1.003963',
      name: 'Cấp giấy phép hoạt động đối với phòng khám chuyên khoa',
      sector: 'Khám bệnh, chữa bệnh',
      workingDays: 10,
      fee: 3_100_000,
      papers: [
        form('Đơn đề nghị cấp giấy phép hoạt động'),
        copy('Bản sao hợp lệ Giấy chứng nhận đăng ký doanh nghiệp'),
        original('Danh sách người đăng ký hành nghề'),
      ],
    },
  ],
  'ministry-g11': [
    {
      code: '3.000349',
      name: 'Đổi giấy phép lái xe quân sự do Bộ Quốc phòng cấp',
      sector: 'Sát hạch, cấp giấy phép lái xe',
      workingDays: 5,
      fee: 135_000,
      papers: [
        form('Đơn đề nghị đổi giấy phép lái xe'),
        original('Giấy khám sức khỏe của người lái xe'),
        original('Bản gốc Giấy phép lái xe nộp lại để đổi'),
        copy('Bản sao Căn cước công dân'),
      ],
    },
    {
      code: '1.000894',
      name: 'Thủ tục đăng ký kết hôn',
      sector: CIVIL_STATUS,
      workingDays: 3,
      fee: 0,
      papers: [
        form('Tờ khai đăng ký kết hôn'),
        original('Giấy xác nhận tình trạng hôn nhân'),
        copy('Bản sao Giấy khai sinh'),
      ],
    },
  ],
  land: [
    {
      code: '1.012783',
      name: 'Cấp đổi Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất',
      sector: LAND,
      workingDays: 5,
      fee: 50_000,
      papers: [
        form('Đơn đăng ký biến động đất đai, tài sản gắn liền với đất theo Mẫu số 18'),
        original('Bản gốc Giấy chứng nhận đã cấp'),
        copy('Bản sao Giấy chứng nhận kết hôn', false),
      ],
    },
    {
      code: '1.012796',
      name: 'Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót',
      sector: LAND,
      workingDays: 8,
      fee: 0,
      papers: [
        form('Đơn đề nghị đính chính Giấy chứng nhận'),
        copy('Bản sao Căn cước công dân của người sử dụng đất'),
        copy('Giấy xác nhận thông tin về cư trú', false),
      ],
    },
  ],
};
