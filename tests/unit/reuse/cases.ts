/** Component lines made up for the tests, each with the reason it is here. Shorthand of the papers at the end. */
import type { PaperId } from '../../../utils/reuse/databases';

export interface Case {
  reason: string;
  text: string;
  papers: PaperId[];
  procedure?: string;
  surrendered?: true;
  /** Those handed back, where the line asks for others besides. */
  back?: PaperId[];
}

const ID: PaperId = 'identity-card';
const RESIDENCE: PaperId = 'residence';
const BIRTH: PaperId = 'birth-certificate';
const MARRIAGE: PaperId = 'marriage-certificate';
const MARITAL: PaperId = 'marital-status-certificate';
const DEATH: PaperId = 'death-certificate';
const HEALTH_CARD: PaperId = 'health-insurance-card';
const BOOK: PaperId = 'social-insurance-book';
const LICENCE: PaperId = 'driving-licence';
const ENTERPRISE: PaperId = 'enterprise-registration';
const HOUSEHOLD: PaperId = 'household-business-registration';
const COOPERATIVE: PaperId = 'cooperative-registration';
const VEHICLE: PaperId = 'vehicle-registration';
const LAND: PaperId = 'land-use-right-certificate';
const RECORD: PaperId = 'judicial-record';
const CHECK: PaperId = 'health-check-certificate';

type Row = [reason: string, text: string, papers: PaperId[], more?: Partial<Case>];

