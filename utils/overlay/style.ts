/**
 * The layer's only style sheet: px alone (a page may change the root's font size), nothing inherited from the page.
 * The system's own colours serve light, dark and forced colours at once; a tone only stands beside a shape or a line.
 */
export const STYLE = `
:host {
  all: initial !important;
  position: absolute !important;
  inset: 0 auto auto 0 !important;
  width: 0 !important;
  height: 0 !important;
  overflow: visible !important;
  pointer-events: none !important;
  color-scheme: light dark !important;
  --soft: color-mix(in srgb, CanvasText 66%, Canvas);
  --line: color-mix(in srgb, CanvasText 15%, Canvas);
  --wash: color-mix(in srgb, CanvasText 5%, Canvas);
  --tone: #2b9a4b;
}
@media print { :host { display: none !important; } }
*, ::before, ::after { box-sizing: border-box; }
[data-t]::before { content: attr(data-t); }
button { all: unset; box-sizing: border-box; cursor: pointer; }
:focus-visible { outline: 2px solid #3b7ddd; outline-offset: 1px; }
.marks, .card { font: 13px/18px system-ui, sans-serif; color: CanvasText; position: absolute; top: 0; left: 0; }
.out-of-sync { --tone: #b7791f; }
.error { --tone: #d9363e; }
.cannot-tell, .info, .as-before { --tone: #7d8590; }
.not-required, .check-first { --tone: #3b7ddd; }
.mark, .verdict { display: flex; align-items: center; gap: 5px; }
.mark {
  position: absolute; top: 0; left: 0; justify-content: center; border-radius: 3px; white-space: nowrap; user-select: none;
}
.hot { pointer-events: auto; }
.away { visibility: hidden; }
.mark::after, .verdict::after {
  content: ""; order: -1; width: 6px; height: 6px; border: 3px solid var(--tone); border-radius: 50%;
}
.out-of-sync::after { border-radius: 0; transform: rotate(45deg); }
.cannot-tell::after, .check-first::after, .as-before::after { width: 7px; height: 7px; border-width: 1.5px; }
.not-required::after, .check-first::after, .as-before::after { border-radius: 0; }
.mark:not([data-t])::after { box-shadow: 0 0 0 1px color-mix(in srgb, Canvas 60%, #0000); }
.mark > i { position: absolute; height: 2px; background: var(--tone); pointer-events: none; }
.mark[data-t] { font-size: 11px; line-height: 14px; background: Canvas; border: 1px solid var(--tone); }
.card {
  position: fixed; width: min(372px, 100vw - 16px); max-height: min(560px, 100vh - 16px);
  overflow: auto; overscroll-behavior: contain; pointer-events: auto; user-select: none; overflow-wrap: anywhere;
  background: Canvas; border: 1px solid var(--line); border-radius: 8px; outline: 0; box-shadow: 0 6px 20px #0004;
}
.card > * { padding: 0 12px; }
.card > :last-child { padding-bottom: 10px; }
.head { display: flex; gap: 8px; padding-top: 10px; }
.title { flex: 1; margin: 0; font: inherit; font-weight: 600; }
.close { width: 24px; text-align: center; color: var(--soft); font-size: 16px; }
.verdict, .name { font-weight: 600; }
.soft { color: var(--soft); font-size: 12px; line-height: 16px; }
.finding { margin: 8px 12px 0; padding: 6px 10px; border-left: 3px solid var(--tone); background: var(--wash); }
.finding .soft { margin-top: 2px; }
.finding.info { border-left-style: dotted; }
.lines { list-style: none; margin: 8px 0 0; }
.line { display: flex; flex-wrap: wrap; gap: 4px 8px; padding: 8px 0; }
.line > .about { flex: 1 1 210px; }
.line, .papers, .foot { border-top: 1px solid var(--line); }
.name, .here { display: inline-block; margin-right: 6px; }
.acts, .foot { display: flex; flex-wrap: wrap; gap: 5px; align-items: center; }
.act { padding: 2px 8px; border: 1px solid var(--line); border-radius: 5px; font-size: 12px; white-space: nowrap; }
.act:hover, .close:hover, .hot[data-t] { background: color-mix(in srgb, CanvasText 9%, Canvas); }
.act[aria-disabled] { color: var(--soft); cursor: default; }
.busy::after {
  content: ""; display: inline-block; width: 9px; height: 9px; margin-left: 6px; border-radius: 50%;
  border: 2px solid var(--line); border-top-color: currentcolor; animation: turn 1s linear infinite;
}
@keyframes turn { to { transform: rotate(1turn); } }
.papers { padding-block: 8px; }
.say { margin-top: 6px; }
.say.soft { margin-top: 4px; }
.say.name { display: block; }
.say + .foot { margin-top: 8px; }
/* Under a modal dialog nothing here can be pressed: what cannot work is not shown. */
.passive :is(.acts, .foot, .close), .card:not(.passive) .hint { display: none; }
.foot { position: sticky; bottom: 0; padding-block: 8px 10px; background: Canvas; }
@media (prefers-reduced-motion) { .busy::after { animation: none; } }
@media (forced-colors: active) { .mark, .verdict, .finding { --tone: CanvasText; } }
`;
