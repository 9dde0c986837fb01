import type { Portal } from '../exchange';
import { coordination } from './coordination';
import { hanoi } from './hanoi';
import { igate } from './igate';
import { igateApi } from './igate-api';
import { igateSso } from './igate-sso';
import { insurance } from './insurance';
import { national } from './national';
import { nationalLogin } from './national-login';
import { opencps } from './opencps';
import { td } from './td';
import { vbdlis } from './vbdlis';
import { vbdlisLogin } from './vbdlis-login';
import { vidu } from './vidu';

/** Every host's portal. */
export const PORTALS: readonly Portal[] = [
  national,
  nationalLogin,
  coordination,
  igate,
  igateApi,
  igateSso,
  opencps,
  hanoi,
  vbdlis,
  vbdlisLogin,
  td,
  insurance,
  vidu,
];