const ROWS: Row[] = [
  // A paper as people write it.
  ['a paper alone', 'Giấy khai sinh', [BIRTH]],
  ['a bullet without a space', '-Thẻ bảo hiểm y tế còn hạn;', [HEALTH_CARD]],
  ['a label with a bracket', 'b) Sổ bảo hiểm xã hội (bản chính);', [BOOK]],
  ['a roman label', '(iv) Phiếu lý lịch tư pháp số 2;', [RECORD]],
  ['old tone style', 'Giấy khám sức khoẻ của người dự tuyển', [CHECK]],
  ['new tone style', 'Giấy khám sức khỏe của người dự tuyển', [CHECK]],
  ['text that is not composed', 'Bản sao Thẻ căn cước công dân'.normalize('NFD'), [ID]],
  ['capitals', 'BẢN SAO GIẤY CHỨNG NHẬN KẾT HÔN', [MARRIAGE]],
  ['a typing error in a long name', 'Giấy chứng nhận đãng ký hộ kinh doanh', [HOUSEHOLD]],
  ['two spaces and a tab', 'Giấy  chứng\tnhận  đăng ký doanh nghiệp', [ENTERPRISE]],
  ['quotes around a name', 'Bản chụp “Giấy phép lái xe” hạng B2', [LICENCE]],
  [
    'a long certification before the name',
    'Bản chính hoặc bản sao điện tử được chứng thực từ bản chính hoặc được cấp từ sổ gốc hoặc bản sao kèm theo bản chính để đối chiếu Giấy chứng nhận đăng ký hợp tác xã của cơ sở',
    [COOPERATIVE],
  ],
  ['a copy in brackets before the name', 'Bản gốc (hoặc bản sao có chứng thực) Trích lục khai tử', [DEATH]],
  // Without accents, and abbreviated.
  ['no accents', 'Giay khai sinh ban sao', [BIRTH]],
  ['no accents, book and number look alike', 'So ho khau photo', [RESIDENCE]],
  ['no accents, a form', 'To khai dang ky khai sinh', []],
  ['no accents, a voucher is not a death certificate', 'Ban sao chung tu chuyen tien', []],
  ['CCCD and CMND', 'CMND hoặc CCCD (photo)', [ID]],
  ['GKS', 'GKS của con (bản sao)', [BIRTH]],
  ['GPLX', 'GPLX hạng C còn hạn', [LICENCE]],
  ['GCNQSDĐ', 'Bản sao GCNQSDĐ thửa đất số 12', [LAND]],
  ['GCN QSDĐ', 'GCN QSDĐ (bản sao công chứng)', [LAND]],
  ['sổ đỏ and sổ hồng', 'Sổ đỏ hoặc sổ hồng (bản sao)', [LAND]],
  ['a diagram is not a land book', 'Sơ đồ vị trí đất', []],
  ['ĐKKD', 'Bản sao ĐKKD', [ENTERPRISE]],
  ['GCN ĐKDN', 'GCN ĐKDN bản sao công chứng', [ENTERPRISE]],
  ['LLTP', 'Phiếu LLTP số 1', [RECORD]],
  ['BHYT and BHXH', 'Thẻ BHYT, sổ BHXH', [HEALTH_CARD, BOOK]],
  ['GKSK', 'GKSK do bệnh viện cấp', [CHECK]],
  ['a mixed list with a plus', 'CCCD + sổ hộ khẩu + giấy khai sinh', [ID, RESIDENCE, BIRTH]],
  ['hộ khẩu alone is the book', 'Hộ khẩu (bản sao)', [RESIDENCE]],
  ['lý lịch tư pháp without its first word', 'Lý lịch tư pháp số 1 của giám đốc', [RECORD]],
  ['a heading is no paper', 'Đăng ký kết hôn:', []],
  ['a registration before its copy', 'Đăng ký xe (bản chính để đối chiếu)', [VEHICLE]],
  ['in a list of papers', 'Thẻ căn cước, khai sinh, hộ khẩu', [ID, BIRTH, RESIDENCE]],
  ['insurance dues are no card', 'Giấy xác nhận không nợ thuế, BHXH, bảo hiểm y tế', []],
  // Lists, alternatives, conditions.
  [
    'alternatives all count',
    'Giấy chứng nhận kết hôn hoặc giấy xác nhận tình trạng hôn nhân',
    [MARRIAGE, MARITAL],
  ],
  ['a paper among others', 'Hợp đồng thuê nhà; sổ tạm trú; ảnh 3x4', [RESIDENCE]],
  ['slashes', 'Hộ chiếu/Thẻ căn cước/Giấy khai sinh', [ID, BIRTH]],
  ['optional counts', 'Giấy chứng tử (nếu có)', [DEATH]],
  ['conditional counts', 'Trường hợp con nuôi thì nộp bản sao giấy khai sinh của con', [BIRTH]],
  [
    'one of the following',
    'Một trong các giấy tờ sau: hộ chiếu, thẻ căn cước công dân, giấy phép lái xe',
    [ID, LICENCE],
  ],
  ['shown at the counter', 'Người nộp xuất trình chứng minh nhân dân khi làm thủ tục', [ID]],
  ['after another document', 'Quyết định bổ nhiệm và thẻ căn cước của giám đốc', [ID]],
  [
    'two registrations with one beginning',
    'Giấy chứng nhận đăng ký doanh nghiệp/hợp tác xã',
    [ENTERPRISE, COOPERATIVE],
  ],
  [
    'three registrations with one beginning',
    'Giấy chứng nhận đăng ký doanh nghiệp, hộ kinh doanh hoặc hợp tác xã',
    [ENTERPRISE, HOUSEHOLD, COOPERATIVE],
  ],
  ['a household by its owner', 'Giấy chứng nhận đăng ký kinh doanh của hộ kinh doanh', [HOUSEHOLD]],
  [
    'a paper that need not come when data is there',
    'Bản sao thẻ căn cước công dân (không phải nộp khi khai thác được thông tin từ Cơ sở dữ liệu quốc gia về dân cư)',
    [ID],
  ],
  [
    'only handed in when data is not there',
    'Giấy khai sinh của con, người đề nghị chỉ nộp trong trường hợp không khai thác được thông tin',
    [BIRTH],
  ],
  ['a bracket asks on its own', 'Giấy ủy quyền (người được ủy quyền xuất trình thẻ căn cước)', [ID]],
  ['a form, then a paper with it', 'Tờ khai theo mẫu kèm theo bản sao giấy chứng nhận đăng ký xe', [VEHICLE]],
  ['a form, a comma, a copy', 'Đơn đề nghị cấp phép, bản sao giấy chứng nhận quyền sử dụng đất', [LAND]],
  ['a form and a paper', 'Tờ khai theo mẫu và sổ bảo hiểm xã hội', [BOOK]],
  ['a paper, then a form', 'Thẻ căn cước, đơn xin xác nhận', [ID]],
  [
    'registering again takes the old copy',
    'Bản sao giấy khai sinh được cấp trước đây',
    [BIRTH],
    { procedure: 'Đăng ký lại khai sinh' },
  ],
  ['proof of where someone lives', 'Giấy tờ chứng minh nơi cư trú của người yêu cầu', [RESIDENCE]],
  ['confirmation of residence', 'Giấy xác nhận thông tin về cư trú', [RESIDENCE]],
  ['single, in plain words', 'Giấy xác nhận độc thân của hai bên', [MARITAL]],
  ['health for drivers', 'Giấy chứng nhận đủ điều kiện sức khỏe lái xe', [CHECK]],
  ['the vehicle without the first word', 'Chứng nhận đăng ký xe mô tô', [VEHICLE]],
  ['business registration after a copy word', 'Bản sao đăng ký kinh doanh còn hiệu lực', [ENTERPRISE]],
  [
    'Vietnamese record beside a foreign equivalent',
    'Phiếu lý lịch tư pháp hoặc giấy tờ tương đương của người nước ngoài',
    [RECORD],
  ],
  // Forms, requests, results.
  ['a form', 'Tờ khai cấp lại thẻ căn cước', []],
  ['a request', 'Đơn đề nghị cấp lại sổ bảo hiểm xã hội', []],
  ['a request by letter', 'Văn bản đề nghị cấp đổi giấy phép lái xe', []],
  ['a request for copies', 'Văn bản yêu cầu cấp bản sao trích lục khai tử', []],
  ['an electronic form', 'Mẫu điện tử tương tác cấp giấy xác nhận tình trạng hôn nhân', []],
  ['a form about the household register', 'Phiếu báo thay đổi hộ khẩu, nhân khẩu', []],
  [
    'a form whose list goes on',
    'Giấy đề nghị cấp lại giấy phép kinh doanh và giấy chứng nhận đăng ký hộ kinh doanh',
    [],
  ],
  ['a list of people', 'Danh sách đề nghị cấp thẻ bảo hiểm y tế', []],
  ['a decision to revoke', 'Quyết định thu hồi giấy phép lái xe', []],
  ['revocation is another paper', 'Chứng nhận thu hồi chứng nhận đăng ký xe', []],
  ['registering is not a registration', 'Người yêu cầu đăng ký khai sinh nộp các giấy tờ sau:', []],
  ['the slip for a paper to come', 'Giấy hẹn trả thẻ căn cước công dân', []],
  ['reported lost', 'Đơn trình báo mất giấy chứng nhận đăng ký xe', []],
  ['a body that grants it', 'Văn bản của cơ quan cấp giấy chứng nhận đăng ký doanh nghiệp', []],
  // Exclusions, numbers, data.
  ['excepted', 'Giấy tờ chứng minh nhân thân (trừ bản sao giấy khai sinh hoặc thẻ căn cước)', []],
  ['where there is none', 'Bản cam kết (trường hợp không có giấy chứng nhận đăng ký doanh nghiệp)', []],
  ['spared alone', 'Không yêu cầu nộp giấy khai sinh của con.', []],
  [
    'spared when data is there',
    'Trường hợp khai thác được dữ liệu thì không phải nộp bản sao giấy chứng nhận kết hôn.',
    [],
  ],
  [
    'looked up by the office',
    'Trường hợp khai thác được giấy chứng tử trên Cơ sở dữ liệu hộ tịch điện tử thì cơ quan in kết quả',
    [],
  ],
  ['only its number', 'Văn bản nêu rõ tên tổ chức, số giấy chứng nhận đăng ký doanh nghiệp', []],
  ['only its number, with a list', 'Danh sách gồm: họ tên, số căn cước công dân hoặc hộ chiếu, địa chỉ', []],
  ['number and date', 'Ghi rõ số, ngày cấp giấy phép lái xe của người điều khiển', []],
  ['an identifier with alternatives', 'Họ tên; số định danh cá nhân/thẻ căn cước', []],
  ['data of a paper', 'Ảnh chụp màn hình thông tin trên thẻ căn cước', []],
  ['a database named after a paper', 'Kết quả tra cứu Cơ sở dữ liệu căn cước công dân', []],
  ['a photograph in the style of one', '02 ảnh màu 4x6 kiểu ảnh căn cước công dân', []],
  ['written on a paper', 'Bản cam kết theo địa chỉ ghi trên giấy chứng nhận đăng ký doanh nghiệp', []],
  ['not yet granted', 'Báo cáo hiện trạng đất chưa được cấp giấy chứng nhận quyền sử dụng đất', []],
  // Other papers.
  ['a birth slip', 'Giấy chứng sinh của bệnh viện', []],
  ['a death notice', 'Giấy báo tử của đơn vị', []],
  ['a passport', 'Bản sao hộ chiếu còn hạn', []],
  ['a curriculum vitae', 'Sơ yếu lý lịch có xác nhận', []],
  ['tax registration', 'Giấy chứng nhận đăng ký thuế', []],
  ['a business licence', 'Giấy phép kinh doanh rượu', []],
  ['petrol business', 'Giấy chứng nhận đăng ký kinh doanh xăng dầu', []],
  ["a branch's registration", 'Giấy chứng nhận đăng ký hoạt động chi nhánh', []],
  ["a boat's registration", 'Giấy chứng nhận đăng ký tàu cá', []],
  ['a military licence', 'Giấy phép lái xe quân sự', []],
  ["a diplomat's card", 'Bản sao chứng minh thư ngoại giao', []],
  ['a place to live', 'Xác nhận của công an nơi cư trú về hạnh kiểm', []],
  ['papers on land in general', 'Một trong các loại giấy tờ về quyền sử dụng đất', []],
  ['a land contract', 'Hợp đồng chuyển nhượng quyền sử dụng đất', []],
  ['insurance files are not the book', 'Hồ sơ hưởng chế độ bảo hiểm xã hội', []],
  ['foreign marriage', 'Giấy chứng nhận kết hôn do cơ quan có thẩm quyền của nước ngoài cấp', []],
  ['foreign business', 'Bản sao giấy chứng nhận đăng ký kinh doanh của hãng hàng không', []],
  ['the military in the word for the body', 'Giấy giới thiệu của Ủy ban nhân dân', []],
  // What only the procedure tells.
  [
    'a certificate of a land procedure',
    'Giấy chứng nhận đã cấp (bản sao)',
    [LAND],
    { procedure: 'Tách thửa đất' },
  ],
  ['a certificate of no known kind', 'Giấy chứng nhận đã cấp (bản sao)', []],
  [
    'registration of a boat by its procedure',
    'Bản sao giấy chứng nhận đăng ký phương tiện',
    [],
    { procedure: 'Đăng ký phương tiện thủy nội địa' },
  ],
  [
    'registration of a car by its procedure',
    'Bản sao giấy chứng nhận đăng ký phương tiện',
    [VEHICLE],
    { procedure: 'Cấp phù hiệu cho xe ô tô' },
  ],
  [
    "a foreign trader's registration",
    'Bản sao giấy chứng nhận đăng ký kinh doanh',
    [],
    { procedure: 'Cấp giấy phép văn phòng đại diện của thương nhân nước ngoài' },
  ],
  // What the number, the label or the issuer says after or before the name.
  ['only its number, said in a bracket', 'CMND/CCCD (chỉ cần ghi số)', []],
  ['only its number, said after a colon', 'Căn cước của người đại diện: ghi số, ngày cấp', []],
  ['a number of another thing', 'Bản sao thẻ căn cước; đơn chỉ ghi số điện thoại', [ID]],
  ['a label of the result', 'Kết quả: Giấy phép lái xe', []],
  ['a label of the result, with a copy', 'Trả kết quả: bản sao trích lục khai tử', []],
  ['asked for when the result is fetched', 'Nhận kết quả: xuất trình thẻ căn cước', [ID]],
  ['results of an examination begin nothing', 'Kết quả học tập, giấy khai sinh', [BIRTH]],
  [
    'spared over a semicolon',
    'Khai thác được dữ liệu thì không phải nộp giấy khai sinh; giấy chứng nhận kết hôn',
    [],
  ],
  ["a foreign embassy's extract", 'Trích lục kết hôn do Đại sứ quán nước ngoài tại Việt Nam cấp', []],
  ['a foreign hospital', 'Giấy chứng nhận sức khỏe do bệnh viện nước ngoài cấp', []],
  ['a business abroad', 'Bản sao đăng ký kinh doanh hoặc chứng từ xác nhận kinh doanh tại nước ngoài', []],
  ['not for Vietnamese enterprises', 'Chứng nhận đăng ký doanh nghiệp (trừ doanh nghiệp Việt Nam)', []],
  [
    'a certificate of any right, in a land procedure',
    'Bản chính giấy chứng nhận quyền sở hữu, quyền sử dụng tài sản',
    [],
    { procedure: 'Chứng thực văn bản thừa kế quyền sử dụng đất, nhà ở' },
  ],
  ['no accents, a loose name with its number', 'ly lich tu phap so 2', [RECORD]],
  ['no accents, a plan of a building', 'So do mat bang nha xuong', []],
  ['bare names, then that they are copies', 'khai sinh, hôn thú photo', [BIRTH, MARRIAGE]],
  ['bare names alone are a heading', 'Đăng ký kết hôn, khai sinh', []],
  ['kí for ký', 'Giấy chứng nhận đăng kí hợp tác xã', [COOPERATIVE]],
  ['CNĐK', 'Giấy CNĐK hộ kinh doanh', [HOUSEHOLD]],
  ['CNQSDĐ', 'Giấy CNQSDĐ (photo)', [LAND]],
  ['GXN', 'GXN tình trạng hôn nhân', [MARITAL]],
  ['the right alone is no certificate', 'Hợp đồng thế chấp QSDĐ', []],
  // Handed back.
  ['no accents, residence is not "old"', 'So ho khau, xac nhan cu tru', [RESIDENCE]],
  ['an old card', 'Thẻ bảo hiểm y tế cũ', [HEALTH_CARD], { surrendered: true }],
  ['an original of land', 'Bản gốc Giấy chứng nhận quyền sử dụng đất', [LAND], { surrendered: true }],
  [
    'renewed by its procedure',
    'Giấy phép lái xe',
    [LICENCE],
    { procedure: 'Đổi giấy phép lái xe', surrendered: true },
  ],
  ['a copy is not handed back', 'Bản sao giấy phép lái xe', [LICENCE], { procedure: 'Đổi giấy phép lái xe' }],
  ['another paper of that procedure', 'Giấy khám sức khỏe', [CHECK], { procedure: 'Đổi giấy phép lái xe' }],
  ['an original only shown', 'Giấy phép lái xe (bản gốc, còn hạn)', [LICENCE]],
  [
    'handed back in words',
    'Nộp lại giấy chứng nhận đăng ký hộ kinh doanh',
    [HOUSEHOLD],
    { surrendered: true },
  ],
  [
    'one handed back, of another a copy',
    'Bản gốc Giấy chứng nhận quyền sử dụng đất, bản sao căn cước công dân',
    [LAND, ID],
    { surrendered: true, back: [LAND] },
  ],
  [
    'one old, of another a copy',
    'Thẻ bảo hiểm y tế cũ và bản sao giấy khai sinh',
    [HEALTH_CARD, BIRTH],
    { surrendered: true, back: [HEALTH_CARD] },
  ],
  [
    'two items, one handed back',
    'Nộp lại giấy phép lái xe; giấy khám sức khỏe',
    [LICENCE, CHECK],
    { surrendered: true, back: [LICENCE] },
  ],
  [
    'one copy for a list, although one is renewed',
    'Giấy phép lái xe, căn cước công dân (bản sao)',
    [LICENCE, ID],
    { procedure: 'Đổi giấy phép lái xe' },
  ],
];

export const CASES: Case[] = ROWS.map(([reason, text, papers, more]) => ({ reason, text, papers, ...more }));
