/** dichvucong.gov.vn: lookup by code, the citizen's own list, and the catalogue's POST calls that answer 201. */
import {
  cookie,
  type Exchange,
  htmlReply,
  jsonOf,
  jsonReply,
  type Portal,
  type Reply,
  redirect,
} from '../exchange';
import { signedIn } from '../guard';
import { SESSION_COOKIES } from '../sign-in';
import { PEOPLE } from '../world/people';
import { PROCEDURES } from '../world/procedures';
import type { Holding, Procedure } from '../world/types';
import type { World } from '../world/world';
import { homePage, listPage, lookupPage } from './national-pages';
import { redesignedNational } from './national-redesign';

const LOGIN = 'https://xacthuc.dichvucong.gov.vn/dang-nhap?returnUrl=';
const CATALOGUE: readonly Procedure[] = Object.values(PROCEDURES).flat();

export const national: Portal = {
  hosts: ['dichvucong.gov.vn'],
  answer(exchange) {
    if (exchange.path.startsWith('/api/v1/')) return catalogue(exchange);
    if (exchange.method !== 'GET') return undefined;
    switch (exchange.path) {
      case '/':
        return htmlReply(homePage(signedIn(exchange, 'national-portal')));
      case '/sso/callback':
        return enter(exchange);
      case '/dang-xuat':
        return redirect('/', {
          'set-cookie': `${SESSION_COOKIES['national-portal']}=; Path=/; Max-Age=0; Secure`,
        });
      case '/tra-cuu-ho-so':
        return guarded(exchange, lookup);
      case '/ho-so-cua-toi':
        return guarded(exchange, list);
      default:
        return undefined;
    }
  },
};

function guarded(exchange: Exchange, answer: (exchange: Exchange) => Reply): Reply {
  if (signedIn(exchange, 'national-portal')) return answer(exchange);
  return redirect(LOGIN + encodeURIComponent(exchange.url));
}

function enter(exchange: Exchange): Reply {
  if (!exchange.sessions.redeem('national-portal', exchange.query.get('ticket'))) return redirect('/');
  const asked = exchange.query.get('returnUrl') ?? '/';
  const back = asked.startsWith('/') && !asked.startsWith('//') ? asked : '/';
  const token = exchange.sessions.open('national-portal');
  return redirect(back, { 'set-cookie': cookie(SESSION_COOKIES['national-portal'], token) });
}

/** The list is the citizen's own: the dossiers of the person who is signed in, the first of the made-up register. */
export function ownDossiers(world: World): Holding[] {
  return world.held('national-portal').filter(({ dossier }) => dossier.applicant === PEOPLE[0]);
}

function list(exchange: Exchange): Reply {
  const own = ownDossiers(exchange.world);
  const chosen = exchange.query.get('trangThai');
  const shown = chosen ? own.filter(({ text }) => text === chosen) : own;
  return htmlReply(exchange.redesign ? redesignedNational(shown) : listPage(shown, chosen));
}

function lookup(exchange: Exchange): Reply {
  const asked = (exchange.query.get('maHoSo') ?? '').trim();
  const dossier = asked === '' ? undefined : exchange.world.find(asked);
  const holding = dossier ? exchange.world.holding('national-portal', dossier) : null;
  // The portal knows a dossier by the code that was sent to it, not by the other one.
  const found = holding && holding.code === asked.toUpperCase() ? holding : null;
  if (exchange.redesign && found) return htmlReply(redesignedNational([found]));
  return htmlReply(lookupPage(asked, found, exchange.world.held('national-portal')));
}

/** Procedures: all POST, all answered with 201 in an envelope. */
function catalogue(exchange: Exchange): Reply | undefined {
  if (exchange.method !== 'POST') {
    return htmlReply(
      '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected.</body></html>',
    );
  }
  const input = jsonOf(exchange);
  switch (exchange.path) {
    case '/api/v1/submitting/formality/list-all-formality-by-citizen':
    case '/api/v1/submitting/formality/list-all-public-formality-by-citizen': {
      const asked = String(input.q ?? '').toLocaleLowerCase('vi');
      const items = CATALOGUE.flatMap((procedure, index) =>
        `${procedure.code} ${procedure.name}`.toLocaleLowerCase('vi').includes(asked)
          ? [
              {
                id: formalityId(index),
                code: procedure.code,
                codeNotation: procedure.code,
                name: procedure.name,
              },
            ]
          : [],
      );
      return envelope({ items, lastId: items.at(-1)?.id ?? '', total: items.length });
    }
    case '/api/v1/configuring/formality/get-formality-by-citizen': {
      const index = CATALOGUE.findIndex((_, place) => formalityId(place) === input.id);
      const procedure = CATALOGUE[index];
      return procedure
        ? envelope(formality(procedure, index))
        : jsonReply({ code: 'NOT_FOUND', data: null }, 201);
    }
    default:
      return undefined;
  }
}

function envelope(data: unknown): Reply {
  return jsonReply({ code: 'OK', data }, 201);
}

function formalityId(index: number): string {
  return `01990000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`;
}

function formality(procedure: Procedure, index: number): unknown {
  const profileComponents = procedure.papers
    .filter(({ heading }) => !heading)
    .map(({ name, original, copy, required }, place) => ({
      name,
      code: `GT${String(index + 1).padStart(2, '0')}${place + 1}`,
      originalQty: original,
      copyQty: copy,
      required,
      hasElectronicForm: place === 0,
      attachments: [],
    }));
  return {
    id: formalityId(index),
    code: procedure.code,
    name: procedure.name,
    executionCases: [{ profileComponents }],
  };
}
