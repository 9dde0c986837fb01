/** A reader for the pages of these tests: "Mã hồ sơ: …", "Trạng thái: …", "Ngày hẹn trả: …", one block a dossier. */
import type { Reading } from '../../../utils/dossier/sighting';
import { parseTime } from '../../../utils/dossier/time';
import type { ParsedPage } from '../../../utils/lookup/ask';

export async function parsePage(html: string): Promise<ParsedPage> {
  const dossiers = html.split('<article>').slice(1);
  return {
    dossiers: dossiers.flatMap((block) => {
      const value = (label: string) => block.match(new RegExp(`${label}: ([^<]+)<`))?.[1]?.trim();
      const code = value('Mã hồ sơ');
      if (!code) return [];
      const reading: Reading = { code };
      const otherCode = value('Mã quốc gia');
      const statusText = value('Trạng thái');
      const dueAt = parseTime(value('Ngày hẹn trả') ?? '');
      return [
        {
          reading: {
            ...reading,
            ...(otherCode && { otherCode }),
            ...(statusText && { statusText }),
            ...(dueAt && { dueAt }),
          },
        },
      ];
    }),
  };
}

export function dossierPage(...dossiers: Record<string, string>[]): string {
  const blocks = dossiers.map((fields) => {
    const lines = Object.entries(fields).map(([label, value]) => `<p>${label}: ${value}</p>`);
    return `<article>${lines.join('')}</article>`;
  });
  return `<!doctype html><title>Tra cứu</title><header><a href="/dang-nhap">Đăng nhập</a></header>${blocks.join('')}`;
}
