/**
 * The sandbox: portals of six systems on this machine, under their real host names, and one world behind them.
 * In: a seed and a clock. Out: ports, the browser's resolver rules, the world, and a log of every request.
 */
import type { AddressInfo } from 'node:net';
import { control } from './control';
import { Dials } from './dials';
import type { Leak, LoggedRequest, Violation } from './log';
import { serve } from './server';
import { Sessions } from './session';
import { type SignIn, signIn } from './sign-in';
import { type TourPage, tourPages } from './tour';
import type { SandboxSystem } from './world/types';
import { World } from './world/world';

export type { Dial } from './dials';
export type { Leak, LoggedRequest, Violation } from './log';
export type { SignIn } from './sign-in';
export type { TourPage } from './tour';
export { type Census, type Disagreement, takeCensus } from './world/census';
export { PERSONAL_MARKERS } from './world/people';
export * from './world/types';
export { DEFAULT_SEED, World } from './world/world';

export interface SandboxOptions {
  seed?: number;
  /** Milliseconds; with it the clock stands still until it is turned, without it follows the real one. */
  now?: number;
  httpsPort?: number;
  controlPort?: number;
}

export interface Sandbox {
  httpsPort: number;
  /** Plain http on loopback: see `CONTROL_PATHS`. */
  controlUrl: string;
  /** For Chromium's --host-resolver-rules: gov.vn over https leads here, everything else nowhere. */
  hostResolverRules: string;
  world: World;
  sessions: Sessions;
  dials: Dials;
  /** Pages worth visiting as the world stands now. */
  readonly pages: TourPage[];
  requests: LoggedRequest[];
  violations: Violation[];
  leaks: Leak[];
  signIn(system: SandboxSystem): SignIn;
  signOut(system: SandboxSystem): void;
  close(): Promise<void>;
}

/** Starts everything; ports default to free ones. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const world = new World(options);
  const site = {
    world,
    sessions: new Sessions(),
    dials: new Dials(),
    requests: [],
    violations: [],
    leaks: [],
  };
  const portals = await serve(site, options.httpsPort ?? 0);
  const door = await control(site, options.controlPort ?? 0);
  const httpsPort = (portals.address() as AddressInfo).port;
  const controlPort = (door.address() as AddressInfo).port;
  return {
    ...site,
    httpsPort,
    controlUrl: `http://127.0.0.1:${controlPort}`,
    hostResolverRules: `MAP *.gov.vn:443 127.0.0.1:${httpsPort}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    get pages() {
      return tourPages(world);
    },
    signIn: (system) => signIn(site, system),
    signOut: (system) => site.sessions.end(system),
    close: async () => {
      const ends = [portals, door].map((server) => new Promise<void>((done) => server.close(() => done())));
      portals.closeAllConnections();
      door.closeAllConnections();
      await Promise.all(ends);
    },
  };
}
