/** Pages that no portal should make and some do: huge, deep, broken, full of what is nearly a code. Made inside the page. */
export const HEAVY_PAGES = {
  'rows of a table': (n: number): string =>
    `<table><tr><th>Mã hồ sơ</th><th>Ngày tiếp nhận</th><th>Trạng thái</th></tr>${times(
      n,
      (i) => `<tr><td>${codeOf(i)}</td><td>02/11/2026</td><td>Đang xử lý</td></tr>`,
    )}</table>`,
  'cards in one box': (n: number): string =>
    times(
      n,
      (i) =>
        `<div><b>Mã hồ sơ:</b> ${codeOf(i)}<p>Trạng thái: Chờ bổ sung</p><p>Hẹn trả: 05/11/2026</p></div>`,
    ),
  'codes side by side in one box': (n: number): string => times(n, (i) => `<p>${codeOf(i)}</p>`),
  'lines of one box that are nearly codes': (n: number): string =>
    `<div>${times(n, (i) => `H26 và G01.${i}<br>`)}Mã hồ sơ: ${codeOf(1)}</div>`,
  'one dossier in a sea of words': (n: number): string =>
    `<div><span>Mã hồ sơ</span> <span>${codeOf(1)}</span></div>${times(n, (i) => `<p>Điều ${i}. Nội dung: quy định chung</p>`)}`,
  'headings without end': (n: number): string =>
    `<p>Mã hồ sơ: ${codeOf(1)}</p>${times(n, (i) => `<div>Lịch sử xử lý</div><span>bước ${i}</span>`)}`,
  'labels for one control': (n: number): string =>
    `<p>Mã hồ sơ: ${codeOf(1)}</p>${times(n, () => '<label for="all">Trạng thái</label>')}<div id="all">${times(n, (i) => `<i>${i}</i>`)}</div>`,
  'two codes a card': (n: number): string =>
    times(n, (i) => `<div><p>Mã hồ sơ: ${codeOf(i)}</p><p>Số biên nhận: BN-2026-${10_000 + i}</p></div>`),
  'codes in controls': (n: number): string =>
    times(n, (i) => `<p>Mã hồ sơ <input readonly value="${codeOf(i)}"></p>`),
  'boxes inside of boxes': (n: number): string =>
    `${'<div>'.repeat(n)}Mã hồ sơ: ${codeOf(1)}<p>Trạng thái: Đang xử lý</p>${'</div>'.repeat(n)}`,
  'tables inside of tables': (n: number): string =>
    `${'<table><tr><td>Trạng thái</td><td>'.repeat(n)}${codeOf(1)}${'</td></tr></table>'.repeat(n)}`,
  'one long text': (n: number): string => `<p>Mã hồ sơ: ${codeOf(1)}</p><p>${'H26.14-2611 '.repeat(n)}</p>`,
  'one line of many pieces': (n: number): string =>
    `<p>Mã hồ sơ: ${codeOf(1)} ${times(n, (i) => `<span>Ngày ${i}</span> `)}</p>`,
  'tags that never end': (n: number): string =>
    `<p>Mã hồ sơ: ${codeOf(1)}</p>${times(
      n,
      // Browsers lay out some hundred tables inside of each other, and hang at a thousand.
      (i) => `<b><i><p>dòng ${i}<table><tr><td><div>${i % 200 === 199 ? '</table>'.repeat(200) : ''}`,
    )}`,
} satisfies Record<string, (n: number) => string>;

const times = (n: number, make: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => make(i)).join('');

const codeOf = (i: number): string =>
  `H26.14-26${String(1 + (i % 12)).padStart(2, '0')}${String(1 + (i % 28)).padStart(2, '0')}-${String(10_000 + i).slice(-6)}`;
