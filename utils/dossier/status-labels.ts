/**
 * Words of the systems for the state of a dossier, folded, punctuation out. Seen on one-stop systems, the national portal
 * (TrangThaiHoSo), the national single window, VNeID and the interlinked services. `flag:` says something of the deadline,
 * `payment:` of the fee: neither is a state of the dossier. Spelled with y (xu ly, ky), never with i.
 */
export const STATUS_LABELS = {
  draft: 'moi tao|tao moi',
  submitted:
    'cho tiep nhan|cho tiep nhan ho so|du dieu kien da nop phi cho tiep nhan|ho so dang cho tiep nhan|dang cho tiep nhan|ho so dang ky moi truc tuyen|ho so du dieu kien da nop phi le phi cho tiep nhan|ho so nop qua vneid|moi dang ky|moi nop cho tiep nhan',
  accepted:
    'da tiep nhan|da tiep nhan ho so|duoc tiep nhan|da duoc tiep nhan|ho so moi tiep nhan|mcdt tiep nhan ho so|vbdlis yeu cau cap nhat ho so',
  processing:
    'can bo tiep nhan tu choi yeu cau xin rut ho so|cho tiep nhan yeu cau xin sua ho so|cho xu ly|dang cho xu ly|chuyen phong chuyen mon|da doi chieu ho so|da doi chieu ho so co sai lech|da duoc de xuat xu ly|da duoc phan cong xu ly|da nhan ket qua lien thong|da phe duyet cong van yeu cau sdbs|da soan cong van yeu cau sdbs|da tham dinh ho so|da tra lai de tham dinh lai|da tra lai de xem xet lai|da xac nhan don khai bao kiem dich|da xem xet cong van yeu cau sdbs|da xem xet ho so|dang thuc hien|dang xu ly|dang duoc xu ly|dang thu ly|thu ly|dinh kem dien tu|dong y yeu cau chinh sua ho so|ho so dang giai quyet|dang giai quyet|ho so vbdlis|so hoa cho boc tach|tra lai buoc truoc|tu choi yeu cau chinh sua ho so|yeu cau xu ly lai',
  'supplement-required':
    'bpmc yeu cau bo sung ho so|btp yeu cau bo sung|cho bo sung|cho bo sung ho so|cho bo sung giay to|cho cong dan bo sung ho so|cho bo sung ket qua dien tu|cho bo sung luy ke ca ky truoc|chuyen vien kl sdbs|da gui cong van yeu cau sdbs|da qua han bo sung|da thong bao doi chieu cho doi chieu ho so goc|ho so chua du dieu kien tiep nhan|phong tacn yeu cau bo sung ho so|vbdlis yeu cau bo sung ho so|yeu cau bo sung|yeu cau bo sung giay to|yeu cau bo sung ho so|yeu cau cong dan bo sung ho so|yeu cau mot cua bo sung|yeu cau sua doi bo sung ho so',
  supplemented:
    'cho tiep nhan ho so gui bo sung|cho tiep nhan ho so gui bo sung theo bpmc|cho tiep nhan ho so gui bo sung theo phong tacn|da bo sung|da bo sung cho tiep nhan|da bo sung ho so|da bo sung giay to|da sua doi bo sung ho so theo yc cua bnn|da tiep nhan ho so sdbs|hoan thanh bo sung ho so|moi nop cho tiep nhan ho so sdbs|vbdlis nhan bo sung ho so|vbdlis nhan bo sung ho so ngay hen tra moi|vbdlis nhan bo sung ho so ngay hen tra moi dd mm yyyy',
  'payment-required':
    'cho thanh toan|cho thuc hien nghia vu tai chinh|cho tra thong bao nghia vu tai chinh|chua thanh toan|da gui thong bao ap phi|da phe duyet ho so cho nop le phi cap so|da yeu cau nop bo sung phi|du dieu kien chua nop phi cho tiep nhan|ho so du dieu kien cho nop phi le phi|le phi tham dinh|moi nop cho xac nhan phi|yeu cau nop lai phi truc tuyen|yeu cau nop tien tam ung|yeu cau quyet toan phi|yeu cau thuc hien nghia vu tai chinh',
  paused:
    'tam dung xu ly yeu cau bo sung yeu cau thuc hien nghia vu tai chinh dung xu ly|tam dung xu ly|tam dung',
  'awaiting-signature':
    'cho ky duyet|cho xac nhan ket qua|da phe duyet ho so cho dong dau so|da trinh cuc truong xem xet|da trinh ky|dang cho ky so|dang thuc hien ky so|kinh trinh lanh dao ky duyet|kinh trinh lanh dao phan cong|tu choi ky',
  interlinked:
    'cho thuc hien lien thong|chuyen ho so lien thong|da gui ho so|gui ho so qua he thong btp|lien thong btp',
  'withdrawal-requested':
    'cho tiep nhan yeu cau xin rut ho so|cong dan yeu cau rut ho so|yeu cau rut ho so|xin rut ho so',
  withdrawn:
    'can bo tiep nhan dong y yeu cau xin rut ho so|da rut ho so|ho so rut|rut ho so|tra lai rut hs|tra lai xin rut',
  rejected:
    'bi tu choi|btp tu choi xu ly|da tu choi|ho so van thu da tu choi tiep nhan|khong duoc tiep nhan|khong tiep nhan|tu choi|tu choi tiep nhan|tu choi tiep nhan ho so|da tu choi tiep nhan|tu choi xu ly',
  stopped:
    'da tu choi cap gdk|dung xu ly|da dung xu ly|ho so khong xu ly duoc|ho so tra lai|thu hoi giay phep|tu choi cap giay phep',
  cancelled: 'da huy|da huy ho so|ho so da xoa',
  resolved:
    'btp tra ket qua|cap giay phep|cho tra ket qua|da giai quyet|da ky|da ky cong bo|da tao giay phep|da xac nhan ket qua|da xu ly|da xu ly xong|he thong quan ly lltp tra ket qua|da giai quyet xong|ho so da giai quyet xong|thong bao cap cong van|vbdlis ket thuc ho so',
  returned:
    'da hoan thanh|da tra ban cong bo ho so|da tra ket qua|tra ket qua|tra ket qua tai nha|tra ket qua truc tiep',
  'flag:overdue':
    'da hoan thanh qua han|da xu ly qua han|dang giai quyet qua han|dang qua han|dang xu ly qua han|qua han|da qua han|qua han xu ly|qua han giai quyet|tre han|qua han n ngay|tre han n ngay',
  'flag:on-time': 'da hoan thanh dung han|dang giai quyet trong han|dung han|hom nay|trong han|con n ngay',
  'flag:due-soon': 'sap den han|sap qua han',
  'payment:paid':
    'bao da nop phi truc tuyen|da hoan thanh thu phi|da nop phi chuyen khoan|da thanh toan|da thanh toan qua viettelpay|da xac nhan le phi cap so|da xac nhan phi tham dinh|xac nhan thanh toan',
  'payment:refunded': 'da hoan phi',
  'payment:cancelled': 'huy thanh toan',
} as const;
