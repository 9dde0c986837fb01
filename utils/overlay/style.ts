/** The layer's only style sheet: px alone (a page may change the root's font size), nothing inherited from the page. */
export const STYLE = `
:host {
  all: initial !important;
  position: absolute !important;
  inset: 0 auto auto 0 !important;
  width: 0 !important;
  height: 0 !important;
  overflow: visible !important;
  pointer-events: none !important;
  direction: ltr !important;
  color-scheme: light dark;
  --ground: #fff;
  --ink: #1f2328;
  --soft: #59636e;
  --line: #d1d9e0;
  --wash: #f6f8fa;
  --link: #0a58b5;
  --good: #1a7f37;
  --bad: #c4222d;
  --warn: #8a5a00;
}
@media (prefers-color-scheme: dark) {
  :host {
    --ground: #1c2128;
    --ink: #e6edf3;
    --soft: #a3adb8;
    --line: #444c56;
    --wash: #262c34;
    --link: #6cb2ff;
    --good: #57c76b;
    --bad: #ff8a82;
    --warn: #e0ac4a;
  }
}
@media print { :host { display: none !important; } }
*, ::before, ::after { box-sizing: border-box; }
.marks, .card { font: 13px/18px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: var(--ink); text-align: left; }
[data-t]::before { content: attr(data-t); }
button { all: unset; box-sizing: border-box; cursor: pointer; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }

.marks { position: absolute; top: 0; left: 0; }
.mark {
  position: absolute; top: 0; left: 0; display: flex; align-items: center; justify-content: center; gap: 5px;
  pointer-events: none; user-select: none; border-radius: 3px; white-space: nowrap;
}
.mark.hot { pointer-events: auto; }
.mark.away { visibility: hidden; }
.mark::after, .verdict::after { content: ""; flex: none; order: -1; width: 8px; height: 8px; }
.in-sync::after { width: 6px; height: 6px; border-radius: 50%; background: #2b9a4b; }
.cannot-tell::after { width: 7px; height: 7px; border-radius: 50%; border: 1.5px solid #7d8590; }
.out-of-sync::after { transform: rotate(45deg) scale(.9); background: #b7791f; }
.out-of-sync.error::after { background: #d9363e; }
.not-required::after { width: 7px; height: 7px; background: #3b7ddd; }
.check-first::after { width: 7px; height: 7px; border: 1.5px solid #3b7ddd; }
.mark:not(.worded)::after { box-shadow: 0 0 0 1px #fff9; }
.worded {
  justify-content: flex-start; padding: 0 6px 0 5px; font-size: 11px; line-height: 14px;
  color: var(--ink); background: var(--ground); border: 1px solid var(--line);
}
.worded::before { min-width: 0; overflow: hidden; text-overflow: ellipsis; }
.worded.out-of-sync { border-color: #b7791f; }
.worded.error { border-color: #d9363e; }
.worded.check-first { border-style: dashed; }
.worded.hot { background: var(--wash); }

.card {
  position: fixed; top: 0; left: 0; width: min(372px, calc(100vw - 16px)); max-height: min(560px, calc(100vh - 16px));
  overflow: auto; overscroll-behavior: contain; pointer-events: auto; user-select: none;
  background: var(--ground); border: 1px solid var(--line); border-radius: 8px;
  box-shadow: 0 1px 2px #0002, 0 8px 24px #0003;
}
.card:focus { outline: none; }
.card > * { padding: 0 12px; }
.head { display: flex; align-items: center; gap: 8px; padding-top: 10px; }
.title { flex: 1; min-width: 0; margin: 0; font-size: 13px; font-weight: 600; overflow-wrap: anywhere; }
.close { width: 24px; height: 24px; border-radius: 4px; text-align: center; color: var(--soft); font-size: 16px; line-height: 22px; }
.verdict { display: flex; align-items: center; gap: 7px; margin-top: 2px; font-weight: 600; }
.verdict.in-sync { color: var(--good); }
.verdict.out-of-sync { color: var(--warn); }
.verdict.error { color: var(--bad); }
.soft { color: var(--soft); font-size: 12px; line-height: 16px; overflow-wrap: anywhere; }
.finding { margin: 8px 12px 0; padding: 6px 10px; border-left: 3px solid #b7791f; background: var(--wash); border-radius: 0 4px 4px 0; }
.finding.error { border-color: #d9363e; }
.finding.info { border-left-style: dotted; border-color: var(--soft); }
.finding .soft { margin-top: 2px; }
.lines { list-style: none; margin: 8px 0 0; }
.line { display: grid; grid-template-columns: 1fr auto; column-gap: 8px; padding: 8px 0; border-top: 1px solid var(--line); }
.about { min-width: 0; }
.name { display: inline; font-weight: 600; }
.here { display: inline; margin-left: 6px; }
.status { overflow-wrap: anywhere; }
.acts { display: flex; gap: 4px; align-items: start; }
.act { padding: 2px 8px; border: 1px solid var(--line); border-radius: 5px; color: var(--link); font-size: 12px; line-height: 18px; white-space: nowrap; }
.act:hover, .close:hover { background: var(--wash); }
.act[aria-disabled] { color: var(--soft); cursor: default; }
.busy::after {
  content: ""; display: inline-block; width: 9px; height: 9px; margin-left: 6px; border-radius: 50%;
  border: 2px solid var(--line); border-top-color: var(--link); animation: turn 1s linear infinite;
}
@keyframes turn { to { transform: rotate(1turn); } }
.papers { padding-top: 8px; padding-bottom: 8px; border-top: 1px solid var(--line); }
.foot { position: sticky; bottom: 0; display: flex; gap: 6px; padding-top: 8px; padding-bottom: 10px; background: var(--ground); border-top: 1px solid var(--line); }
@media (prefers-reduced-motion: reduce) { .busy::after { animation: none; } }
@media (forced-colors: active) {
  .mark::after, .verdict::after { forced-color-adjust: none; border-color: CanvasText; }
  .in-sync::after, .out-of-sync::after, .not-required::after { background: CanvasText; }
  .mark:not(.worded)::after { box-shadow: 0 0 0 1px Canvas; }
  .act[aria-disabled] { color: GrayText; }
}
`;
