/**
 * What the words around a paper's name do to it. Each row is a role and the phrases that play it; `match-papers.ts`
 * says what a role does. Words in no row are plain: a name right after a plain word is only spoken of, not asked for.
 */

export type Role =
  /** Bản sao, bản chính, có chứng thực …: the name that follows is the paper itself. */
  | 'copy'
  /** Adds nothing and changes nothing: quantities, "hợp lệ". */
  | 'filler'
  /** Joins things of one list: hoặc, và, hay. */
  | 'joins'
  /** What follows is handed in or shown: nộp, xuất trình, kèm theo, gồm. */
  | 'asks'
  /** Bổ sung: asks for a paper, or says what a form is for (sửa đổi, bổ sung giấy phép). */
  | 'supplements'
  /** What follows is told: là, như. */
  | 'tells'
  /** Ends a condition, and with it what was only looked up. */
  | 'concludes'
  /** What follows need not be handed in, until the sentence ends. */
  | 'spares'
  /** What follows directly, with its list, is left out or is not there. */
  | 'excludes'
  /** What follows directly, with its list, is only quoted by number or date. */
  | 'numbers'
  /** What follows is data about a paper, with its list. */
  | 'data'
  /** What follows directly, with its list, is the result or is acted on: cấp, cấp lại, thu hồi. */
  | 'output'
  /** A form or a request: what follows is its subject. */
  | 'form'
  /** Another document: ends the subject of the one before. */
  | 'document'
  /** The papers of this item come from abroad. */
  | 'foreign'
  /** A number that stands for a paper: data, unless papers stand before it in the list. */
  | 'identifier'
  /** The papers of the rest of this item come from abroad. */
  | 'abroad'
  /** The papers just named are handed in after all: "…, chỉ nộp khi". */
  | 'asks-after'
  /** The paper just named stands elsewhere: "quy định tại khoản này". */
  | 'refers'
  /** What the document before is about: what is joined to it is no paper. */
  | 'about'
  /** Looked up by the office: what is named is not asked for, until "thì". */
  | 'lookup'
  /** A label of what the citizen gets: the list after its ":" is no input. */
  | 'result'
  /** Only the number of the paper just named is wanted: "CCCD (chỉ cần số)", "căn cước: ghi số". */
  | 'numbers-after'
  /** Longer than a row above and none of it. */
  | 'plain';

