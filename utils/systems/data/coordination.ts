/** The coordination system for officers, Hệ thống điều phối giải quyết TTHC. */
import type { System } from '../system';

export const system: System = {
  id: 'coordination',
  name: 'Hệ thống điều phối giải quyết thủ tục hành chính',
  shortName: 'Điều phối',
  nameEn: 'Coordination system',
  kind: 'coordination',
  agencyCodes: [],
  hosts: [{ host: 'quantricong.dichvucong.gov.vn', role: 'officer', confidence: 'seen' }],
  homeUrl: 'https://quantricong.dichvucong.gov.vn/',
};