export const ROLES: Record<Role, readonly string[]> = {
  copy: [
    'bản (sao|chính|gốc|chụp|photo|photocopy|phô tô|phôtô|scan|quét|in|giấy|điện tử|sao điện tử|sao y|sao chụp|phô tô copy)',
    'bản (sao|chụp|photo|phô tô) (công chứng|chứng thực|có chứng thực|có công chứng|hợp lệ|y bản chính)',
    '(có|được|đã được)? (chứng thực|công chứng) (điện tử)? (từ|theo)? (bản chính|bản gốc)?',
    '(được)? cấp từ sổ gốc',
    'từ (sổ gốc|bản chính|bản gốc)',
    '(kèm|kèm theo|xuất trình|và xuất trình|kèm xuất trình|có) (bản chính|bản gốc) (để)? (đối chiếu|kiểm tra|so sánh)',
    '(tệp|tập|file) (tin)? (bản)? (sao|chụp|scan|điện tử)? (điện tử)?',
    '(photo|photocopy|phôtô|phô tô|scan|sao y|sao y bản chính|copy|hình chụp|ảnh chụp|hình ảnh)',
    'bản',
    'bản cứng',
  ],
  filler: [
    '(hợp lệ|còn hiệu lực|còn hạn|còn giá trị|còn giá trị sử dụng|còn thời hạn|có xác nhận|mới nhất|nếu có|tương ứng)',
    '(các|những|mỗi|một|hai|tờ|quyển|cuốn|chiếc|mục|điểm|loại|cả)',
    '(có giá trị pháp lý|có giá trị như bản chính|điện tử|đã ký số|được ký số)',
    'để đối chiếu',
    '(mặt|mặt trước|mặt sau|màu)',
  ],
  joins: ['(hoặc|và|hay|hoặc là|cùng|cùng với|lẫn|kể cả)'],
  asks: [
    '(nộp|xuất trình|mang theo|tải lên|gửi kèm|cung cấp|bổ sung thêm|nộp thêm|nộp kèm|nộp bổ sung|gửi kèm theo)',
    '(kèm|kèm theo|đi kèm|đính kèm|đính kèm theo)',
    '(phải|cần|cần phải|gồm|bao gồm) có (thêm)?',
    'có (thêm|kèm theo|đủ)',
    '(gồm|bao gồm|gồm các|gồm một trong các) (giấy tờ|loại giấy tờ|tài liệu)? (sau|sau đây)?',
    '(là)? một trong (các|những|số)? (loại)? (giấy tờ|tài liệu|văn bản|giấy|giấy chứng nhận)? (sau|sau đây|dưới đây)?',
    '(giấy tờ|tài liệu|văn bản) (sau|sau đây)',
    'nộp lại',
    'ngoài ra',
  ],
  supplements: ['bổ sung'],
  tells: ['(là|như|như sau|ví dụ|chẳng hạn)'],
  concludes: ['thì'],
  spares: [
    'không (phải|cần|cần phải|được|yêu cầu|bắt buộc) (nộp|xuất trình|cung cấp|có|gửi|tải lên|yêu cầu|chứng minh|bổ sung)',
    'không (yêu cầu|yêu cẩu|bắt buộc|bao gồm|gồm|nộp)',
    'không cần',
    'miễn (nộp|xuất trình)',
    '(để)? thay thế (cho)? (thành phần hồ sơ|việc nộp|việc xuất trình|giấy tờ là)',
    'liên quan đến việc (nộp|xuất trình)',
    '(trừ|ngoại trừ) (các|những) (giấy tờ|tài liệu|trường hợp) (sau|sau đây|gồm)',
  ],
  excludes: [
    '(trừ|ngoại trừ|loại trừ|ngoài)',
    '(không|chưa|không còn|chưa được) (có|có đủ|thể hiện|ghi|cung cấp được|xuất trình được)',
    '(thay thế|thay|thay cho|thay thế cho)',
    '(bị)? (mất|hỏng|thất lạc|hư hỏng)',
  ],
  numbers: [
    '(số|mã số|số hiệu|ký hiệu|số và ngày|ngày|ngày cấp|nơi cấp|số ngày cấp|thời hạn|thời hạn của|giá trị của|hiệu lực của|điểm|dãy số)',
    'số (và|hoặc)? (ngày|ngày cấp|nơi cấp)',
    '(họ tên|họ và tên) số',
  ],
  data: [
    '(thông tin|dữ liệu|nội dung|dữ liệu thông tin) (tương ứng)? (về|của|trên|trong|tại|ghi trên|ghi trong)?',
    'không (thể)? (khai thác|tra cứu) được',
    '(khai thác|tra cứu)',
    'cơ sở dữ liệu (quốc gia)? (về)?',
    'csdl (quốc gia)? (về)?',
  ],
  output: [
    '(cấp|cấp lại|cấp đổi|cấp mới|xin cấp|để cấp|được cấp|đã cấp|đã được cấp|chưa được cấp|chưa cấp|điều kiện cấp|xin|yêu cầu cấp|đề nghị cấp)',
    '(đổi|gia hạn|thu hồi|điều chỉnh|sửa đổi|cải chính|đính chính|hiệu đính|xóa|hủy|tước|tạm giữ|phục hồi|chuyển đổi|tích hợp|làm|đăng ký lại|cấp phát)',
    '(đề nghị|yêu cầu|nhận|trả|nhận lại)',
  ],
  form: [
    'đơn (xin|đề nghị|đăng ký|yêu cầu|khai|trình báo|tường trình|khiếu nại|cớ mất|theo mẫu)?',
    '(tờ|bản|giấy|phiếu) khai',
    '(giấy|văn bản|công văn|tờ trình|phiếu|thông báo|bản|hồ sơ|đơn) (đề nghị|yêu cầu|đăng ký|xin)',
    '(mẫu|biểu mẫu) (hộ tịch)? (điện tử)? (tương tác)?',
    '(phiếu|giấy) (báo|thu nhận|thay đổi|cung cấp thông tin)',
    '(công văn|tờ trình)',
  ],
  document: [
    '(văn bản|quyết định|hợp đồng|biên bản|danh sách|báo cáo|nghị quyết|phương án|đề án|thông báo|bảng kê|kế hoạch|điều lệ|bằng tốt nghiệp|chứng chỉ|hộ chiếu|passport|hóa đơn|giấy ủy quyền|giấy giới thiệu|giấy hẹn|giấy|thẻ|sổ|phiếu|giấy phép|giấy chứng nhận|chứng nhận|giấy xác nhận|văn bằng|tài liệu|sơ yếu lý lịch|lý lịch|bản thông tin|bản khai|bản cam kết|bản án|giấy thông hành|giấy chứng nhận thu hồi|chứng nhận thu hồi|học bạ|bản kê|trích lục)',
  ],
  foreign: [
    '(nước ngoài|nước cư trú|nước sở tại|nước xuất xứ|nước thứ ba) (tại việt nam)? (cấp|lập|xác nhận|lập cấp)',
    'do cơ quan (có thẩm quyền)? (của)? nước (ngoài|sở tại|cư trú|nơi|mà)',
    '(cơ quan y tế|bệnh viện|cơ sở y tế) (của)? nước ngoài',
    'của nước (mà|nơi) (người|cá nhân)',
    'kinh doanh (tại|ở) nước ngoài',
    '(trừ|không áp dụng đối với) (doanh nghiệp|tổ chức|cá nhân|công dân) việt nam',
    'của nước (có chung biên giới|sở tại|ngoài|cư trú|láng giềng)',
    '(của|đối với) hãng hàng không',
    '(hợp pháp hóa|hợp pháp hoá) lãnh sự',
    'cơ quan có thẩm quyền của (quốc gia|nước sở tại)',
  ],
  identifier: ['(mã)? số định danh (cá nhân)?'],
  abroad: ['(thành lập và)? hoạt động (hợp pháp)? (ở|tại) nước ngoài'],
  about: ['(bảo hiểm xã hội|bhxh|bảo hiểm thất nghiệp|bhtn)'],
  lookup: ['(khai thác|tra cứu|truy cập) được'],
  result: ['(trả|nhận)? kết quả (thực hiện|giải quyết)? (thủ tục|thủ tục hành chính|hồ sơ)?'],
  'numbers-after': [
    'chỉ (cần|cần có|phải)? (ghi|khai|kê khai|nêu|cung cấp|điền|nhập)? (rõ)? (số|mã số|dãy số)',
    '(ghi|khai|kê khai|nêu|điền|nhập) (rõ)? (số|mã số|dãy số)',
  ],
  'asks-after': ['chỉ (phải)? (nộp|xuất trình|cung cấp)'],
  refers: ['(quy định|nêu|được quy định) tại (điểm|khoản|mục|điều) này', '(nêu|nói) trên'],
  plain: [
    'nước ngoài',
    // Issued here or abroad: the one of here counts.
    '(do cơ quan (có thẩm quyền)?)? (của)? nước ngoài (hoặc|và|hay) (của)? việt nam',
    'việt nam (hoặc|và|hay) (của)? (nước ngoài|nước sở tại) (cấp|lập|xác nhận)?',
    '(vốn)? đầu tư (của)? (nhà đầu tư)? nước ngoài',
    'đối với',
    'ban hành kèm theo',
    'mẫu số',
    'giấy tờ',
    'đơn (vị|thuốc|hàng|giá|phương)',
    'hóa đơn',
    '(chữ ký|một) số',
    'tổ chức',
    'công chức',
    'sổ (gốc|hộ tịch|đăng ký)',
    '((cơ sở dữ liệu|csdl) (quốc gia)?|csdlqg) (về)? dân cư',
    '(nhà|cho|theo) thẻ',
    'bản (thân|đồ|vẽ|quyền|án)',
    'sơ đồ (vị trí|mặt bằng|thửa đất|khu đất|nhà|tổ chức|bố trí|hệ thống|quy trình|công nghệ|dây chuyền|khu vực|địa điểm|chi tiết|tổng thể)',
  ],
};
